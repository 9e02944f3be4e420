/** The text of a Xenops part: an s-expression that is one list of fields (spec 14.3). It is read octet by octet and never kept. */

import type { XenopsText } from "../format/events.ts";

/** Octets that part atoms: space, TAB, LF, FF, CR. */
const BLANKS: readonly number[] = [0x20, 0x09, 0x0a, 0x0c, 0x0d];
const [OPEN, CLOSE, QUOTE, BACKSLASH, SEMICOLON] = [0x28, 0x29, 0x22, 0x5c, 0x3b];
/** A name longer than this is none that is known; the rest of it is not kept. */
const NAME = 32;
/** Fields that are told; there are four names. */
const FIELDS = 16;

/** Reads text in pieces; `end` says what it comes to. */
export type XenopsReader = { push(octets: Uint8Array): void; end(): XenopsText };

export function xenopsReader(): XenopsReader {
  const fields: string[] = [];
  let problem: string | undefined;
  let state: "between" | "atom" | "quoted" | "escaped" = "between";
  let depth = 0;
  let over = false;
  /** The field being read: its items so far, and its name. */
  let items = 0;
  let name = "";
  const fail = (what: string) => {
    problem ??= what;
  };
  const item = (list: boolean) => {
    if (over) fail("text after the list");
    else if (depth === 0 && !list) fail("an atom for a list");
    else if (depth === 1 && !list) fail("an atom for a field");
    else if (depth === 2 && ++items === 1 && list) fail("a list for the name of a field");
  };
  const open = () => {
    item(true);
    if (++depth !== 2) return;
    items = 0;
    name = "";
  };
  const close = () => {
    if (depth === 0) return fail("a parenthesis that closes nothing");
    if (depth === 2) {
      if (items !== 2) fail(`a field of ${items} items`);
      if (fields.length < FIELDS) fields.push(name);
    }
    if (--depth === 0) over = true;
  };
  const keep = (octet: number) => {
    if (depth === 2 && items === 1 && name.length < NAME) name += String.fromCharCode(octet);
  };
  const take = (octet: number) => {
    if (state === "escaped") {
      state = "quoted";
      keep(octet);
    } else if (state === "quoted") {
      if (octet === QUOTE) state = "between";
      else if (octet === BACKSLASH) state = "escaped";
      else keep(octet);
    } else if (octet === OPEN || octet === CLOSE) {
      state = "between";
      if (octet === OPEN) open();
      else close();
    } else if (octet === QUOTE) {
      item(false);
      state = "quoted";
    } else if (octet === SEMICOLON) fail("a semicolon outside quotation marks");
    else if (BLANKS.includes(octet)) state = "between";
    else {
      if (state === "between") item(false);
      state = "atom";
      keep(octet);
    }
  };
  return {
    push(octets) {
      for (let at = 0; at < octets.length && problem === undefined; at++) take(octets[at] as number);
    },
    end() {
      if (state === "quoted" || state === "escaped") fail("a quotation mark that is not closed");
      if (!over) fail(depth === 0 ? "no list" : "a parenthesis that is not closed");
      return problem === undefined ? { fields } : { problem };
    },
  };
}
