import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentsOctets } from "../kaitai/forms.ts";
import { type KsyField, type KsySet, readKsySet, typesOf } from "../kaitai/ksy.ts";
import { chapterPaths, type Ledger } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/requirement.ts";

/** Numbers up to this say little: a field of zero is "zero", a bound of one is "at least one". */
const SMALL = 1;

/**
 * Numbers that stand both in a description and in the prose and are not the same: the bounds and fixed values of a field against the sentences
 * it cites, and the numbers of enumerators against the tables that list them by name.
 */
export function numberProblems(root: string, ledger: Ledger): Problem[] {
  const set = readKsySet(root);
  const chapters = chapterPaths(root).map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
  return [
    ...fieldNumbers(set, ledger),
    ...chapters.flatMap(({ file, text }) => tableNumbers(text, file, enumerators(set))),
  ];
}

/** Bounds and fixed values that none of the requirements of their field names. */
export function fieldNumbers(set: KsySet, { requirements }: Ledger): Problem[] {
  const byId = new Map(requirements.map((one) => [one.id, one.text]));
  return [...set].flatMap(([id, ksy]) =>
    typesOf(id, ksy).flatMap(({ path, type }) =>
      (type.seq ?? []).flatMap((field) => {
        const texts = (field["-req"] ?? []).flatMap((req) => byId.get(req) ?? []);
        if (texts.length === 0) return [];
        const said = texts.join(" ");
        return valuesOf(field)
          .filter((value) => !names(said, value))
          .map((value) => ({
            file: `schemas/${id}.ksy`,
            line: 0,
            what: `${[...path.slice(1), field.id].join(".")} has ${value}, of which ${field["-req"]!.join(", ")} says nothing`,
          }));
      }),
    ),
  );
}

/** The numbers of a field's condition, as far as they say something; contents as text of octets. */
function valuesOf({ valid, contents }: KsyField): (number | string)[] {
  if (contents !== undefined) return [Buffer.from(contentsOctets(contents)).toString("hex")];
  const rule = typeof valid === "object" && valid !== null ? (valid as Record<string, unknown>) : { eq: valid };
  return [rule.eq, rule.min, rule.max, rule["any-of"]]
    .flat()
    .filter((value): value is number => typeof value === "number" && value > SMALL);
}

/** Whether a text names a number: in decimal, in hexadecimal, octet by octet, as the first one that is too many, or by its highest bit. */
function names(text: string, value: number | string): boolean {
  const pairs = text.toLowerCase().replace(/[^0-9a-f]/g, "");
  if (typeof value === "string") {
    const octets = Buffer.from(value, "hex");
    const letters = /[ -~]{4,}/.exec(octets.toString("latin1"))?.[0].trim();
    if (octets.every((octet) => octet === octets[0]))
      return new RegExp(`\\b${octets[0]!.toString(16)}\\b`, "i").test(text);
    return pairs.includes(value) || (letters !== undefined && text.includes(letters));
  }
  const octets = value.toString(16).padStart(8, "0");
  const turned = octets.match(/../g)!.reverse().join("");
  if (value > 0xffff && (pairs.includes(octets) || pairs.includes(turned))) return true;
  return [value, value + 1].some((number) => {
    const power = Math.log2(number);
    const bit = power % 1 === 0 && new RegExp(`(?:2\\^|\\bbits? )${power}\\b`, "i").test(text);
    return bit || new RegExp(`\\b(?:${number}|0*${number.toString(16)}|0x0*${number.toString(16)})\\b`, "i").test(text);
  });
}

/** Every enumerator: its name in capitals and its numbers in all enumerations that have it. */
function enumerators(set: KsySet): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [id, ksy] of set) {
    for (const { type } of typesOf(id, ksy)) {
      for (const entries of Object.values(type.enums ?? {})) {
        for (const [value, entry] of Object.entries(entries)) {
          const name = (typeof entry === "string" ? entry : entry.id).toUpperCase();
          found.set(name, (found.get(name) ?? new Set()).add(Number(value)));
        }
      }
    }
  }
  return found;
}

/** Rows of tables that give an enumerator another number than any description does: `| 0000000A | HVM_PARAMS |`. */
export function tableNumbers(text: string, file: string, known: ReadonlyMap<string, ReadonlySet<number>>): Problem[] {
  return text.split("\n").flatMap((content, index) => {
    const [, digits, name] = /^\| ([0-9A-Fa-f]{1,8}) \| `?([A-Z][A-Z0-9_]+)`? \|/.exec(content) ?? [];
    const numbers = name === undefined ? undefined : known.get(name);
    if (digits === undefined || numbers === undefined) return [];
    const said = [Number.parseInt(digits, 16), Number.parseInt(digits, 10)];
    return said.some((number) => numbers.has(number))
      ? []
      : [{ file, line: index + 1, what: `${name} is ${digits} here and ${[...numbers].join(" or ")} in the schemas` }];
  });
}
