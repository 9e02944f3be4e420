#!/usr/bin/env node
// An adapter for the parser that kaitai-struct-compiler makes from schemas/*.ksy: the compiler's own JavaScript, as it
// stands in generated/strict, and its runtime. Nothing is checked here that the description does not say, with one
// exception: a Reader of v2 takes version 2 only, which is a question of who asks and not of the octets.
//
//   node adapter.js about | read IMAGE | check IMAGE | serve
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const KaitaiStream = require("kaitai-struct/KaitaiStream");
const { DomainSaveImage } = require("../../../generated/strict/js/DomainSaveImage.js");

const ABOUT = {
  protocol: 1,
  name: "dsi-kaitai-strict",
  version: "1.0.0",
  editions: ["v2", "v3"],
  roles: ["reader", "verifier"],
  features: ["x86-pv", "x86-hvm", "big-endian", "libxl", "xl", "synthetic"],
  choices: { "byte-order": "both", "record-limit": "refuse", "static-in-v2": "accept", "libxl-end": "require" },
  values: [],
  serve: true,
};

/** Accept, reject with the runtime's class and words for it, or unsupported. What is no complaint of the runtime is thrown. */
function answer({ image, edition = "v3", context = {} }) {
  if (context.stream && context.stream !== "plain") return { outcome: "unsupported", what: "checkpointed streams" };
  if (context.channel === "back") return { outcome: "unsupported", what: "the back channel" };
  const octets = readFileSync(image);
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const parser = new DomainSaveImage(new KaitaiStream(view));
  try {
    parser._read();
  } catch (error) {
    if (!isComplaint(error)) throw error;
    return { outcome: "reject", what: error.message, code: error.name };
  }
  const version = imageOf(parser.outermost)?.imageHeader?.version;
  if (version === undefined) return { outcome: "reject", what: "octets that open no known layer" };
  return edition === "v2" && version !== 2 ? { outcome: "reject", what: `version ${version}` } : { outcome: "accept" };
}

/** The innermost layer: the xl save file holds `stream`, the libxl stream holds `libxc`. */
function imageOf(layer) {
  const inner = layer.stream ?? layer.libxc;
  return inner ? imageOf(inner) : layer;
}

/** Whether the runtime throws this for bad input. A length beyond 2^31 makes it ask for a negative array. */
function isComplaint(error) {
  return (
    error instanceof RangeError ||
    /^(EOFError|Validation\w+Error)$/.test(error.name) ||
    error.message.startsWith("End of stream reached, but no terminator")
  );
}

function exec(image) {
  const { DSI_EDITION: edition, DSI_CONTEXT: context } = process.env;
  const { outcome, what, code } = answer({ image, edition, context: JSON.parse(context ?? "{}") });
  if (what !== undefined) console.error(what);
  if (outcome === "reject") console.log(JSON.stringify({ code }));
  process.exitCode = { accept: 0, reject: 1, unsupported: 3 }[outcome];
}

async function serve() {
  for await (const line of createInterface({ input: process.stdin })) {
    const { seq, ...request } = JSON.parse(line);
    const { outcome, what, code } = request.do === "write" ? { outcome: "unsupported", what: "writing" } : answer(request);
    console.log(JSON.stringify(outcome === "unsupported" ? { seq, outcome, what } : { seq, outcome, code }));
  }
}

const [verb, image] = process.argv.slice(2);
if (verb === "about") console.log(JSON.stringify(ABOUT));
else if (verb === "serve") await serve();
else if ((verb === "read" || verb === "check") && image !== undefined) exec(image);
else {
  console.error("about | read IMAGE | check IMAGE | serve");
  process.exitCode = 3;
}
