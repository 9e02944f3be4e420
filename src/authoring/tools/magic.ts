/** A magic(5) file, by which file(1) tells what an image is: edition, container, kind of guest, who wrote it. */

import { contentsOctets } from "../kaitai/forms.ts";
import { type KsySet, resolveEnum } from "../kaitai/ksy.ts";
import { findType } from "../kaitai/layout.ts";

/** No registry has the format, which is what the x says. */
const MIME = "!:mime\tapplication/x-xen-domain-save-image";

/** Names of the editions by image version. */
const EDITIONS: readonly (readonly [number, string])[] = [
  [1, "draft-b"],
  [2, "v2"],
  [3, "v3"],
  [4, "v4-draft"],
];

/** Where the domain header stands, by edition: behind 24 octets, and in v4-draft behind 40. */
const DOMAIN_AT: Readonly<Record<string, number>> = { v2: 24, v3: 24, "v4-draft": 40 };

/** The octets of one libxl record without a body: LIBXC_CONTEXT, which stands before the image. */
const LIBXL_HEADERS = 16 + 8;

/** The magic file. Later lines depend on earlier ones by their number of `>`; a named part is used where an image may stand. */
export function magicFile(set: KsySet): string {
  const octets = (ksy: string, field: string) => {
    const found = findType(set, ksy, ksy).type.seq?.find(({ id }) => id === field);
    if (found?.contents === undefined) throw new Error(`schemas/${ksy}.ksy: ${field} has no contents`);
    return contentsOctets(found.contents);
  };
  const text = (ksy: string, field: string) => magicText(octets(ksy, field));
  const ident = `8\tstring\t${text("image_header", "ident")}`;
  const xlMagic = text("xl_header", "magic");
  const signature = octets("xenopsd_suspend_image", "signature");
  const first = signature.length;
  // The first part is followed by the image's header, or by a libxl part's; both are found by the first one's length.
  const second = `(${first + 8}.l+${first + 32})`;
  return `# Generated from schemas/*.ksy by \`npm run generate\`; edit those. file -m THIS IMAGE, or append it to ~/.magic

0\tname\tdsi-domain-le
>0\tulelong\tx\t\\b,
${guests(set, "ulelong")}
>8\tulelong\t>0\t\\b, written by Xen %u
>>12\tulelong\tx\t\\b.%u

0\tname\tdsi-domain-be
>0\tubelong\tx\t\\b, big-endian,
${guests(set, "ubelong")}
>8\tubelong\t>0\t\\b, written by Xen %u
>>12\tubelong\tx\t\\b.%u

0\tname\tdsi-image
>0\tubequad\t0xffffffffffffffff
>>${ident}
${EDITIONS.flatMap(([version, edition]) => editionLines(version, edition)).join("\n")}
>>>12\tubelong\t>4\tof unknown version %u
>>>12\tubelong\t0\tof unknown version 0

0\tname\tdsi-libxl
>0\tstring\t${text("libxl_header", "ident")}\t\\b, libxl stream with image
>>${LIBXL_HEADERS}\tuse\tdsi-image

0\tubequad\t0xffffffffffffffff
>${ident}\tdomain save image
>>0\tuse\tdsi-image

0\tstring\t${text("libxl_header", "ident")}\tdomain save image
>0\tuse\tdsi-libxl

0\tstring\t${xlMagic}\tdomain save image, xl save file
${MIME}
>36\tulelong&2\t2
>>(44.l+48)\tuse\tdsi-libxl
>36\tulelong&2\t0\t\\b, legacy stream, from before Xen 4.6

0\tstring\t${text("libvirt_header", "magic")}\tdomain save image, libvirt save file
${MIME}
>(20.l+64)\tuse\tdsi-libxl

0\tstring\t${magicText(signature)}\tdomain save image, xenopsd suspend image with image
${MIME}
>${second}\tuse\tdsi-image
`;
}

function editionLines(version: number, edition: string): string[] {
  const domain = DOMAIN_AT[edition];
  const shown = `>>>12\tubelong\t${version}\tof edition ${edition}`;
  if (domain === undefined) {
    // The proposal of 2014 has an octet for the architecture, and one type of guest behind it.
    return [
      shown,
      ">>>>16\tubeshort&1\t0",
      ">>>>>24\tuleshort\t1\t\\b, x86",
      ">>>>>>26\tuleshort\t1\tPV guest",
      ">>>>16\tubeshort&1\t1\t\\b, big-endian",
      ">>>>>24\tubeshort\t1\t\\b, x86",
      ">>>>>>26\tubeshort\t1\tPV guest",
    ];
  }
  return [
    shown,
    ...[0, 1].flatMap((bit) => [
      `>>>>16\tubeshort&1\t${bit}`,
      `>>>>>${domain}\tuse\tdsi-domain-${bit === 0 ? "le" : "be"}`,
    ]),
  ];
}

function guests(set: KsySet, type: string): string {
  return resolveEnum(set, ["domain_header"], "domain_type")
    .entries.map(({ value, doc }) => `>0\t${type}\t${value}\t${(doc ?? "").trim().replace(/[.,].*$/s, "")}`)
    .join("\n");
}

/** Octets as a string of magic(5): blanks and what does not print by their number. */
function magicText(octets: Uint8Array): string {
  return [...octets]
    .map((octet) =>
      octet > 0x20 && octet < 0x7f && octet !== 0x5c
        ? String.fromCharCode(octet)
        : `\\${octet.toString(8).padStart(3, "0")}`,
    )
    .join("");
}
