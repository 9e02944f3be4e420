import type { KsyField, KsyType } from "./ksy.ts";

/** `strict` enforces every `valid` and `contents`; `open` reads the same octets and judges nothing. */
export type Form = "open" | "strict";

/** The two forms in which parsers are generated. */
export const forms: readonly Form[] = ["open", "strict"];

/** A deep copy of a .ksy in the form asked for; `open` drops conditions and the fields that only state one. */
export function inForm(form: Form, ksy: KsyType): KsyType {
  const copy = structuredClone(ksy);
  return form === "strict" ? copy : withoutConditions(copy);
}

function withoutConditions(type: KsyType): KsyType {
  return {
    ...type,
    ...(type.seq && { seq: type.seq.filter((field) => !field["-check"]).map(withoutCondition) }),
    ...(type.instances && { instances: mapValues(type.instances, withoutCondition) }),
    ...(type.types && { types: mapValues(type.types, withoutConditions) }),
  };
}

function withoutCondition<T extends Pick<KsyField, "valid" | "contents" | "size">>(field: T): T {
  const { valid: _, contents, ...rest } = field;
  return (contents === undefined ? rest : { ...rest, size: contentsOctets(contents).length }) as T;
}

const mapValues = <T>(map: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));

/** The octets that a `contents` key stands for. */
export function contentsOctets(contents: NonNullable<KsyField["contents"]>): Uint8Array {
  const parts = typeof contents === "string" ? [contents] : contents;
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from([part]))),
  );
}
