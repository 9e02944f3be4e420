/** A place in an unpatched image as a suite writes it: an offset, `label`, `label+n`, `label-n`, or `$` for the end. */
export type Position = number | string;

/** Offsets of an image's labels, by name. */
export type Labels = Readonly<Record<string, number>>;

const RELATIVE = /^([A-Za-z][A-Za-z0-9_]*(?:\[[0-9]+\])?)(?:([+-])([0-9]+))?$/;

/**
 * Offset of a position in an image of `size` octets, from 0 to `size` inclusive.
 * Throws an `Error` for a dangling label and for a place outside the image.
 */
export function resolvePosition(position: Position, size: number, labels: Labels): number {
  const offset = typeof position === "number" ? position : offsetOf(position, size, labels);
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > size) {
    throw new Error(`position ${position} lies outside the image of ${size} octets`);
  }
  return offset;
}

function offsetOf(position: string, size: number, labels: Labels): number {
  if (position === "$") return size;
  const [, label, sign, distance] = RELATIVE.exec(position) ?? [];
  if (label === undefined) throw new Error(`"${position}" is no position`);
  if (!Object.hasOwn(labels, label)) throw new Error(`label "${label}" does not exist`);
  return labels[label]! + (sign === "-" ? -1 : 1) * Number(distance ?? 0);
}
