/** Wrappers that a conversion makes, with what they say of the domain. */

import { LIBXL, PART } from "../../format/vocabulary.ts";
import { type Wrappers, type Wrapping, wrapping } from "../wrapping.ts";
import { XL_FLAG } from "../xl-save-file.ts";

/** The wrappers that can be asked for, by the outermost one; `none` is a bare image. */
export type TargetContainer = "none" | "libxl" | "xl" | "libvirt" | "xenopsd";

/** Whether there is a libxl stream around the image. */
export function hasLibxl(container: TargetContainer): boolean {
  return container !== "none" && container !== "xenopsd";
}

/** New wrappers; `data` is what they say of the domain, in their own form, `options` those of the libxl stream. */
export function newWrapping(container: TargetContainer, data: Uint8Array, options: number): Wrapping {
  return wrapping(wrappersOf(container, data, options), { get: () => data });
}

function wrappersOf(container: TargetContainer, data: Uint8Array, options: number): Wrappers {
  const described = { sha256: "", len: data.length };
  const libxl = { options, before: [], after: [{ type: LIBXL.END }] };
  switch (container) {
    case "none":
      return {};
    case "libxl":
      return { libxl };
    case "xl": {
      // The length of a configuration that is not there may stand there all the same.
      const mandatory = XL_FLAG.libxlStream | (data.length > 4 ? XL_FLAG.jsonConfig : 0);
      return { libxl, xl: { mandatory, optional: 0, data: described } };
    }
    case "libvirt":
      return { libxl, libvirt: { xml: described } };
    case "xenopsd":
      return { xenopsd: { before: [{ type: Number(PART.Xenops), data: described }], after: [] } };
  }
}
