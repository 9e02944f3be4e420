/** Mutants of kind `replace` that read legacy streams (spec 15). */

import { sha256 } from "../../../codecs/sha256.ts";
import { allRules } from "../../../containers/rules.ts";
import type { LegacyPart } from "../../../format/legacy/parts.ts";
import { type AnyRule, rule } from "../../../format/rule.ts";
import { XALLOC } from "../../../format/vocabulary.ts";
import type { JsonObject } from "../../../harness/strict-json.ts";
import { codec, type Implementation, type Ready, reference } from "./bench.ts";

type Code = AnyRule["code"];
type Part<P extends LegacyPart["part"]> = Extract<LegacyPart, { part: P }>;
type Facts = Parameters<AnyRule["check"]>[1];

/** A rule on one part that reports where `wrong` says so, under a code that both roles reject. */
function objecting<P extends LegacyPart["part"]>(
  part: P,
  wrong: (subject: Part<P>, facts: Facts) => boolean,
  code: Code = "legacy-truncated",
): Implementation {
  const extra = rule(code, "legacy", (subject, facts, report) => {
    if (subject.part === part && wrong(subject as Part<P>, facts)) report(0, part, "this", "something else");
  });
  return codec([...allRules, extra]);
}

/** A rule that never reports, but may change what the codec keeps. */
function watching<P extends LegacyPart["part"]>(part: P, watch: (subject: Part<P>, facts: Facts) => void): AnyRule {
  return rule("legacy-truncated", "legacy", (subject, facts) => {
    if (subject.part === part) watch(subject as Part<P>, facts);
  });
}

/** The codec, which answers another state. */
function answering(change: (state: JsonObject) => JsonObject): Implementation {
  return (ready) => {
    const answer = reference(ready);
    if (answer.value === undefined || ready.trial.edition !== "legacy") return answer;
    return { ...answer, value: change(answer.value) };
  };
}

type Params = { params: [number, string][] };
type Emulator = { xenstore: string[][]; context: JsonObject | null };

function mapEmulators(state: JsonObject, change: (emulator: Emulator) => Emulator): JsonObject {
  if (state.emulators === undefined) return state;
  return { ...state, emulators: (state.emulators as unknown as Emulator[]).map(change) as never };
}

/** Whatever a pfn was given first stays. */
function firstContentsWin(ready: Ready) {
  const first = new Map<number, Uint8Array>();
  const tap = rule("legacy-truncated", "page", ({ pfn, digest }, { legacy, verifying }) => {
    if (digest === undefined || legacy === undefined || verifying) return;
    const known = first.get(pfn);
    if (known === undefined) first.set(pfn, digest.slice());
    else digest.set(known);
  });
  return codec([...allRules, tap])(ready);
}

/** Words of a run are taken for differences, which name and comments of the code have them be. */
function differences(ready: Ready) {
  const pages = new Map<number, Uint8Array>();
  let changed = false;
  const code = watching("code", ({ full }) => {
    changed = !full;
  });
  const page = rule("legacy-truncated", "page", ({ pfn, octets, digest }, { legacy }) => {
    if (legacy === undefined || digest === undefined) return;
    const before = pages.get(pfn);
    pages.set(pfn, octets.slice());
    if (!changed || before === undefined) return;
    digest.set(sha256(octets.map((octet, at) => (octet === before[at] ? octet : octet ^ (before[at] as number)))));
    changed = false;
  });
  return codec([...allRules, code, page])(ready);
}

/** A stream that was not told of an end goes on: the last checkpoint is one like the others. */
function goesOn(state: JsonObject): JsonObject {
  const rounds = state.checkpoints as number;
  return rounds > 0 ? { ...state, end: { failover: rounds } } : state;
}

const widthOfReader = (wanted: number) => objecting("header", ({ long }) => long !== wanted);

/** The clock with its fields in the order that X86_TSC_INFO has. */
function otherOrder(state: JsonObject): JsonObject {
  if (state.tsc === undefined) return state;
  const { nsec, khz, ...rest } = state.tsc as { nsec: string; khz: number };
  const low = Number(BigInt(nsec) & 0xffff_ffffn);
  return {
    ...state,
    tsc: { ...rest, khz: low, nsec: `0x${((BigInt(khz) << 32n) | (BigInt(nsec) >> 32n)).toString(16)}` },
  };
}

export const legacyReaders: Readonly<Record<string, Implementation>> = {
  "leg-004-always-4": widthOfReader(4),
  "leg-004-always-8": widthOfReader(8),
  "leg-006-always-hvm": objecting("header", ({ kind }) => kind === "pv"),
  "leg-024-width-of-the-writer": (ready) => {
    let long = 0;
    const first = watching("header", (header) => {
      long = header.long;
    });
    const width = rule("legacy-truncated", "body", ({ octets, head }, { legacy }, report) => {
      if (legacy !== undefined && head.type === 2 && octets[0] !== long) report(0, "frames", "this", "another number");
    });
    const onBody = { ...width, of: { layer: "image", type: 2 } } as AnyRule;
    return codec([...allRules, first, onBody])(ready);
  },
  "leg-031-contents-of-reserved-pages": objecting("entries", ({ list }) => (list.typesSeen & (1 << XALLOC)) !== 0),
  "leg-032-takes-it-for-pfn-0": codec([
    ...allRules,
    watching("entries", ({ list }, { pages, verifying }) => {
      if (list.entries < list.count && !verifying) pages.setType(0, 0xf);
    }),
  ]),
  "leg-033-first-contents-win": firstContentsWin,
  "leg-033-rejects-twice": objecting(
    "entries",
    ({ list: { pfns, entries } }) => new Set(pfns.subarray(0, entries)).size < entries,
  ),
  "leg-048-other-order": answering(otherOrder),
  "leg-051-unknown-chunk-21": objecting("chunk", ({ id }) => id === -21),
  "leg-051-values-of-32-bits": answering((state) => {
    const hvm = state.hvm as unknown as Params | undefined;
    if (hvm === undefined) return state;
    const cut = (value: string) => `0x${(BigInt(value) & 0xffff_ffffn).toString(16)}`;
    return { ...state, hvm: { ...hvm, params: hvm.params.map(([index, value]) => [index, cut(value)]) } as never };
  }),
  "leg-058-discards-toolstack": answering((state) =>
    mapEmulators(state, (emulator) => ({ ...emulator, xenstore: [] })),
  ),
  "leg-059-rejects-toolstack-in-pv": objecting("chunk", ({ id }, { kind }) => id === -18 && kind === "pv"),
  "leg-064-length-of-32-bits": objecting("compressed", ({ formatB }, { pages }) => formatB && pages !== undefined),
  "leg-073-takes-words-for-differences": differences,
  "leg-078-drops-the-list": codec([
    ...allRules,
    watching("unmapped", (_, { pages }) => {
      pages.setType = () => {};
    }),
  ]),
  "leg-091-store-first": answering((state) => {
    const hvm = state.hvm as unknown as Params | undefined;
    if (hvm === undefined) return state;
    const value = (of: number) => hvm.params.find(([index]) => index === of)?.[1] ?? "0x0";
    const from = new Map([
      [1, 5],
      [5, 6],
      [6, 1],
    ]);
    const params = hvm.params.map(([index, own]) => [index, from.has(index) ? value(from.get(index) as number) : own]);
    return { ...state, hvm: { ...hvm, params } as never };
  }),
  "leg-102-drops-emulator": answering((state) => mapEmulators(state, (emulator) => ({ ...emulator, context: null }))),
  "leg-105-goes-on": answering(goesOn),
  "leg-108-looks-past-the-end": (ready) => {
    const answer = reference(ready);
    const more = ready.trial.edition === "legacy" && (answer.value?.octets as number) < ready.octets.length;
    return more && answer.value?.end === "complete" ? { accepted: false } : answer;
  },
  "leg-106-rejects-failover": (ready) => {
    const answer = reference(ready);
    const broke = ready.trial.edition === "legacy" && typeof answer.value?.end === "object";
    return broke ? { accepted: false } : answer;
  },
};

export const legacyVerifiers: Readonly<Record<string, Implementation>> = {
  "leg-005-always-4": widthOfReader(4),
  "leg-005-always-8": widthOfReader(8),
  "leg-023-entries-of-p2m-size": objecting("header", ({ kind }) => kind === "pv"),
};
