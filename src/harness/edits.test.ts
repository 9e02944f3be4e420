import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assemble, type Edit, layOut, resolveEdits, writes } from "./edits.ts";

const LABELS = { start: 0, mid: 4, tail: 8, "rec[1]": 6 };
const image = Uint8Array.from({ length: 10 }, (_, i) => i);

function patched(edits: readonly Edit[], octets = image): number[] {
  return [...assemble(layOut(resolveEdits(edits, octets.length, LABELS), octets.length), octets)];
}

describe("edits", () => {
  test.each<[string, Edit[], number[]]>([
    ["set overwrites in place", [{ at: "mid", set: "aa bb" }], [0, 1, 2, 3, 0xaa, 0xbb, 6, 7, 8, 9]],
    ["insert goes before", [{ at: "mid-1", insert: "aa" }], [0, 1, 2, 0xaa, 3, 4, 5, 6, 7, 8, 9]],
    ["insert at the end", [{ at: "$", insert: "aa" }], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xaa]],
    ["delete", [{ at: "rec[1]", delete: 3 }], [0, 1, 2, 3, 4, 5, 9]],
    ["truncate drops the position too", [{ at: "start+2", truncate: true }], [0, 1]],
    ["truncate at the end drops nothing", [{ at: "$", truncate: true }], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [
      "truncate, then something else",
      [
        { at: 2, truncate: true },
        { at: "$", insert: "aa" },
      ],
      [0, 1, 0xaa],
    ],
    ["move on", [{ at: 1, move: { length: 2, to: 5 } }], [0, 3, 4, 1, 2, 5, 6, 7, 8, 9]],
    ["move back", [{ at: 8, move: { length: 2, to: 0 } }], [8, 9, 0, 1, 2, 3, 4, 5, 6, 7]],
    ["move to where it is", [{ at: 3, move: { length: 2, to: 5 } }], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [
      "all at once, by old positions",
      [
        { at: 0, delete: 2 },
        { at: 4, set: "aa" },
      ],
      [2, 3, 0xaa, 5, 6, 7, 8, 9],
    ],
    [
      "in listed order",
      [
        { at: 1, insert: "aa" },
        { at: 1, insert: "bb" },
      ],
      [0, 0xaa, 0xbb, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    ],
    [
      "beside a deleted span",
      [
        { at: 2, insert: "aa" },
        { at: 2, delete: 2 },
        { at: 4, insert: "bb" },
      ],
      [0, 1, 0xaa, 0xbb, 4, 5, 6, 7, 8, 9],
    ],
  ])("%s", (_, edits, octets) => {
    expect(patched(edits)).toEqual(octets);
  });

  test.each<[string, Edit[], string]>([
    ["a set that grows", [{ at: 9, set: "aa bb" }], "the edit at 9 covers 2 octets, 1 are there"],
    ["a delete past the end", [{ at: "tail", delete: 3 }], "the edit at tail covers 3 octets, 2 are there"],
    ["a label that dangles", [{ at: "nowhere", insert: "aa" }], 'label "nowhere" does not exist'],
    ["an inherited name", [{ at: "constructor", insert: "aa" }], 'label "constructor" does not exist'],
    ["a place before the image", [{ at: "mid-5", insert: "aa" }], "position mid-5 lies outside the image of 10 octets"],
    ["a place past the image", [{ at: 11, insert: "aa" }], "position 11 lies outside the image of 10 octets"],
    ["no position", [{ at: "$-1", insert: "aa" }], '"$-1" is no position'],
    [
      "a move past the end",
      [{ at: 0, move: { length: 1, to: 11 } }],
      "position 11 lies outside the image of 10 octets",
    ],
    ["a bad value", [{ at: 0, insert: "a" }], 'no octet pair at column 1 of "a"'],
    [
      "two on one octet",
      [
        { at: 3, set: "aa bb" },
        { at: 4, delete: 2 },
      ],
      "edits 1 and 2 of the patch overlap",
    ],
    [
      "an insert inside a set",
      [
        { at: 5, insert: "aa" },
        { at: 4, set: "00 00" },
      ],
      "edits 1 and 2 of the patch overlap",
    ],
    ["a move into itself", [{ at: 3, move: { length: 3, to: 4 } }], "edits 1 and 1 of the patch overlap"],
    [
      "a move into a deleted span",
      [
        { at: 0, move: { length: 1, to: 4 } },
        { at: 3, delete: 2 },
      ],
      "edits 1 and 2 of the patch overlap",
    ],
  ])("%s is refused", (_, edits, message) => {
    expect(() => patched(edits)).toThrow(new Error(message));
  });
});

describe("positions", () => {
  test.each<[string, Edit[], [number, number][]]>([
    [
      "after what is inserted at it",
      [{ at: 4, insert: "aa bb" }],
      [
        [3, 3],
        [4, 6],
        [10, 12],
      ],
    ],
    [
      "at the start of what is deleted",
      [{ at: 4, delete: 3 }],
      [
        [4, 4],
        [6, 4],
        [7, 4],
        [8, 5],
      ],
    ],
    [
      "after what is inserted where something is deleted",
      [
        { at: 4, delete: 3 },
        { at: 4, insert: "aa" },
      ],
      [
        [4, 5],
        [5, 5],
        [7, 5],
      ],
    ],
    [
      "with a moved block",
      [{ at: 1, move: { length: 2, to: 8 } }],
      [
        [0, 0],
        [1, 6],
        [2, 7],
        [3, 1],
        [8, 8],
      ],
    ],
    [
      "at the end of what is left",
      [{ at: 6, truncate: true }],
      [
        [6, 6],
        [9, 6],
        [10, 6],
      ],
    ],
  ])("lie %s", (_, edits, pairs) => {
    const layout = layOut(resolveEdits(edits, 10, {}), 10);
    expect(pairs.map(([old]) => [old, layout.place(old)])).toEqual(pairs);
  });

  test("a range that is moved whole stays whole, even where its end is the end of the block", () => {
    const layout = layOut(resolveEdits([{ at: 6, move: { length: 3, to: 2 } }], 10, {}), 10);
    expect(layout.placeRange({ start: 7, end: 9 })).toEqual({ start: 3, end: 5 });
    expect(layout.placeRange({ start: 2, end: 9 })).toEqual({ start: 5, end: 9 });
  });

  test("an edit touches a field when it shares an octet with it or parts it", () => {
    const field = { start: 4, end: 8 };
    const touched = (edit: Edit) => writes(resolveEdits([edit], 10, {})[0]!, field);
    expect(touched({ at: 7, set: "00" })).toBe(true);
    expect(touched({ at: 8, set: "00" })).toBe(false);
    expect(touched({ at: 0, truncate: true })).toBe(true);
    expect(touched({ at: 4, insert: "00" })).toBe(false);
    expect(touched({ at: 5, insert: "00" })).toBe(true);
    expect(touched({ at: 0, move: { length: 1, to: 6 } })).toBe(true);
    expect(touched({ at: 2, move: { length: 7, to: 0 } })).toBe(true);
  });
});

/**
 * A second way to the same result: the image as a row of tokens, for each position a gap, a mark and an octet. Blocks
 * are lifted out of the row, gaps are filled, and where the marks end up is where positions lie.
 */
function oracle(edits: readonly Edit[], octets: Uint8Array): { octets: number[]; marks: number[] } | "overlap" {
  const size = octets.length;
  const covers = edits.map((edit) => {
    const start = edit.at as number;
    const length =
      edit.set !== undefined
        ? edit.set.length / 2
        : (edit.delete ?? edit.move?.length ?? (edit.truncate ? size - start : 0));
    return Array.from({ length }, (_, i) => start + i);
  });
  const gaps = edits.map((edit) =>
    edit.insert !== undefined ? (edit.at as number) : (edit.move?.to as number | undefined),
  );
  for (let i = 0; i < edits.length; i++) {
    for (let j = 0; j < edits.length; j++) {
      if (i < j && covers[i]!.some((p) => covers[j]!.includes(p))) return "overlap";
      const gap = gaps[i];
      if (gap !== undefined && covers[j]!.includes(gap) && covers[j]!.includes(gap - 1)) return "overlap";
    }
  }
  type Token = { mark: number } | { octet: number; of: number };
  const gap: Token[][] = Array.from({ length: size + 1 }, () => []);
  const home: Token[][] = Array.from({ length: size + 1 }, (_, p) => [
    { mark: p },
    ...(p < size ? [{ octet: octets[p]!, of: p }] : []),
  ]);
  edits.forEach((edit, i) => {
    const { set, insert, move } = edit;
    const at = edit.at as number;
    if (set !== undefined)
      for (const [k, p] of covers[i]!.entries())
        home[p]!.splice(1, 1, { octet: Number.parseInt(set.slice(2 * k, 2 * k + 2), 16), of: p });
    else if (insert !== undefined)
      gap[at]!.push(...[...Buffer.from(insert, "hex")].map((octet): Token => ({ octet, of: -1 })));
    else if (move) gap[move.to as number]!.push(...covers[i]!.flatMap((p) => home[p]!.splice(0)));
    else for (const p of covers[i]!) home[p]!.splice(1, 1);
  });
  const out: number[] = [];
  const marks: number[] = [];
  for (let p = 0; p <= size; p++) {
    for (const token of [...gap[p]!, ...home[p]!]) {
      if ("mark" in token) marks[token.mark] = out.length;
      else out.push(token.octet);
    }
  }
  return { octets: out, marks };
}

const SIZE = 16;
const offset = fc.nat(SIZE);
const hex = fc.uint8Array({ minLength: 1, maxLength: 4 }).map((octets) => Buffer.from(octets).toString("hex"));
const span = fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: 4 })).filter(([at, length]) => at + length <= SIZE);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(offset, hex)
    .filter(([at, set]) => at + set.length / 2 <= SIZE)
    .map(([at, set]) => ({ at, set })),
  fc.tuple(offset, hex).map(([at, insert]) => ({ at, insert })),
  span.map(([at, length]) => ({ at, delete: length })),
  fc.tuple(span, offset).map(([[at, length], to]) => ({ at, move: { length, to } })),
  { arbitrary: offset.map((at) => ({ at, truncate: true }) as const), weight: 1 },
);

describe("edits against a naive oracle", () => {
  const before = Uint8Array.from({ length: SIZE }, (_, i) => 0xf0 + i);
  test("octets, positions and overlaps agree", () => {
    const seen = { overlap: 0, applied: 0 };
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
        const wanted = oracle(edits, before);
        if (wanted === "overlap") {
          seen.overlap += 1;
          expect(() => resolveEdits(edits, SIZE, {})).toThrow(/overlap/);
          return;
        }
        seen.applied += 1;
        const layout = layOut(resolveEdits(edits, SIZE, {}), SIZE);
        expect([...assemble(layout, before)]).toEqual(wanted.octets);
        expect(Array.from({ length: SIZE + 1 }, (_, p) => layout.place(p))).toEqual(wanted.marks);
      }),
      { numRuns: 4000 },
    );
    expect(Math.min(seen.overlap, seen.applied)).toBeGreaterThan(400);
  });
});
