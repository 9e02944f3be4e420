// An adapter with one planted fault: `node citizen.mjs FAULT about|read IMAGE|serve`. Everything else is the reference's own.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { about } from "../../../../dist/src/cli/adapter/about.js";
import { readImage } from "../../../../dist/src/containers/read.js";
import { FormatError } from "../../../../dist/src/format/fault.js";
import { faults } from "./faults.mjs";

const [, , fault, verb, image] = process.argv;
const { rules, state = (value) => value, before, answer, exec, values } = faults[fault];

/** The whole Reader: octets to a state; throws FormatError for what it rejects. */
function restore(octets, edition, context) {
  const feed = (reader) => {
    reader.push(octets);
    return reader.end();
  };
  const reader = readImage({ edition, context, deep: true, ...(rules && { rules }) });
  const value = feed(reader);
  const second = reader.secondPass?.();
  return state(second === undefined ? value : feed(second));
}

function read(path, edition, context) {
  const octets = readFileSync(path);
  if (answer !== undefined) {
    const outcome = answer(octets);
    if (outcome !== undefined) return { outcome };
  }
  try {
    const value = restore(before === undefined ? octets : before(octets), edition, context);
    return { outcome: "accept", ...(value && { value }) };
  } catch (error) {
    if (!(error instanceof FormatError) || exec) throw error;
    return { outcome: "reject" };
  }
}

if (verb === "about") {
  const serve = exec ? {} : { serve: true };
  const { serve: _, window: __, ...declared } = about();
  console.log(JSON.stringify({ ...declared, name: fault, roles: ["reader"], ...serve, ...(values && { values }) }));
} else if (verb === "serve") {
  for await (const line of createInterface({ input: process.stdin })) {
    const { seq, image: path, edition, context } = JSON.parse(line);
    console.log(JSON.stringify({ seq, ...read(path, edition, context) }));
  }
} else {
  const { DSI_EDITION, DSI_CONTEXT } = process.env;
  const { value } = read(image, DSI_EDITION, JSON.parse(DSI_CONTEXT));
  if (value !== undefined) console.log(JSON.stringify(value));
}
