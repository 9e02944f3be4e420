/** A PV vCPU's context, whose registers name frames of the host, and in an image the guest's pages (spec 7). */

import { BackendError } from "../backend.ts";
import { VCPU_RDX } from "./control.ts";

const CONTEXT = { gdtFrames: 4832, gdtEntries: 4960, cr1: 4984 + 8, cr3: 4984 + 24 };
const DESCRIPTORS = 512n;

/** Rewrites in place through `to`: start_info where vCPU 0 suspended, the GDT, and page tables of the kernel and of user mode. BackendError where there is no answer. */
export function rewriteContext(context: Uint8Array, vcpu: number, to: (frame: number) => number | undefined): void {
  const view = new DataView(context.buffer, context.byteOffset);
  const rewrite = (at: number, what: string, shift = 0n) => {
    const frame = Number(view.getBigUint64(at, true) >> shift);
    const other = to(frame);
    if (other === undefined)
      throw new BackendError(`vCPU ${vcpu} has ${what} in 0x${frame.toString(16)}, which is no page of the guest`);
    view.setBigUint64(at, BigInt(other) << shift, true);
  };
  if (vcpu === 0) rewrite(VCPU_RDX, "start_info");
  const descriptors = view.getBigUint64(CONTEXT.gdtEntries, true);
  for (let frame = 0n; frame * DESCRIPTORS < descriptors; frame++)
    rewrite(CONTEXT.gdtFrames + Number(frame) * 8, "its GDT");
  rewrite(CONTEXT.cr3, "its page tables", 12n);
  if ((view.getBigUint64(CONTEXT.cr1, true) & 1n) === 0n) return;
  rewrite(CONTEXT.cr1, "its page tables for user mode", 12n);
  view.setBigUint64(CONTEXT.cr1, view.getBigUint64(CONTEXT.cr1, true) | 1n, true);
}
