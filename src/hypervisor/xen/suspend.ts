/** Has a guest suspend, as it has to in order to be saved whole: a PV or PVH guest does so itself, and says of its return whether it is in a new domain. */

import { setTimeout } from "node:timers/promises";
import { BackendError } from "../backend.ts";
import { type DomainInfo, domainInfo, setVcpuContext, VCPU_RAX, vcpuContext } from "./control.ts";
import type { Hypercalls } from "./hypercalls.ts";
import { type Libraries, lastError } from "./libraries.ts";

/** Milliseconds between two looks, and until it is given up. */
const LOOK = 5;
const PATIENCE = 60_000;
const CALLBACK_IRQ = 0;

/** Asks the guest to suspend and waits until it has. BackendError where it does not within a minute, or ends otherwise. */
export async function suspendGuest(libraries: Libraries, calls: Hypercalls, domain: number): Promise<void> {
  ask(libraries, calls, domain);
  for (const deadline = performance.now() + PATIENCE; ; ) {
    const info = domainInfo(calls, domain);
    if (info === undefined || info.domain !== domain || info.dying)
      throw new BackendError(`domain ${domain} has ended`);
    if (info.suspended) return;
    if (info.shutdown) throw new BackendError(`domain ${domain} has shut down, and not to be saved`);
    if (performance.now() > deadline) throw new BackendError(`domain ${domain} was asked to suspend and does not`);
    await setTimeout(LOOK);
  }
}

/** By the event channel that it names in xenstore, or by a word there. One without drivers for Xen is stopped as it is. */
function ask(libraries: Libraries, calls: Hypercalls, domain: number): void {
  const { store } = libraries;
  const handle = store.open(0);
  if (handle === null) throw lastError(libraries, "xenstore does not answer");
  try {
    const port = store.read(handle, 0, `/local/domain/${domain}/device/suspend/event-channel`, [0]);
    const info = domainInfo(calls, domain) as DomainInfo;
    if (port !== null && port !== "") kick(libraries, domain, Number(port));
    else if (info.kind === "hvm" && calls.hvmParam(domain, CALLBACK_IRQ) === 0n) calls.remoteShutdown(domain);
    else {
      const word = "suspend";
      if (!store.write(handle, 0, `/local/domain/${domain}/control/shutdown`, word, word.length))
        throw lastError(libraries, `domain ${domain} cannot be asked to suspend`);
    }
  } finally {
    store.close(handle);
  }
}

function kick(libraries: Libraries, domain: number, port: number): void {
  const { events } = libraries;
  const handle = events.open(null, 0);
  if (handle === null) throw lastError(libraries, "event channels cannot be had");
  try {
    const local = events.bind(handle, domain, port);
    if (local < 0 || events.notify(handle, local) < 0)
      throw lastError(libraries, `domain ${domain} cannot be asked to suspend by event channel ${port}`);
    events.unbind(handle, local);
  } finally {
    events.close(handle);
  }
}

/** Lets a guest that suspended go on in its old domain. It is told by the result of its call, if it asked Xen for anything. */
export function cancelSuspend(calls: Hypercalls, { domain, kind }: DomainInfo): void {
  if (kind === "pv" || calls.hvmParam(domain, CALLBACK_IRQ) !== 0n) {
    const context = vcpuContext(calls, domain, 0);
    new DataView(context.buffer, context.byteOffset).setBigUint64(VCPU_RAX, 1n, true);
    setVcpuContext(calls, domain, 0, context);
  }
  calls.domctl("resumedomain", domain);
}
