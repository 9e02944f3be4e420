import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { imageRule } from "../../generated/catalogue.ts";
import type { Edition, StreamDocument } from "../containers/index.ts";
import { CODEC_EDITIONS, NEWEST } from "../format/edition.ts";
import { FormatError } from "../format/fault.ts";
import { parseStrictJson, StrictJsonError } from "../harness/strict-json.ts";
import { CommandError, NO } from "./ending.ts";
import { packageRoot } from "./package-root.ts";

/**
 * Reads a stream document (CONTRACT 5) from its text. Throws a CommandError with status 1 for what is no JSON, and a
 * FormatError (REC-033) for what departs from `schemas/stream.schema.json`; `path` is then a place in the document.
 */
export function readStreamDocument(text: Uint8Array): StreamDocument {
  const document = parse(text);
  const validate = validator();
  if (validate(document)) return document as unknown as StreamDocument;
  // Of several errors the one deepest in the document says most: the others come from alternatives not meant.
  const depth = (path: string) => path.split("/").length;
  const errors = validate.errors ?? [];
  const error = errors.reduce((best, one) => (depth(one.instancePath) > depth(best.instancePath) ? one : best));
  const { additionalProperty, allowedValues, allowedValue } = error.params;
  const extra = additionalProperty ?? allowedValues ?? allowedValue;
  throw new FormatError({
    code: "stream-invalid",
    ...requirement(document),
    at: 0,
    path: error.instancePath === "" ? "stream" : error.instancePath.slice(1).replaceAll("/", "."),
    found: shorten(valueAt(document, error.instancePath)),
    wanted: wish(error.message ?? "") + (extra === undefined ? "" : ` (${JSON.stringify(extra)})`),
  });
}

function parse(text: Uint8Array): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (error instanceof StrictJsonError) throw new CommandError(`not a stream document: ${error.message}`, NO);
    throw error;
  }
}

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (compiled) return compiled;
  const schema = (name: string) => JSON.parse(readFileSync(join(packageRoot(), "schemas", name), "utf8"));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
  ajv.addSchema(schema("common.schema.json"));
  compiled = ajv.compile(schema("stream.schema.json"));
  return compiled;
}

function requirement(document: unknown) {
  const { edition } = (document ?? {}) as { edition?: Edition };
  const rule = imageRule("stream-invalid", CODEC_EDITIONS.find((known) => known === edition) ?? NEWEST);
  if (rule === undefined) throw new Error("the specification has no requirement for what cannot be written");
  const { req, level } = rule;
  return { req, level };
}

/** Ajv says what a value must be or have; a finding says what was wanted. */
function wish(message: string): string {
  return message.replace(/^must NOT /, "not to ").replace(/^must /, "to ");
}

function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
