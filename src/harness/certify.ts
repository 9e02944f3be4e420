import { setMaxListeners } from "node:events";
import type { About } from "./about.ts";
import { checkChoices } from "./about.ts";
import type { Adapter } from "./adapter.ts";
import { type Certificate, certificateFor } from "./certificate.ts";
import { type Claim, claimOf, evidenceFrom, readClaim } from "./claim.ts";
import { AdapterError, UsageError } from "./errors.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import { type Evidence, evidenceOf, judgedRuns } from "./evidence.ts";
import { type KnownFailure, readKnown, recurs } from "./known.ts";
import { EDITIONS, type Edition, ROLES, type Role, type Suite } from "./model.ts";
import { openAdapter } from "./open-adapter.ts";
import { makeReport, type Report, type Windows } from "./report.ts";
import { makeRuns } from "./run.ts";
import { isInShard, mergeClaims, parseShard } from "./shard.ts";
import { loadSuite } from "./suite.ts";
import { judgedBy, type Selection, type Trial, trialsOf } from "./trials.ts";

/** What to certify, and how. */
export interface CertifyOptions {
  /** The suite folder, or a suite that is loaded already. */
  readonly suite: string | Suite;
  /** The adapter's command, or its words. Needed unless `from` is given. */
  readonly adapter?: string | readonly string[] | undefined;
  /** A claim to compute the verdicts from again, instead of running an adapter. */
  readonly from?: string | undefined;
  /** Claims of all shards of a suite, to compute the verdicts from as if they were one. */
  readonly merge?: readonly string[] | undefined;
  /** `i/n`: run only this part of the suite. It makes a claim, and earns no certificate. */
  readonly shard?: string | undefined;
  /** The command of the judge of what Writers write; without one, trials that ask for the same state are not applicable. */
  readonly judge?: string | readonly string[] | undefined;
  /** Editions and roles as given on the command line; without them all that adapter and suite have in common. */
  readonly editions?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly profile?: string | undefined;
  /** A file of known failures. */
  readonly known?: string | undefined;
  /** Seconds that an answer may take; 10 without it. */
  readonly timeout?: number | undefined;
  readonly jobs?: number | undefined;
  /** The only case to run. */
  readonly only?: string | undefined;
  /** Words that reports begin with where they say how to run a trial again. */
  readonly rerun?: readonly string[] | undefined;
  /** Of which trials the report has a window on the octets: of all without it. */
  readonly windows?: Windows | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** Kills all children and removes all temporary files; `certify` then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** All that comes of it. */
export interface CertifyResult {
  readonly certificates: readonly Certificate[];
  readonly report: Report;
  /** Made when asked for: it names what the adapter was given by digests, which take as long as much of the rest. */
  claim(): Promise<Claim>;
  /** 0: at least one certificate, and all conform (with known failures: nothing unexpected); else 1. */
  readonly exitCode: 0 | 1;
}

/**
 * Puts an adapter on trial before a suite and issues the certificates. Throws `SuiteError`, `AdapterError` or
 * `UsageError`, which end a command with exit status 2; whatever the adapter does is an outcome.
 */
export async function certify(options: CertifyOptions): Promise<CertifyResult> {
  const { signal, profile, timeout = 10 } = options;
  signal?.throwIfAborted();
  // Every process that is started listens for the end of the whole.
  if (signal !== undefined) setMaxListeners(0, signal);
  const suite = typeof options.suite === "string" ? await loadSuite(options.suite) : options.suite;
  const known = options.known === undefined ? undefined : await readKnown(options.known);
  const claimed = await claimedBy(options);
  const shard = options.shard === undefined ? undefined : parseShard(options.shard);
  const from = options.from ?? options.merge?.[0];
  if (shard && from !== undefined) throw new UsageError("a shard is run: --shard goes with an adapter");
  const asked = checkAsked(suite, options, claimed);
  const adapter = claimed ? undefined : await openAsked(options, timeout);
  const about = (claimed ?? adapter!).about;
  checkChoices(about, suite, adapter?.command ?? from!);
  const selection: Selection = {
    editions: asked.editions ?? suite.editions.filter((edition) => about.editions.includes(edition)),
    roles:
      asked.roles ??
      (profile === undefined ? ROLES.filter((r) => about.roles.includes(r)) : [suite.profiles.get(profile)!.role]),
    only: asked.only,
  };
  const asking = trialsOf(suite, about, selection);
  const judge = claimed ? undefined : await judgeFor(asking, options, timeout);
  const judgeAbout = claimed ? claimed.judge : judge?.about;
  const judges = (claimed ?? options).judge === undefined ? [] : judgeAbout?.editions;
  const all = judgedBy(asking, judges);
  const trials = shard === undefined ? all : all.filter((trial) => isInShard(trial, shard));
  const seen = {
    evidence: claimed
      ? await evidenceFrom(claimed, trials, suite)
      : await run(adapter!, trials, { ...options, timeout }, judge),
    judge: judgeAbout,
  };
  const compared = { values: about.values, judge: seen.judge?.values ?? [] };
  const evaluated = trials.map((trial) =>
    evaluate(trial, seen.evidence.get(trial) ?? { outcome: "none" }, about, compared, known ?? []),
  );
  const due = shard === undefined ? pairs(selection, asked, trials) : [];
  const certificates = due.map(([edition, role]) =>
    certificateFor({ suite, about, edition, role, profile: asked.profile, only: asked.only }, evaluated),
  );
  const ledger = holdToKnown(evaluated, known, suite);
  const command = claimed ? ["--from", from!] : ["--adapter", adapter!.command];
  const rerun = options.rerun ?? ["dsi", "certify", ...command, "--suite", suite.dir];
  const report = await makeReport({
    suite,
    about,
    judge: seen.judge,
    compared,
    certificates,
    known: ledger,
    evaluated,
    rerun,
    windows: options.windows ?? "all",
  });
  const claim = async () =>
    claimed ?? claimOf(suite, about, seen.judge as About, askedIn(selection, profile, options.shard), evaluated);
  const expected = known ? ledger.unexpected.length + ledger.stale.length === 0 : allConform(certificates);
  const isFine = shard === undefined ? certificates.length > 0 && expected : known ? expected : allPass(evaluated);
  return { certificates, report, claim, exitCode: isFine ? 0 : 1 };
}

/** The claim whose answers are judged instead of an adapter's. */
async function claimedBy({ from, merge }: CertifyOptions): Promise<Claim | undefined> {
  if (from !== undefined && merge !== undefined)
    throw new UsageError("--from takes one claim, --merge those of shards: give one");
  if (from !== undefined) {
    const claim = await readClaim(from);
    if (claim.asked.shard === undefined) return claim;
    throw new UsageError(`${from}: is the claim of shard ${claim.asked.shard}; --merge takes it with the others`);
  }
  if (merge === undefined) return undefined;
  const claims = await Promise.all(merge.map(async (file) => ({ file, claim: await readClaim(file) })));
  return mergeClaims(claims);
}

/** Of a shard: whether nothing in it stands against a certificate. */
function allPass(evaluated: readonly Evaluated[]): boolean {
  return evaluated.every(({ trial, bare }) => !trial.judged || !trial.gates || bare === "pass" || bare === "none");
}

/**
 * The certificates that a claim earns, of all editions that it answers for or of some, without the report that would show each of its
 * trials. Throws like {@link certify}.
 */
export async function certificatesOf(
  suite: Suite,
  from: string,
  editions?: readonly Edition[],
): Promise<readonly Certificate[]> {
  const claim = await readClaim(from);
  const { about } = claim;
  const claimed = editions?.filter((edition) => claim.asked.editions.includes(edition));
  const asked = checkAsked(suite, { suite, from, editions: claimed }, claim);
  checkChoices(about, suite, from);
  const selection: Selection = {
    editions: asked.editions!,
    roles: asked.roles!,
    only: asked.only,
  };
  const trials = judgedBy(trialsOf(suite, about, selection), claim.judge === undefined ? [] : claim.judge.editions);
  const evidence = await evidenceFrom(claim, trials, suite);
  const compared = { values: about.values, judge: claim.judge?.values ?? [] };
  const evaluated = trials.map((trial) =>
    evaluate(trial, evidence.get(trial) ?? { outcome: "none" }, about, compared, []),
  );
  return pairs(selection, asked, trials).map(([edition, role]) =>
    certificateFor({ suite, about, edition, role, profile: asked.profile, only: asked.only }, evaluated),
  );
}

interface Asked {
  readonly editions?: readonly Edition[] | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly profile?: string | undefined;
  readonly only?: string | undefined;
  /** Whether both edition and role were named, so that a certificate is due even where the suite has no trial. */
  readonly named: boolean;
}

/** What was asked for on the command line, and in a claim where the command line says nothing. */
function checkAsked(suite: Suite, options: CertifyOptions, claim: Claim | undefined): Asked {
  const { editions, roles, timeout = 10, jobs = 1 } = options;
  if (!(timeout > 0 && timeout < 1e6)) throw new UsageError(`a timeout of ${timeout} s makes no sense`);
  if (!(Number.isInteger(jobs) && jobs >= 1)) throw new UsageError(`${jobs} jobs make no sense`);
  for (const edition of editions ?? []) {
    if (!suite.editions.some((one) => one === edition))
      throw new UsageError(`edition ${edition} is unknown to the suite`);
  }
  for (const role of roles ?? []) {
    if (!ROLES.some((one) => one === role))
      throw new UsageError(`role ${role} is unknown; roles are ${ROLES.join(", ")}`);
  }
  const profile = options.profile ?? claim?.asked.profile;
  const found = profile === undefined ? undefined : suite.profiles.get(profile);
  if (profile !== undefined && !found) throw new UsageError(`profile ${profile} is unknown to the suite`);
  if (found && roles?.some((role) => role !== found.role)) {
    throw new UsageError(`profile ${profile} is for the role ${found.role} only`);
  }
  const wanted = editions ?? claim?.asked.editions;
  const bound = roles ?? (found ? [found.role] : claim?.asked.roles);
  return {
    editions: wanted && EDITIONS.filter((edition) => wanted.includes(edition) && suite.editions.includes(edition)),
    roles: bound && ROLES.filter((role) => bound.includes(role)),
    profile,
    only: options.only ?? claim?.asked.only,
    named: editions !== undefined && roles !== undefined,
  };
}

function askedIn(
  { editions, roles, only }: Selection,
  profile: string | undefined,
  shard: string | undefined,
): Claim["asked"] {
  return {
    editions,
    roles,
    ...(profile !== undefined && { profile }),
    ...(only !== undefined && { only }),
    ...(shard !== undefined && { shard }),
  };
}

async function openAsked({ adapter, signal }: CertifyOptions, timeout: number): Promise<Adapter> {
  if (adapter === undefined) throw new UsageError("no adapter is given");
  return openAdapter(adapter, 4000 * timeout, signal);
}

async function run(
  adapter: Adapter,
  trials: readonly Trial[],
  { jobs, signal, progress, timeout }: CertifyOptions & { readonly timeout: number },
  judge: Adapter | undefined,
): Promise<ReadonlyMap<Trial, Evidence>> {
  const applicable = trials.filter(({ missing }) => missing.length === 0);
  const runs = applicable.flatMap(({ run: own, twin }) => (twin ? [own, twin.run] : [own]));
  const judged = judgedRuns(applicable);
  const unique = [...new Map(runs.map((one) => [one.key, one])).values()];
  const results = await makeRuns(adapter, unique, { timeout, jobs, judge, judged, signal, progress });
  return new Map<Trial, Evidence>(applicable.map((trial) => [trial, evidenceOf(trial, results)]));
}

/** The judge, where one is named and some trial can need it. */
async function judgeFor(
  trials: readonly Trial[],
  { judge, signal }: CertifyOptions,
  timeout: number,
): Promise<Adapter | undefined> {
  if (judge === undefined || judgedRuns(trials.filter(({ missing }) => missing.length === 0)).size === 0)
    return undefined;
  const opened = await openAdapter(judge, 4000 * timeout, signal);
  const { roles, values } = opened.about;
  if (!roles.includes("reader") || !roles.includes("verifier") || values.length === 0) {
    throw new AdapterError(`${opened.command}: cannot judge: a judge must read, check and report values`);
  }
  return opened;
}

/** The editions and roles that are due a certificate. */
function pairs({ editions, roles }: Selection, { named }: Asked, trials: readonly Trial[]): [Edition, Role][] {
  const all = editions.flatMap((edition) => roles.map((role): [Edition, Role] => [edition, role]));
  if (named) return all;
  return all.filter(([edition, role]) => trials.some((trial) => trial.edition === edition && trial.role === role));
}

/** Holds the verdicts against the known failures: entries that name nothing failing, and failures that none names. */
function holdToKnown(
  evaluated: readonly Evaluated[],
  known: readonly KnownFailure[] | undefined,
  suite: Suite,
): Report["known"] {
  if (!known) return { used: false, stale: [], unexpected: [] };
  const stale = known.filter((entry) => {
    if (!suite.cases.has(entry.id)) return true;
    const trials = evaluated.filter(({ trial, bare }) => trial.case.id === entry.id && bare !== "none");
    return (
      trials.some(({ bare }) => bare === "pass") &&
      !trials.some(({ bare, evidence }) => bare !== "pass" && recurs(entry, bare, evidence.outcome))
    );
  });
  const unexpected = evaluated.filter(
    ({ trial, verdict }) => trial.judged && trial.gates && !["none", "pass", "known", "fixed"].includes(verdict),
  );
  return {
    used: true,
    stale: stale.map(({ id }) => id),
    unexpected: unexpected.map(({ trial, verdict }) => `${trial.case.id} (${trial.edition} ${trial.role}): ${verdict}`),
  };
}

function allConform(certificates: readonly Certificate[]): boolean {
  return certificates.every(({ result }) => result === "conforms");
}
