/** Sizes of XSAVE areas in the uncompressed format, and the rules of their header (spec 7.3.3 and 9.1). */

/** Size and offset of each extended component (number 2 and up) in the uncompressed area, in octets. */
export type XsaveComponents = ReadonlyMap<number, { readonly size: number; readonly offset: number }>;

/** Octets of the legacy region and the header, which every area has. */
export const XSAVE_MINIMUM = 576;

/** The components that processors place alike; a CPUID policy in the image overrides them. */
const USUAL: XsaveComponents = new Map([
  [2, { size: 256, offset: 576 }],
  [3, { size: 64, offset: 960 }],
  [4, { size: 64, offset: 1024 }],
  [5, { size: 64, offset: 1088 }],
  [6, { size: 512, offset: 1152 }],
  [7, { size: 1024, offset: 1664 }],
  [9, { size: 8, offset: 2688 }],
  [17, { size: 64, offset: 2752 }],
  [18, { size: 8192, offset: 2816 }],
]);

/** Octets of the area that holds the components in `mask`; undefined where one of them is of unknown size. */
export function xsaveSize(mask: bigint, known: XsaveComponents): number | undefined {
  let size = XSAVE_MINIMUM;
  for (let component = 2; component < 64; component++) {
    if (((mask >> BigInt(component)) & 1n) === 0n) continue;
    const place = known.get(component) ?? USUAL.get(component);
    if (place === undefined) return undefined;
    size = Math.max(size, place.offset + place.size);
  }
  return size;
}
