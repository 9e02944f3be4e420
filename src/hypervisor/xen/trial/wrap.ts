/**
 * Images as xl takes them. What the suite has without a container, or in a libxl stream only, gets around it what a file of xl would have
 * there; what is under trial is passed on as it is, faults and all.
 */

/** What is taken from files that xl wrote itself: how the domain is configured, and for HVM the records of the device model in base64. */
export type Template = { readonly config: LibxlConfig; readonly emulators: string };

/** A configuration as libxl writes it, as far as it is touched here. */
type LibxlConfig = { readonly c_info: object; readonly b_info: object };

/** Kinds of guests that the suite has images of. */
export type Kind = "pv" | "pvh" | "hvm";

/** How a domain is to be called, and how many vCPUs it has where the trial says so. */
export type Wanted = { readonly name: string; readonly vcpus?: number };

const XL_MAGIC = Buffer.from("Xen saved domain, xl format\n \0 \r");
const XL_HEADER = 48;
const LIBXL_MAGIC = Buffer.from("LibxlFmt");
const LIBXL_HEADER = 16;
const IMAGE_HEADERS = 40;
const DOMAIN_TYPE = 24;
const PV = 1;
const END = 0;
const CHECKPOINT = 14;
/** A LIBXC_CONTEXT and a CHECKPOINT_END of the libxl stream. */
const LIBXC_CONTEXT = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0);
const CHECKPOINT_END = Uint8Array.of(4, 0, 0, 0, 0, 0, 0, 0);

/** The outermost layer, though its identification may have a fault. */
export function outermost(octets: Uint8Array): "xl" | "libxl" | "image" {
  if (resembles(octets, XL_MAGIC)) return "xl";
  return resembles(octets, LIBXL_MAGIC) ? "libxl" : "image";
}

function resembles(octets: Uint8Array, magic: Uint8Array): boolean {
  return magic.filter((octet, at) => octets[at] === octet).length >= magic.length * 0.75;
}

/** The kind of guest: by the domain header, and for HVM by whether the context has interrupt controllers, which PVH has not. */
export function kindOf(octets: Uint8Array): Kind {
  const buffer = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const marker = buffer.indexOf(Buffer.alloc(8, 0xff));
  const type = marker >= 0 && marker + 28 <= buffer.length ? buffer.readUInt32LE(marker + DOMAIN_TYPE) : 0;
  if (type === PV) return "pv";
  const controllers = [0, 1].map((instance) => Buffer.from([3, 0, instance, 0, 8, 0, 0, 0]));
  for (let at = buffer.indexOf(controllers[0]!); at >= 0; at = buffer.indexOf(controllers[0]!, at + 1))
    if (buffer.subarray(at + 16, at + 24).equals(controllers[1]!)) return "hvm";
  return "pvh";
}

/** The file for xl. */
export function wrapForXl(octets: Uint8Array, template: Template, wanted: Wanted): Uint8Array {
  switch (outermost(octets)) {
    case "xl":
      return octets;
    case "libxl":
      return joined([xlHeader(template, wanted), octets]);
    case "image":
      return joined([xlHeader(template, wanted), libxlHeader(), LIBXC_CONTEXT, ...inLibxl(octets, template)]);
  }
}

/** What a file of xl tells for the template. */
export function templateOf(file: Uint8Array): Template {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const length = view.getUint32(44, true);
  const config = new TextDecoder().decode(file.subarray(XL_HEADER + 4, XL_HEADER + length)).replace(/\0$/, "");
  const image = XL_HEADER + length + LIBXL_HEADER + LIBXC_CONTEXT.length;
  const end = recordsOf(file.subarray(image)).find(({ type }) => type === END);
  if (end === undefined) throw new Error("the file has no END");
  return {
    config: JSON.parse(config) as LibxlConfig,
    emulators: Buffer.from(file.subarray(image + end.end, file.length - 8)).toString("base64"),
  };
}

function xlHeader({ config }: Template, { name, vcpus }: Wanted): Uint8Array {
  const uuid = `${name
    .replace(/[^0-9a-f]/g, "")
    .padStart(32, "0")
    .slice(-32)}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const cpus =
    vcpus === undefined ? {} : { max_vcpus: vcpus, avail_vcpus: Array.from({ length: vcpus }, (_, id) => id) };
  const own = { ...config, c_info: { ...config.c_info, name, uuid }, b_info: { ...config.b_info, ...cpus } };
  const data = Buffer.from(`${JSON.stringify(own)}\0`);
  const header = Buffer.alloc(XL_HEADER);
  header.set(XL_MAGIC);
  header.writeUInt32LE(0x01020304, 32);
  header.writeUInt32LE(3, 36);
  header.writeUInt32LE(4 + data.length, 44);
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32LE(data.length);
  return joined([header, prefix, data]);
}

function libxlHeader(): Uint8Array {
  const header = Buffer.alloc(LIBXL_HEADER);
  header.set(LIBXL_MAGIC);
  header.writeUInt32BE(2, 8);
  return header;
}

/**
 * The image among the records of libxl: CHECKPOINT_END behind each CHECKPOINT, the device model behind END. Behind an image without END
 * nothing is put, which would be read as more of it; and no END of libxl, since Xen takes the end of the file for it.
 */
function inLibxl(octets: Uint8Array, { emulators }: Template): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { type, end } of recordsOf(octets)) {
    if (type !== CHECKPOINT && type !== END) continue;
    pieces.push(octets.subarray(from, end), type === END ? Buffer.from(emulators, "base64") : CHECKPOINT_END);
    from = end;
    if (type === END) return pieces;
  }
  return [...pieces, octets.subarray(from)];
}

/** The records of an image as far as their lengths lead, up to END. */
function recordsOf(octets: Uint8Array): { readonly type: number; readonly end: number }[] {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  const records: { type: number; end: number }[] = [];
  for (let at = IMAGE_HEADERS; at + 8 <= octets.length; ) {
    const type = view.getUint32(at, true);
    const end = at + 8 + Math.ceil(view.getUint32(at + 4, true) / 8) * 8;
    if (end > octets.length) break;
    records.push({ type, end });
    if (type === END) break;
    at = end;
  }
  return records;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
