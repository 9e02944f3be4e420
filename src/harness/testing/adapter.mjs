// The protocol's side of the adapters that the tests start.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Rejection, read, write } from "./tiny.mjs";

export const ABOUT = {
  protocol: 1,
  name: "tiny",
  version: "1.0.0",
  editions: ["v2", "v3"],
  roles: ["reader", "writer", "verifier"],
  features: ["x-colour"],
  choices: { "note-limit": "refuse" },
  values: ["dsi", "edition", "octets", "end", "domain", "memory"],
};

/** Answers one request, given as a message of the serve protocol. */
export function answer({ do: verb, edition, image, stream, blobs, out }, quirks) {
  try {
    if (verb === "write") {
      writeFileSync(out, write(readFileSync(stream, "utf8"), blobs));
      return { outcome: "accept" };
    }
    const value = read(readFileSync(image), edition, quirks);
    return verb === "read" ? { outcome: "accept", value } : { outcome: "accept", findings: [] };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { code, at } = error;
    if (verb === "check") return { outcome: "reject", findings: [{ code, at }] };
    return { outcome: "reject", code, ...(at !== undefined && { at }) };
  }
}

/** The request that the command line makes. */
export function requestOf([verb, first, second]) {
  const { DSI_EDITION: edition } = process.env;
  if (verb === "write") return { do: verb, edition, stream: first, out: second, blobs: join(dirname(first), "blobs") };
  return { do: verb, edition, image: first };
}

/** Runs an adapter that starts anew for each request. */
export function exec(about = {}, reply = (request) => answer(request)) {
  const words = process.argv.slice(2);
  if (words[0] === "about") return console.log(JSON.stringify({ ...ABOUT, ...about }));
  const { outcome, value, ...rest } = reply(requestOf(words));
  if (outcome === "unsupported") process.exitCode = 3;
  else if (outcome === "reject") {
    console.log(JSON.stringify(rest));
    process.exitCode = 1;
  } else if (words[0] === "read" && value !== undefined) console.log(JSON.stringify(value));
  else if (words[0] === "check") console.log(JSON.stringify({ findings: [] }));
}

/** Runs an adapter that serves. `line` gets each request and a function that prints an answer. */
export function serve(about = {}, line = (request, print) => print({ seq: request.seq, ...answer(request) })) {
  if (process.argv[2] === "about") return console.log(JSON.stringify({ ...ABOUT, serve: true, ...about }));
  const print = (document) =>
    process.stdout.write(typeof document === "string" ? document : `${JSON.stringify(document)}\n`);
  createInterface({ input: process.stdin }).on("line", (text) => line(JSON.parse(text), print));
}

/** Runs an adapter that serves, one request at a time, with the same reply that a program for each would give. */
export function steady(about, reply) {
  serve(about, (request, print) => print({ seq: request.seq, ...reply(request) }));
}
