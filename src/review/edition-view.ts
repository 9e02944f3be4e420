import { posix } from "node:path";
import { EDITIONS, type Edition } from "../authoring/editions.ts";
import type { KsyField, KsySet, KsyType } from "../authoring/kaitai/ksy.ts";
import type { Requirement } from "../authoring/ledger/requirement.ts";

/** Keys of our own by which a description says what belongs to some editions only. */
interface OfEditions {
  /** The editions that have it; all of its file's without it. */
  readonly "-in"?: readonly Edition[];
  /** Keys that differ in one edition. */
  readonly "-by-edition"?: Readonly<Partial<Record<Edition, Partial<KsyField>>>>;
}

/**
 * The schemas as one edition has them: files of that edition and what they import, without the fields and enumerators of others. A file
 * that does not say its editions has those of the requirements in the chapter that it refers to, and one without a chapter comes with what
 * imports it. Record types are those of the registry as well.
 */
export function schemasOf(
  set: KsySet,
  requirements: readonly Requirement[],
  edition: Edition,
  registry: Registry = { records: [] },
): KsySet {
  const wanted = [...set].filter(([, ksy]) => editionsOf(ksy, requirements).includes(edition)).map(([id]) => id);
  const reached = new Set<string>();
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (reached.has(id)) continue;
    const ksy = set.get(id);
    // What says for itself that it is of other editions is not brought in by an import.
    const own = (ksy?.meta as OfEditions | undefined)?.["-in"];
    if (!ksy || (own && !own.includes(edition))) continue;
    reached.add(id);
    for (const imported of ksy.meta?.imports ?? []) wanted.push(posix.basename(imported));
  }
  return new Map(
    [...set]
      .filter(([id]) => reached.has(id))
      .map(([id, ksy]) => [id, withRegistered(typeIn(ksy, edition), registry, edition)]),
  );
}

/** Record types as they were given out (schemas/registry.json), as far as a description takes them from there. */
export interface Registry {
  readonly records: readonly { readonly type: string; readonly name: string; readonly editions: readonly string[] }[];
}

/** A type whose `record_type` has the records of the registry too, where it is that of an image's records. */
function withRegistered(ksy: KsyType, { records }: Registry, edition: Edition): KsyType {
  const known = ksy.meta?.id === "record_header" ? ksy.enums?.record_type : undefined;
  if (!known) return ksy;
  const numbers = new Set(Object.keys(known).map(Number));
  const more = records.filter(({ type, editions }) => editions.includes(edition) && !numbers.has(Number(type)));
  const entries = Object.fromEntries(more.map(({ type, name }) => [String(Number(type)), name.toLowerCase()]));
  return { ...ksy, enums: { ...ksy.enums, record_type: { ...known, ...entries } } };
}

function editionsOf(ksy: KsyType, requirements: readonly Requirement[]): readonly Edition[] {
  const own = (ksy.meta as OfEditions | undefined)?.["-in"];
  if (own) return own;
  const chapter = [ksy["doc-ref"] ?? []].flat()[0]?.split("#")[0];
  const of = requirements.filter(({ file }) => file === chapter);
  return of.length === 0 ? [] : EDITIONS.filter((edition) => of.some(({ editions }) => editions.includes(edition)));
}

function typeIn(type: KsyType, edition: Edition): KsyType {
  const { seq, types, enums } = type;
  return {
    ...type,
    ...(seq && { seq: seq.filter((field) => has(field, edition)).map((field) => fieldIn(field, edition)) }),
    ...(types && { types: mapped(types, (nested) => typeIn(nested, edition)) }),
    ...(enums && {
      enums: mapped(enums, (entries) =>
        Object.fromEntries(
          Object.entries(entries).filter(([, entry]) => typeof entry === "string" || has(entry, edition)),
        ),
      ),
    }),
  };
}

const has = (thing: object, edition: Edition): boolean => (thing as OfEditions)["-in"]?.includes(edition) ?? true;

function fieldIn(field: KsyField, edition: Edition): KsyField {
  return { ...field, ...(field as OfEditions)["-by-edition"]?.[edition] };
}

const mapped = <T>(of: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]));
