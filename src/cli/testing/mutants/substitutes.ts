/** Mutants of kind `replace` that read: implementations that do one thing otherwise, by the id of their file in conformance/mutants. */

import { createHash } from "node:crypto";
import type { Code } from "../../../../generated/catalogue.ts";
import { allRules } from "../../../containers/rules.ts";
import { DRAFT_B, isDefined } from "../../../format/profile.ts";
import { type AnyRule, type Rule, rule, type Subjects } from "../../../format/rule.ts";
import { xenstorePairs } from "../../../format/state-builder.ts";
import { BROKEN, LIBXL, RECORD, RECORD_LIMIT } from "../../../format/vocabulary.ts";
import type { JsonObject } from "../../../harness/strict-json.ts";
import { type Answer, codec, type Implementation, type Ready, reference, withReport } from "./bench.ts";
import { legacyReaders, legacyVerifiers } from "./legacy.ts";
import {
  domainFields,
  type Framing,
  isBare,
  isBigEndian,
  joined,
  type RawRecord,
  rewritten,
  turned,
} from "./records.ts";
import { v4Readers } from "./v4.ts";
import { wrappersAnswer, wrappersRead } from "./wrappers.ts";

function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || Buffer.compare(a, b) === 0;
}

/** The codec with one rule more, or one that looks at more than it should. */
function rejecting<K extends keyof Subjects>(code: Code, on: K, check: Rule<K>["check"]): Implementation {
  return codec([...allRules, rule(code, on, check)]);
}

/** A rule that never reports: it watches, and may change what the codec keeps. */
function watching<K extends keyof Subjects>(
  on: K,
  watch: (subject: Subjects[K], facts: Parameters<AnyRule["check"]>[1]) => void,
) {
  // A code that every edition has: rules of others are not asked.
  return rule("image-marker", on, (subject, facts) => watch(subject, facts));
}

/** The codec on octets that were read otherwise. What it says of `octets` is as if it had read the whole. */
function reading(change: (octets: Uint8Array) => Uint8Array): Implementation {
  return (ready) => {
    const octets = change(ready.octets);
    if (sameOctets(octets, ready.octets)) return reference(ready);
    const answer = codec()({ ...ready, octets });
    if (octets.length === ready.octets.length || answer.value === undefined) return answer;
    const consumed = (answer.value.octets as number) + ready.octets.length - octets.length;
    return { ...answer, value: { ...answer.value, octets: consumed } };
  };
}

/** The codec, which answers another state. */
function answering(change: (state: JsonObject, ready: Ready) => JsonObject): Implementation {
  return (ready) => {
    const answer = reference(ready);
    return answer.value === undefined ? answer : { ...answer, value: change(answer.value, ready) };
  };
}

/** The codec, which rejects after all what it would accept as such a state. */
function rejectingState(wrong: (state: JsonObject, ready: Ready) => boolean): Implementation {
  return (ready): Answer => {
    const answer = reference(ready);
    return answer.value !== undefined && wrong(answer.value, ready) ? { accepted: false } : answer;
  };
}

/** The records of a bare image, framed by the mutant and edited one by one. */
function records(
  edit: () => (record: RawRecord, isBe: boolean) => readonly RawRecord[] = () => (record) => [record],
  framing: Framing = {},
): Implementation {
  return reading((octets) => rewritten(octets, edit(), framing));
}

/** Of the records of one type, by `key`, the first counts. */
function firstWins(type: number, key: (body: Uint8Array) => string = () => ""): Implementation {
  return records(() => {
    const first = new Map<string, Uint8Array>();
    return (record) => {
      if (record.type !== type) return [record];
      const body = first.get(key(record.body)) ?? record.body;
      first.set(key(record.body), body);
      return [{ ...record, body }];
    };
  });
}

type Run = { pfn: string; count: string; type: string; sha256?: string };
type Pairs = [number, string][];
type Emulator = { id: number; index: number; xenstore: [string, string][] };

function mapMemory(state: JsonObject, change: (run: Run) => readonly Run[]): JsonObject {
  return { ...state, memory: (state.memory as unknown as Run[]).flatMap(change) as never };
}

/** A value on its way through an IEEE double. */
function rounded(value: string): string {
  return `0x${BigInt(Number(BigInt(value))).toString(16)}`;
}

/** Replaces every 64-bit integer in a part of a state. */
function mapHex(value: unknown, change: (hex: string) => string): unknown {
  if (typeof value === "string") return /^0x[0-9a-f]+$/.test(value) ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => mapHex(item, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapHex(item, change)]));
}

/** The digest of some pages' digests. */
function digestOf(digests: readonly Uint8Array[]): string {
  return createHash("sha256").update(joined(digests)).digest("hex");
}

const readers: Readonly<Record<string, Implementation>> = {
  "rec-009-off-by-one": rejecting("record-limit", "record", ({ layer, at, length }, _, report) => {
    if (layer === "image" && length >= RECORD_LIMIT) report(at + 4, "body_length", length, "less");
  }),
  "rec-013-rejects-optional": rejecting("record-unknown-mandatory", "record", ({ layer, at, type }, facts, report) => {
    if (layer === "image" && !isDefined(layer, type, facts.edition)) report(at, "type", type, "a type that is defined");
  }),
  "rec-013-masks-the-bit": records(() => (record) => [{ ...record, type: record.type & 0x7fff_ffff }]),
  "rec-029-looks-past-end": rejectingState(
    ({ end, octets }, ready) => end === "complete" && (octets as number) < ready.octets.length,
  ),
  "ord-013-pages-only": rejecting("p2m-late", "record", ({ layer, at, type }, facts, report) => {
    if (layer === "image" && facts.edition === "v2" && type === RECORD.X86_PV_P2M_FRAMES && facts.static === "open")
      report(at, "type", type, "a page before it");
  }),
  "ord-038-context-first": rejecting("record-kind", "record", ({ layer, at, type }, facts, report) => {
    if (layer === "image" && type === RECORD.HVM_PARAMS && facts.count(RECORD.HVM_CONTEXT) === 0)
      report(at, "type", type, "HVM_CONTEXT before it");
  }),
  "ord-045-memory-in-one-piece": rejecting("p2m-late", "record", ({ layer, at, type }, facts, report) => {
    if (layer === "image" && type === RECORD.PAGE_DATA && facts.countInRound(RECORD.X86_TSC_INFO) > 0)
      report(at, "type", type, "no page after the clock");
  }),
  "page-015-first-type-wins": codec([
    ...allRules,
    watching("image-header", (_, { pages }) => {
      const setType = pages.setType.bind(pages);
      pages.setRun = (pfn, count, type) => {
        for (let page = pfn; page < pfn + count; page++) if (pages.type(page) === -1) setType(page, type);
      };
    }),
  ]),
  "page-015-first-contents-win": (ready) => {
    const first = new Map<number, Uint8Array>();
    const tap = watching("page", ({ pfn, digest }, { verifying }) => {
      if (digest === undefined || verifying) return;
      const known = first.get(pfn);
      if (known === undefined) first.set(pfn, digest.slice());
      else digest.set(known);
    });
    return codec([...allRules, tap])(ready);
  },
  "page-015-hashes-as-sent": (ready) => {
    const digests = new Map<number, Uint8Array>();
    const tap = watching("page", ({ pfn, digest }) => {
      if (digest === undefined) return;
      digests.delete(pfn);
      digests.set(pfn, digest.slice());
    });
    const answer = codec([...allRules, tap])(ready);
    if (answer.value === undefined) return answer;
    const sent = [...digests.keys()];
    const value = mapMemory(answer.value, (run) => {
      const from = Number(run.pfn);
      const mine = sent.filter((pfn) => pfn >= from && pfn < from + Number(run.count));
      const inOrder = (pfns: readonly number[]) => digestOf(pfns.map((pfn) => digests.get(pfn) as Uint8Array));
      // What a round that was dropped has sent is no part of the state.
      const known = run.sha256 === inOrder([...mine].sort((a, b) => a - b));
      return [known ? { ...run, sha256: inOrder(mine) } : run];
    });
    return { ...answer, value };
  },
  "page-022-xtab-of-zeros": answering((state) =>
    mapMemory(state, (run) => [run.type === "xtab" ? { ...run, type: "xalloc" } : run]),
  ),
  "page-022-runs-not-merged": answering((state) =>
    mapMemory(state, (run) => {
      const left = 0x1000n - (BigInt(run.pfn) % 0x1000n);
      if (run.type !== "xtab" || BigInt(run.count) <= left) return [run];
      const rest = { ...run, pfn: hex(BigInt(run.pfn) + left), count: hex(BigInt(run.count) - left) };
      return [{ ...run, count: hex(left) }, rest];
    }),
  ),
  "page-023-rejects-broken": rejecting("page-type", "page-list", ({ at, entries, types }, _, report) => {
    if (types.subarray(0, entries).includes(BROKEN)) report(at, "type", BROKEN, "a page that could be read");
  }),
  "hvm-029-drops-parameter-4": answering((state) =>
    withParams(state, (params) => params.filter(([index]) => index !== 4)),
  ),
  "hvm-029-rejects-parameter-4": rejectingState(
    ({ hvm }) => (hvm as { params: Pairs } | undefined)?.params.some(([index]) => index === 4) === true,
  ),
  "hvm-026-value-of-32-bits": answering((state) =>
    withParams(state, (params) => params.map(([index, value]) => [index, hex(BigInt(value) & 0xffff_ffffn)])),
  ),
  "hvm-026-value-as-double": answering((state) =>
    withParams(state, (params) => params.map(([index, value]) => [index, rounded(value)])),
  ),
  "hvm-026-first-wins": records(() => {
    const known = new Map<string, Uint8Array>();
    return (record) => {
      if (record.type !== RECORD.HVM_PARAMS) return [record];
      const body = record.body.slice();
      for (let at = 8; at + 16 <= body.length; at += 16) {
        const index = Buffer.from(body.subarray(at, at + 8)).toString("hex");
        const value = known.get(index) ?? body.slice(at + 8, at + 16);
        known.set(index, value);
        body.set(value, at + 8);
      }
      return [{ ...record, body }];
    };
  }),
  "ckpt-011-rejects-failover": rejectingState(({ end }) => end !== "complete"),
  "ckpt-011-keeps-uncommitted-pages": codec([
    ...allRules,
    watching("image-header", (_, facts) => {
      facts.pages.rollback = () => {};
    }),
  ]),
  "ckpt-011-counts-from-zero": answering((state) =>
    state.end === "complete" ? state : { ...state, end: { failover: (state.checkpoints as number) - 1 } },
  ),
  "ckpt-011-counts-the-broken-round": answering((state) =>
    state.end === "complete" ? state : { ...state, checkpoints: (state.checkpoints as number) + 1 },
  ),
  "ckpt-011-consumes-everything": answering((state, { octets }) =>
    state.end === "complete" ? state : { ...state, octets: octets.length },
  ),
  "ckpt-014-forgives": codec(
    allRules.map(
      (one) =>
        ({
          ...one,
          check: (subject: never, facts: Parameters<AnyRule["check"]>[1], report: never) => {
            if (facts.commits === 0) one.check(subject, facts, report);
          },
        }) as AnyRule,
    ),
  ),
  "ckpt-014-rejects-at-once": (ready) => {
    // A fault after a commit is held by the codec until the CHECKPOINT that commits it; here any fault at all decides.
    let faulty = false;
    let commits = 0;
    const faults = allRules.map((one) =>
      withReport(one, (code) => {
        if (commits > 0 && MALFORMED.includes(code)) faulty = true;
      }),
    );
    const tap = watching("record", (_, facts) => {
      commits = facts.commits;
    });
    const answer = codec([tap, ...faults])(ready);
    return faulty ? { accepted: false } : answer;
  },
  "ckpt-015-rejects-optional": rejecting("record-unknown-mandatory", "record", ({ layer, at, type }, facts, report) => {
    if (layer === "image" && facts.commits > 0 && !isDefined(layer, type))
      report(at, "type", type, "a type that is defined");
  }),
  "ckpt-016-rejects-end": rejectingState(({ end, checkpoints }) => end === "complete" && (checkpoints as number) > 0),
  "ckpt-016-takes-end-for-failover": answering((state) =>
    state.end === "complete" && (state.checkpoints as number) > 0
      ? { ...state, end: { failover: state.checkpoints as number } }
      : state,
  ),
  "lxl-012-rejects-optional": rejecting("libxl-unknown-mandatory", "libxl-record", ({ layer, at, type }, _, report) => {
    if (layer === "libxl" && !isDefined(layer, type)) report(at, "type", type, "a type that is defined");
  }),
  "lxl-023-loses-octets-behind-end": (ready) => {
    let behind: number | undefined;
    const tap = watching("record-end", ({ layer, type, end }) => {
      if (layer === "image" && type === RECORD.END) behind ??= end;
    });
    codec([...allRules, tap])(ready);
    // What was read ahead is gone where more than END of the libxl stream follows.
    if (behind === undefined || isBare(ready.octets) || ready.octets.length - behind <= 8) return reference(ready);
    const octets = joined([ready.octets.subarray(0, behind), ready.octets.subarray(behind + 8)]);
    return codec()({ ...ready, octets });
  },
  "lxl-023-leaves-out-its-end": answering((state) =>
    (state.container as string[]).includes("libxl") && state.emulators !== undefined
      ? { ...state, octets: (state.octets as number) - 8 }
      : state,
  ),
  "ord-045-first-clock-wins": firstWins(RECORD.X86_TSC_INFO),
  "ord-045-clock-as-double": answering((state) => ({ ...state, tsc: mapHex(state.tsc, rounded) as never })),
  "x86-016-value-as-double": answering((state) => ({ ...state, msrs: mapHex(state.msrs, rounded) as never })),
  "ord-025-first-window-wins": firstWins(RECORD.X86_PV_P2M_FRAMES),
  "pv-055-value-as-double": answering((state) => ({ ...state, pv: mapHex(state.pv, rounded) as never })),
  "ord-035-first-record-wins": records(() => {
    const first = new Map<string, Uint8Array>();
    return (record) => {
      if (![4, 5, 6, 12].includes(record.type)) return [record];
      const key = `${record.type}/${Buffer.from(record.body.subarray(0, 4)).toString("hex")}`;
      const body = first.get(key) ?? record.body;
      first.set(key, body);
      return [{ ...record, body }];
    };
  }),
  "pv-023-sub-header-little-endian": records(() => (record, isBe) => {
    const mine = isBe && [4, 5, 6, 12].includes(record.type) && record.body.length >= 4;
    return [mine ? { ...record, body: turned(record.body, [0, 4]) } : record];
  }),
  "xl-018-keeps-nul": answering((state) =>
    typeof state.config === "string" ? { ...state, config: `${state.config}\0` } : state,
  ),
  "lxl-033-merges-pairs": (ready) => {
    let key = "";
    const pairs = new Map<string, (readonly [string, string])[]>();
    const taps = [
      watching("emulator", ({ id, index }) => {
        key = `${id}/${index}`;
      }),
      {
        ...watching("body", ({ octets }) => {
          pairs.set(key, [...(pairs.get(key) ?? []), ...xenstorePairs(octets)]);
        }),
        of: { layer: "libxl", type: LIBXL.EMULATOR_XENSTORE_DATA },
      } as AnyRule,
    ];
    const answer = codec([...allRules, ...taps])(ready);
    if (answer.value?.emulators === undefined) return answer;
    const emulators = (answer.value.emulators as unknown as Emulator[]).map((one) => ({
      ...one,
      xenstore: pairs.get(`${one.id}/${one.index}`) ?? [],
    }));
    return { ...answer, value: { ...answer.value, emulators: emulators as never } };
  },
};

const verifiers: Readonly<Record<string, Implementation>> = {
  "img-010-options-little-endian": reading((octets) => (isBare(octets) ? turned(octets, [16, 18]) : octets)),
  "dom-011-always-little-endian": reading((octets) =>
    isBare(octets) && isBigEndian(octets) ? turned(octets, ...domainFields(octets)) : octets,
  ),
  "rec-001-always-little-endian": records(undefined, { headIsBe: false }),
  "rec-002-pads-to-four": records(undefined, { multiple: 4 }),
  "rec-014-rejects-optional": readers["rec-013-rejects-optional"] as Implementation,
};

/** Codes of faults that stand in a record by itself. */
const MALFORMED: readonly string[] = [
  "record-unknown-mandatory",
  "page-type",
  "page-length",
  "tsc-length",
  "tsc-mode",
  "hvm-header",
  "hvm-params-length",
];

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

function withParams(state: JsonObject, change: (params: Pairs) => Pairs): JsonObject {
  const hvm = state.hvm as { params: Pairs } | undefined;
  return hvm === undefined ? state : { ...state, hvm: { ...hvm, params: change(hvm.params) } as never };
}

const around: Readonly<Record<string, Implementation>> = Object.fromEntries([
  ...Object.entries(wrappersRead).map(([id, change]) => [id, reading(change)] as const),
  ...Object.entries(wrappersAnswer).map(([id, change]) => [id, answering(change)] as const),
]);

const P2M = { layer: "image", type: DRAFT_B.P2M } as const;

/** What the proposal of 2014 shares with later editions, and what is its own. */
const draftB: Readonly<Record<string, Implementation>> = {
  "db-054-looks-past-end": readers["rec-029-looks-past-end"] as Implementation,
  "db-083-first-entry-wins": (ready) => {
    const first = new Map<bigint, bigint>();
    const tap = watching("body", ({ head, octets }, { edition }) => {
      if (edition !== "draft-b" || head.type !== DRAFT_B.P2M) return;
      const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
      let pfn = view.getBigUint64(0, !head.isBe);
      for (let at = 16; at + 8 <= octets.length; at += 8, pfn++) {
        const entry = first.get(pfn) ?? view.getBigUint64(at, !head.isBe);
        first.set(pfn, entry);
        view.setBigUint64(at, entry, !head.isBe);
      }
    });
    return codec([...allRules, { ...tap, of: P2M, dialect: "draft-b" } as AnyRule])({
      ...ready,
      octets: Uint8Array.from(ready.octets),
    });
  },
  "db-114-first-type-wins": readers["page-015-first-type-wins"] as Implementation,
  "db-114-first-contents-win": readers["page-015-first-contents-win"] as Implementation,
};

/** Every one of them, by its id. */
export const substitutes: Readonly<Record<string, Implementation>> = {
  ...readers,
  ...verifiers,
  ...around,
  ...legacyReaders,
  ...legacyVerifiers,
  ...draftB,
  ...v4Readers,
};
