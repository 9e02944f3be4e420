import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { packageRoot } from "./package-root.ts";

/** Names of the schemas the harness reads, `schemas/NAME.schema.json`. */
export type SchemaName =
  | "suite"
  | "requirements"
  | "profiles"
  | "case"
  | "image"
  | "about"
  | "adapter-declaration"
  | "serve-message"
  | "claim"
  | "certificate"
  | "report"
  | "known"
  | "common"
  | "stream";

/** What a schema refers to in other files; those are loaded with it. */
const NEEDS: Partial<Record<SchemaName, readonly SchemaName[]>> = {
  "adapter-declaration": ["about"],
  claim: ["about"],
  report: ["about", "certificate", "case"],
  stream: ["common"],
};

let ajv: Ajv2020 | undefined;
const compiled = new Map<SchemaName, ValidateFunction>();

/** A place where a document departs from its schema: a JSON pointer and a sentence. */
export interface Departure {
  readonly path: string;
  readonly message: string;
}

/** The first departure of a document from a schema, or undefined when it conforms. Schemas are compiled when first used. */
export function departure(name: SchemaName, document: unknown): Departure | undefined {
  const validate = validator(name);
  if (validate(document)) return undefined;
  const errors = validate.errors ?? [];
  const error = errors.find((one) => presenceOf(one) !== undefined) ?? deepest(errors);
  if (!error) return { path: "", message: "does not conform" };
  const { additionalProperty, allowedValues, allowedValue } = error.params;
  const extra = additionalProperty ?? allowedValues ?? allowedValue;
  const detail = extra === undefined ? "" : ` (${JSON.stringify(extra)})`;
  return { path: error.instancePath, message: presenceOf(error) ?? `${error.message}${detail}` };
}

/** Of several errors the one deepest in the document says most: the others come from alternatives not meant. */
function deepest(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  return errors.reduce<ErrorObject | undefined>((best, e) => (best && depth(best) >= depth(e) ? best : e), undefined);
}

/** What is wrong where a schema wants one of several keys, which Ajv does not say: alternatives that only require one. */
function presenceOf({ keyword, schema }: ErrorObject): string | undefined {
  if ((keyword !== "oneOf" && keyword !== "anyOf") || !Array.isArray(schema)) return undefined;
  const keys = schema.flatMap((one: { required?: string[] }) =>
    Object.keys(one).length === 1 ? (one.required ?? []) : [],
  );
  if (keys.length !== schema.length) return undefined;
  return `must have ${keyword === "oneOf" ? "exactly" : "at least"} one of ${keys.join(", ")}`;
}

function validator(name: SchemaName): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  // To optimize the checks takes longer than to run them.
  const code = { optimize: false };
  ajv ??= new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, verbose: true, code });
  load("common");
  for (const needed of NEEDS[name] ?? []) load(needed);
  load(name);
  const validate = ajv.getSchema(idOf(name));
  if (!validate) throw new Error(`schema ${name} cannot be compiled`);
  compiled.set(name, validate);
  return validate;
}

function load(name: SchemaName | "common"): void {
  if (ajv!.schemas[idOf(name)]) return;
  ajv!.addSchema(JSON.parse(readFileSync(join(packageRoot(), "schemas", idOf(name)), "utf8")));
}

function idOf(name: string): string {
  return `${name}.schema.json`;
}
