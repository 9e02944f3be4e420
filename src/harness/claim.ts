import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { About } from "./about.ts";
import { UsageError } from "./errors.ts";
import { type Evidence, trialKey } from "./evidence.ts";
import { canonicalJson } from "./json-compare.ts";
import { type Edition, PROTOCOL, type Role, type Suite } from "./model.ts";
import { digestState, type ObservedState } from "./observed-state.ts";
import type { Finding, Outcome } from "./outcome.ts";
import { inputDigest } from "./runs.ts";
import { departure } from "./schemas.ts";
import { parseStrictJson } from "./strict-json.ts";
import type { Trial } from "./trials.ts";

/** States up to this many characters stand whole in a claim, longer ones as digests of their top-level keys. */
const WHOLE = 64 * 1024;

/** One raw answer; `input` is the SHA-256 of what the adapter was given. */
export interface ClaimedAnswer extends ObservedState {
  readonly case: string;
  readonly role: Role;
  readonly edition: Edition;
  readonly input: string;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly at?: number;
  readonly findings?: readonly Finding[];
  readonly what?: string;
  readonly detail?: string;
  readonly out?: { readonly len: number; readonly sha256: string };
  readonly judge?: NonNullable<Evidence["judge"]>;
  readonly twin?: { readonly input: string; readonly outcome: Outcome };
}

/** Observations, not verdicts: whoever has the suite computes the verdicts from them again. */
export interface Claim {
  readonly claim: 1;
  readonly protocol: 1;
  readonly suite: Pick<Suite, "name" | "version" | "digest">;
  readonly about: About;
  /** Claims made before judges were asked for their editions do not have these. */
  readonly judge?: Pick<About, "name" | "version" | "values"> & Partial<Pick<About, "editions">>;
  readonly asked: {
    readonly editions: readonly Edition[];
    readonly roles: readonly Role[];
    readonly profile?: string;
    readonly only?: string;
    /** `i/n`: only this part of the suite was run. */
    readonly shard?: string;
  };
  readonly answers: readonly ClaimedAnswer[];
}

/** Writes down what was seen of each applicable trial, in the order of the trials, with the digests of what the adapter was given. */
export async function claimOf(
  suite: Suite,
  about: About,
  judge: About | undefined,
  asked: Claim["asked"],
  seen: readonly { readonly trial: Trial; readonly evidence: Evidence }[],
): Promise<Claim> {
  const answers: ClaimedAnswer[] = [];
  for (const { trial, evidence } of seen) {
    const { outcome, code, at, findings, what, detail, out, judge: said, twin } = evidence;
    if (trial.missing.length > 0) continue;
    answers.push({
      case: trial.case.id,
      role: trial.role,
      edition: trial.edition,
      input: await inputDigest(trial.run.input),
      outcome,
      ...shorten(evidence),
      ...(code !== undefined && { code }),
      ...(at !== undefined && { at }),
      ...(findings && { findings }),
      ...(what !== undefined && { what }),
      ...(detail !== undefined && { detail }),
      ...(out && { out: { len: out.len, sha256: out.sha256 } }),
      ...(said && { judge: shortened(said) }),
      ...(twin && trial.twin && { twin: { input: await inputDigest(trial.twin.run.input), outcome: twin.outcome } }),
    });
  }
  return {
    claim: 1,
    protocol: PROTOCOL,
    suite: { name: suite.name, version: suite.version, digest: suite.digest },
    about,
    ...(judge && {
      judge: { name: judge.name, version: judge.version, editions: judge.editions, values: judge.values },
    }),
    asked,
    answers,
  };
}

/** Octets that a packed claim may unpack to. */
const UNPACKED = 256 * 2 ** 20;

const gunzipped = promisify(gunzip);

const unzip = (octets: Uint8Array) => gunzipped(octets, { maxOutputLength: UNPACKED });

/** Reads a claim, packed where the name ends in `.gz`; throws `UsageError` when it is missing or invalid. */
export async function readClaim(file: string): Promise<Claim> {
  try {
    const octets = await readFile(file);
    const document = parseStrictJson(file.endsWith(".gz") ? await unzip(octets) : octets);
    const found = departure("claim", document);
    if (found) throw new Error(`${found.path || "the document"} ${found.message}`);
    return document as unknown as Claim;
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/**
 * What a claim says of trials of a suite, which need not be the suite it was made with: an answer counts only for the
 * very octets it was given to. A trial without such an answer was not answered, which never passes.
 */
export async function evidenceFrom(
  claim: Claim,
  trials: readonly Trial[],
  suite: Suite,
): Promise<Map<Trial, Evidence>> {
  // Of the very suite that it was made with, a claim names the octets that the suite has.
  const sameSuite = claim.suite.digest === suite.digest;
  const answers = new Map(
    claim.answers.map((answer) => [trialKey({ ...answer, case: { id: answer.case } } as unknown as Trial), answer]),
  );
  const digest = ({ input }: Trial["run"]) => inputDigest(input);
  const evidence = new Map<Trial, Evidence>();
  for (const trial of trials) {
    if (trial.missing.length > 0) continue;
    const answer = answers.get(trialKey(trial));
    const answered = answer && (sameSuite || answer.input === (await digest(trial.run)));
    if (!answered) {
      const detail = answer ? "the claim answers for other octets" : "the claim has no answer";
      evidence.set(trial, { outcome: "unsupported", detail, twin: { outcome: "accept" } });
      continue;
    }
    const { case: _case, role: _role, edition: _edition, input: _input, twin, ...rest } = answer;
    const same = twin && trial.twin && (sameSuite || twin.input === (await digest(trial.twin.run)));
    evidence.set(trial, { ...rest, ...(same && { twin: { outcome: twin.outcome } }) } as Evidence);
  }
  return evidence;
}

function shorten({ value, digests }: ObservedState): ObservedState {
  if (digests) return { digests };
  if (value === undefined) return {};
  return canonicalJson(value).length <= WHOLE ? { value } : { digests: digestState(value) };
}

function shortened(judge: NonNullable<Evidence["judge"]>): NonNullable<Evidence["judge"]> {
  const { value: _value, digests: _digests, ...rest } = judge;
  return { ...rest, ...shorten(judge) };
}
