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
  | "known";

/** What a schema refers to in other files; those are loaded with it. */
const NEEDS: Partial<Record<SchemaName, readonly SchemaName[]>> = {
  "adapter-declaration": ["about"],
  claim: ["about"],
  report: ["about", "certificate", "case"],
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
  const error = deepest(validate.errors ?? []);
  if (!error) return { path: "", message: "does not conform" };
  const extra = error.params.additionalProperty ?? error.params.allowedValues ?? error.params.allowedValue;
  const detail = extra === undefined ? "" : ` (${JSON.stringify(extra)})`;
  return { path: error.instancePath, message: `${error.message}${detail}` };
}

/** Of several errors the one deepest in the document says most: the others come from alternatives not meant. */
function deepest(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  return errors.reduce<ErrorObject | undefined>((best, e) => (best && depth(best) >= depth(e) ? best : e), undefined);
}

function validator(name: SchemaName): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  ajv ??= new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
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
