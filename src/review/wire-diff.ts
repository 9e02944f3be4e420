import { contentsOctets } from "../authoring/kaitai/forms.ts";
import { bitWidth, type KsyField, type KsySet, type KsyType, type TypePath, typesOf } from "../authoring/kaitai/ksy.ts";
import { layOut, offsetText, sizeText } from "../authoring/kaitai/layout.ts";
import { allowed, isReserved, valueRule } from "./bounds.ts";
import { diffEnums } from "./enum-diff.ts";
import { type Finding, found, type Raw, type RuleId } from "./rules.ts";

/** A field where it stands, for comparison. */
interface Flat {
  readonly id: string;
  readonly offset: string;
  readonly size: string;
  readonly field: KsyField;
}

/** What became of the wire: structures, fields and enumerators. `editions` are those that the comparison is about. */
export function diffWire(before: KsySet, after: KsySet, editions: readonly string[]): Finding[] {
  const was = structures(before);
  const is = structures(after);
  const report = reporter(editions);
  const findings: Finding[] = [];
  const follows = (name: string) => counterpart(name, was, is);
  for (const [name, now] of is) {
    const old = was.get(name) ?? was.get(follows(name) ?? "");
    if (old) findings.push(...diffStructure(name, before, old, after, now, report));
    else if (!name.includes(".")) findings.push(report("structure-added", name, undefined, shape(after, now)));
  }
  const taken = new Set([...is.keys()].map((name) => (was.has(name) ? name : follows(name))));
  for (const [name, old] of was) {
    if (!taken.has(name) && !name.includes("."))
      findings.push(report("structure-dropped", name, shape(before, old), undefined));
  }
  return findings;
}

type Report = (rule: RuleId, subject: string, old?: string, now?: string, more?: Partial<Raw>) => Finding;

function reporter(editions: readonly string[]): Report {
  return (rule, subject, old, now, more) =>
    found({
      part: "wire",
      rule,
      subject,
      editions,
      ...(old !== undefined && { old }),
      ...(now !== undefined && { new: now }),
      ...more,
    });
}

function structures(set: KsySet): Map<string, TypePath> {
  return new Map(
    [...set].flatMap(([id, ksy]) => typesOf(id, ksy).map((at): [string, TypePath] => [at.path.join("."), at])),
  );
}

/** The structure of the other side that this one came from or became: `-became` in its meta, or `draft_b_` before its name. */
function counterpart(
  name: string,
  was: ReadonlyMap<string, TypePath>,
  is: ReadonlyMap<string, TypePath>,
): string | undefined {
  const became = (structures: ReadonlyMap<string, TypePath>, other: string) => {
    const meta = structures.get(other)?.type.meta as { "-became"?: string } | undefined;
    return meta?.["-became"] ?? other.replace(/^draft_b_/, "");
  };
  return [...was.keys()].find(
    (other) => !is.has(other) && !was.has(name) && (became(was, other) === name || other === became(is, name)),
  );
}

function shape(set: KsySet, at: TypePath): string {
  const fields = layOut(set, at).map(({ field, size }) => `${field.id} (${sizeText(size)})`);
  return fields.length > 6 ? `${fields.slice(0, 6).join(", ")}, ...` : fields.join(", ");
}

function flat(set: KsySet, at: TypePath): Flat[] {
  return layOut(set, at).map(({ field, offset, size }) => ({
    id: field.id,
    offset: offsetText(offset),
    size: bitWidth(field) === undefined ? sizeText(size) : `${bitWidth(field)} bits`,
    field,
  }));
}

function diffStructure(
  name: string,
  before: KsySet,
  old: TypePath,
  after: KsySet,
  now: TypePath,
  report: Report,
): Finding[] {
  const was = flat(before, old);
  const is = flat(after, now);
  const findings = [...diffOrder(name, old.type, now.type, report)];
  const lost = was.filter(({ id }) => !is.some((one) => one.id === id));
  const gained = is.filter(({ id }) => !was.some((one) => one.id === id));
  const renamed = new Map<Flat, Flat>();
  for (const field of lost) {
    const heir = gained.find(
      (one) => one.offset === field.offset && one.size === field.size && ![...renamed.values()].includes(one),
    );
    if (heir) renamed.set(field, heir);
  }
  const swapped = new Set<string>();
  for (const [field, heir] of renamed) {
    // A reserved field that got a name has got a meaning.
    const rule = isReserved(field.field) && !isReserved(heir.field) ? "reserved-used" : "field-renamed";
    findings.push(report(rule, `${name}.${field.id}`, field.id, heir.id));
    if (rule === "field-renamed") findings.push(...diffField(`${name}.${heir.id}`, field, heir, report));
  }
  for (const field of lost.filter((one) => !renamed.has(one))) {
    findings.push(report("field-dropped", `${name}.${field.id}`, place(field)));
  }
  for (const field of gained.filter((one) => ![...renamed.values()].includes(one))) {
    const inReserved = was.some((one) => isReserved(one.field) && covers(one, field));
    findings.push(report(inReserved ? "reserved-used" : "field-added", `${name}.${field.id}`, undefined, place(field)));
  }
  for (const field of was) {
    const same = is.find(({ id }) => id === field.id);
    if (!same || swapped.has(field.id)) continue;
    const other = was.find((one) => one.id !== field.id && one.offset === same.offset);
    const back = other && is.find(({ id }) => id === other.id);
    if (other && back && back.offset === field.offset && field.offset !== same.offset) {
      swapped.add(other.id);
      findings.push(
        report("fields-swapped", `${name}.${field.id}`, `${field.id}, ${other.id}`, `${other.id}, ${field.id}`),
      );
    } else if (field.offset !== same.offset) {
      findings.push(report("field-moved", `${name}.${field.id}`, `at ${field.offset}`, `at ${same.offset}`));
    }
    if (field.size !== same.size) {
      const gone = isReserved(field.field) ? gained.some((one) => covers(field, one)) : false;
      if (!gone)
        findings.push(report("field-resized", `${name}.${field.id}`, `${field.size} octets`, `${same.size} octets`));
    }
    // What is said inside a structure is told where that structure is described.
    if (now.type.seq?.includes(same.field)) findings.push(...diffField(`${name}.${field.id}`, field, same, report));
  }
  return [...findings, ...diffEnums(name, old.type, now.type, report)];
}

const place = ({ offset, size }: Flat) => `${size} octets at ${offset}`;

/** Whether a field stands in the octets of another. */
function covers(outer: Flat, inner: Flat): boolean {
  const [from, size, at] = [outer.offset, outer.size, inner.offset].map(Number);
  return Number.isFinite(from! + size! + at!) && at! >= from! && at! < from! + size!;
}

function diffOrder(name: string, old: KsyType, now: KsyType, report: Report): Finding[] {
  const [before, after] = [orderText(old), orderText(now)];
  // A type without an order of its own takes it from what holds it, or has nothing that it would matter for.
  return before === after || before === undefined || after === undefined
    ? []
    : [report("byte-order", name, before, after)];
}

function orderText({ meta }: KsyType): string | undefined {
  const endian = meta?.endian;
  return endian === undefined || typeof endian === "string" ? endian : "that of the image";
}

function diffField(subject: string, { field: old }: Flat, { field: now }: Flat, report: Report): Finding[] {
  const findings: Finding[] = [];
  const differ = (rule: RuleId, before: unknown, after: unknown) => {
    const [was, is] = [text(before), text(after)];
    if (was !== is) findings.push(report(rule, subject, was, is));
  };
  if (signed(old) !== signed(now)) differ("field-retyped", kind(old), kind(now));
  else if (old.type !== undefined && now.type !== undefined && width(old) === width(now))
    differ("field-retyped", kind(old), kind(now));
  differ("field-condition", old.if, now.if);
  differ("field-repeated", repeatText(old), repeatText(now));
  if (old.contents !== undefined && now.contents !== undefined) differ("constant-changed", octets(old), octets(now));
  else {
    const rule = valueRule(old, now);
    if (rule) findings.push(report(rule, subject, allowed(old), allowed(now)));
  }
  return findings;
}

const text = (value: unknown) =>
  value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value);
const width = (field: KsyField) => /\d+/.exec(typeof field.type === "string" ? field.type : "")?.[0];
const signed = (field: KsyField) =>
  field["-signed"] === true || (typeof field.type === "string" && /^s\d/.test(field.type));
const octets = ({ contents }: KsyField) =>
  contents === undefined ? "none" : Buffer.from(contentsOctets(contents)).toString("hex");
const repeatText = ({ repeat, "repeat-expr": expr, "repeat-until": until }: KsyField) =>
  repeat === undefined ? "once" : `${repeat} ${String(expr ?? until ?? "").replace(/\b[a-z]\w*\./g, "")}`.trim();

/** A type without what only its byte order or its arguments add. */
function kind({ type }: KsyField): string {
  if (typeof type === "string") return type.replace(/\([\s\S]*$/, "").replace(/(be|le)$/, "");
  return type === undefined ? "octets" : "by its record";
}
