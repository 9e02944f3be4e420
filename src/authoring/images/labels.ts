import { type Walk, type WalkedRecord, walkImage } from "./walk.ts";

/** Labels of an image: name to offset in octets, in the order of the image. */
export type Labels = Readonly<Record<string, number>>;

const LIBXC_NAMES = [
  "end",
  "page",
  "pv_info",
  "p2m",
  "vcpu_basic",
  "vcpu_extended",
  "vcpu_xsave",
  "shared_info",
  "tsc",
  "hvm_context",
  "hvm_params",
  "toolstack",
  "vcpu_msrs",
  "verify",
  "checkpoint",
  "dirty_pfns",
  "static_end",
  "cpuid",
  "msr",
  "memory_layout",
  "compressed",
  "requires",
  "arm_id_policy",
  "arm_vcpu",
  "machine",
  "machine_vcpu",
  "platform_state",
];
const IMAGE_DIGEST = 0x8000_0010;

const LIBXL_NAMES = [
  "libxl_end",
  "libxc_context",
  "emulator_xenstore",
  "emulator_context",
  "checkpoint_end",
  "checkpoint_state",
];

const HVM_NAMES = [
  "end",
  "header",
  "cpu",
  "pic",
  "ioapic",
  "lapic",
  "lapic_regs",
  "pci_irq",
  "isa_irq",
  "pci_link",
  "pit",
  "rtc",
  "hpet",
  "pmtimer",
  "mtrr",
  "viridian_domain",
  "cpu_xsave",
  "viridian_vcpu",
  "vmce_vcpu",
  "tsc_adjust",
  "cpu_msr",
];

/**
 * The labels of a whole image: its layers (`xl`, `config`, `libxl`, `hdr`, `dhdr`), every record by number (`rec[n]`,
 * `lxl[n]`) and by name (`tsc`; `tsc[n]` where the kind stands more than once), the pages of every PAGE_DATA
 * (`content[n]`) and the entries of the HVM context (`hvm_cpu`). Throws as {@link walkImage} does.
 */
export function labelImage(octets: Uint8Array): Labels {
  const walk = walkImage(octets);
  const labels: Record<string, number> = {};
  if (walk.xl !== undefined) {
    labels.xl = walk.xl.at;
    labels.xl_optional = walk.xl.optional;
    if (walk.xl.config !== undefined) labels.config = walk.xl.config;
  }
  if (walk.libxl !== undefined) labels.libxl = walk.libxl;
  labels.hdr = walk.header;
  labels.dhdr = walk.domain;

  const named: [name: string, at: number][] = [];
  const numbers = { libxl: 0, libxc: 0 };
  for (const record of walk.records) {
    labels[`${record.layer === "libxc" ? "rec" : "lxl"}[${numbers[record.layer]++}]`] = record.at;
    named.push(...recordNames(octets, walk, record));
  }
  const total = new Map<string, number>();
  for (const [name] of named) total.set(name, (total.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const [name, at] of named) {
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    if (n === 0) labels[name] = at;
    if (total.get(name)! > 1 || name === "page" || name === "content") labels[`${name}[${n}]`] = at;
  }
  return inOrder(labels);
}

/** `labels` sorted by offset; those at one offset stay in the order given. */
export function inOrder(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([, a], [, b]) => a - b));
}

/** Whether the image header has the 40 octets of version 4. */
const isV4 = ({ header, domain }: Walk) => domain - header === 40;

function recordNames(octets: Uint8Array, walk: Walk, record: WalkedRecord): [string, number][] {
  const isDigest = isV4(walk) && record.layer === "libxc" && record.type === IMAGE_DIGEST;
  const name = isDigest ? "digest" : (record.layer === "libxc" ? LIBXC_NAMES : LIBXL_NAMES)[record.type];
  if (name === undefined) return [];
  const view = new DataView(octets.buffer, octets.byteOffset + record.at + 8, record.length);
  if (name === "page") {
    return [
      ["page", record.at],
      ["content", record.at + 16 + 8 * view.getUint32(0, !walk.bigEndian)],
    ];
  }
  if (name !== "hvm_context") return [[name, record.at]];
  // The context is a blob of the hypervisor: its entries keep the guest's byte order, little-endian, in every image.
  const names: [string, number][] = [[name, record.at]];
  for (let at = 0; at + 8 <= record.length; ) {
    const type = view.getUint16(at, true);
    names.push([`hvm_${HVM_NAMES[type] ?? `type${type}`}`, record.at + 8 + at]);
    if (type === 0) break;
    at += 8 + view.getUint32(at + 4, true);
  }
  return names;
}
