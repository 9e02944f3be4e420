/** Images as xl takes them. A libxl stream gets before it what a file of xl has there; what is under trial is passed on as it is. */

/** What is taken from files that xl wrote itself: how the domain is configured. */
export type Template = { readonly config: LibxlConfig };

/** One template for each kind of guest. */
export type Templates = Readonly<Record<Kind, Template>>;

/** A configuration as libxl writes it, as far as it is touched here. */
type LibxlConfig = { readonly c_info: object; readonly b_info: object };

/** Kinds of guests that the suite has images of. */
export type Kind = "pv" | "pvh" | "hvm";

/** How a domain is to be called, and how many vCPUs it has where the trial says so. */
export type Wanted = { readonly name: string; readonly vcpus?: number };

const XL_MAGIC = Buffer.from("Xen saved domain, xl format\n \0 \r");
const XL_HEADER = 48;
const LIBXL_MAGIC = Buffer.from("LibxlFmt");
const DOMAIN_TYPE = 24;
const PV = 1;
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

/** The file for xl, of a libxl stream or of what is one already. */
export function wrapForXl(octets: Uint8Array, template: Template, wanted: Wanted): Uint8Array {
  return outermost(octets) === "xl" ? octets : Buffer.concat([xlHeader(template, wanted), octets]);
}

/** What a file of xl tells for the template. */
export function templateOf(file: Uint8Array): Template {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(44, true);
  const config = new TextDecoder().decode(file.subarray(XL_HEADER + 4, XL_HEADER + length)).replace(/\0$/, "");
  return { config: JSON.parse(config) as LibxlConfig };
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
  return Buffer.concat([header, prefix, data]);
}
