// Generated from schemas/requires.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/Requires";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** What a Reader has to be able to do for this image, as items. */
export interface Requires {
  /** The items, up to the end of the body. */
  readonly items: readonly RequiresItem[];
}

register(parsers.Requires, {
  fields: [
    { id: "items", name: "items", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of Requires must be told. */
export interface RequiresParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a Requires from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseRequires(octets: Uint8Array, params: RequiresParams): Requires {
  return parse(parsers.Requires, octets, [params.isBe]);
}

/** Like parseRequires, but throws nothing and tells the place of every field that could be read. */
export function locateRequires(octets: Uint8Array, params: RequiresParams): Located<Requires> {
  return locate(parsers.Requires, octets, [params.isBe]);
}

/** One thing to be able to do. */
export interface RequiresItem {
  /** What the value tells. With bit 31 set, a Reader may skip what it does not know. */
  readonly tag: number;
  /** Octets of the value. */
  readonly length: number;
  /** The value. */
  readonly value: Uint8Array;
}

register(parsers.Requires.Item, {
  fields: [
    { id: "tag", name: "tag", kind: "scalar" },
    { id: "length", name: "length", kind: "scalar" },
    { id: "value", name: "value", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of RequiresItem must be told. */
export interface RequiresItemParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a RequiresItem from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseRequiresItem(octets: Uint8Array, params: RequiresItemParams): RequiresItem {
  return parse(parsers.Requires.Item, octets, [!params.isBe, params.isBe]);
}

/** Like parseRequiresItem, but throws nothing and tells the place of every field that could be read. */
export function locateRequiresItem(octets: Uint8Array, params: RequiresItemParams): Located<RequiresItem> {
  return locate(parsers.Requires.Item, octets, [!params.isBe, params.isBe]);
}
