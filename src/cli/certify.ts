import { setMaxListeners } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type CertifyResult,
  type CertifyOptions as HarnessOptions,
  certify as harness,
  jsonOutput,
  outputFiles,
  type Report,
  type Suite,
  terminalLines,
} from "../harness/index.ts";
import { reportPage } from "../site/report/page.ts";
import { defaultJudge } from "./default-judge.ts";
import { CommandError } from "./ending.ts";
import { writeOutput } from "./output.ts";
import { mainProgram, packageRoot } from "./package-root.ts";
import { progressOf } from "./progress.ts";
import { onInterrupt } from "./signals.ts";
import { type Colours, colours, print } from "./terminal.ts";

/** The options of `dsi certify` as the command line gives them. */
export interface CertifyOptions {
  /** Commands or declaration files: one, or several with `matrix`. */
  readonly adapter?: readonly string[];
  readonly matrix?: boolean;
  readonly suite?: string;
  readonly edition?: readonly string[];
  readonly role?: readonly string[];
  readonly profile?: string;
  readonly out?: string;
  readonly known?: string;
  readonly from?: string;
  readonly merge?: readonly string[];
  readonly shard?: string;
  readonly sign?: string;
  readonly subject?: readonly string[];
  readonly timeout?: number;
  readonly jobs?: number;
  readonly judge?: string;
  readonly only?: string;
  readonly json?: boolean;
}

/** `dsi certify`: the certificates, then a screen for each failure. The exit status is the harness's. With `--matrix`, `matrix.ts`. */
export async function certify(options: CertifyOptions): Promise<number> {
  if (options.matrix) return (await import("./matrix.ts")).matrix(options);
  if (options.sign !== undefined && options.out === undefined)
    throw new CommandError("--sign signs what is written: say where with --out DIR");
  const sign = options.sign === undefined ? undefined : await signerOf(options.sign, options.subject);
  const result = await putOnTrial(options);
  if (options.out !== undefined) await writeReports(options.out, result, sign);
  await print(options.json ? jsonOutput(result) : reportText(result.report, await colours()));
  return result.exitCode;
}

/**
 * Runs the harness, over `suite` where it is loaded already; a signal ends its children and takes its temporary files
 * away first.
 */
export async function putOnTrial(options: CertifyOptions, suite?: Suite): Promise<CertifyResult> {
  const abort = new AbortController();
  // Every open question listens: as many as jobs and windows make.
  setMaxListeners(0, abort.signal);
  const progress = progressOf("trials", "trials");
  const run = harness({
    ...harnessOptions(options),
    ...(suite && { suite }),
    progress: (done, total) => progress.at(done, total),
    signal: abort.signal,
  });
  const settled = onInterrupt(async () => {
    abort.abort();
    await run.catch(() => {});
  });
  try {
    return await run;
  } finally {
    settled();
    progress.stop();
  }
}

function harnessOptions(options: CertifyOptions): HarnessOptions {
  const {
    adapter: [adapter, ...more] = [],
    suite,
    edition,
    role,
    profile,
    known,
    from,
    merge,
    shard,
    timeout,
    jobs,
    judge,
    only,
  } = options;
  if (more.length > 0) throw new CommandError("several implementations go side by side with --matrix only");
  const root = packageRoot();
  const named = (option: string, value: string | undefined) => (value === undefined ? [] : [option, value]);
  return {
    suite: suite ?? join(root, "conformance"),
    adapter: adapter ?? [process.execPath, mainProgram(), "adapter"],
    from,
    merge,
    shard,
    judge: judge ?? defaultJudge(),
    editions: edition,
    roles: role,
    profile,
    known,
    timeout,
    jobs,
    only,
    // Pages show the octets of every trial.
    windows: options.out !== undefined || options.matrix === true ? "all" : "failed",
    rerun: ["dsi", "certify", ...named("--from", from), ...named("--adapter", adapter), ...named("--suite", suite)],
  };
}

/** Makes a signed statement of each certificate, by the name of its file, from the files that are written. */
type Signer = (result: CertifyResult, files: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;

/** Opens the key before any trial is run, so that a wrong one costs no time. */
async function signerOf(key: string, subjects: readonly string[] = []): Promise<Signer> {
  const { privateKeyOf, signedStatements, subjectOf } = await import("./certificate/index.ts");
  const opened = await privateKeyOf(key);
  const artefacts = await Promise.all(subjects.map(subjectOf));
  return (result, files) => signedStatements(result, files, artefacts, opened);
}

/** Writes the claim, the certificates, the JUnit file and the page into a folder, which is made where it is missing. */
export async function writeReports(folder: string, result: CertifyResult, sign?: Signer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = new Map([...(await outputFiles(result)), ["report.html", reportPage(result.report)]]);
  if (sign) for (const [name, text] of sign(result, files)) files.set(name, text);
  for (const [name, text] of files) await writeOutput(join(folder, name), (write) => write(Buffer.from(text)));
}

/** A report for the terminal: certificates, then what went wrong, one screen each. */
export function reportText(report: Report, { green, red, yellow }: Colours): string {
  const nothing = { stale: [], unexpected: [], used: report.known.used };
  const failures = terminalLines({ ...report, certificates: [], known: nothing });
  const certificates = terminalLines({ ...report, trials: [] });
  const tones = { conforms: green, incomplete: yellow, fails: red };
  const coloured = certificates.map((line) =>
    line.replace(
      /^(\S+ \S+: )(conforms|incomplete|fails)\b/,
      (_, what, result: keyof typeof tones) => what + tones[result](result),
    ),
  );
  return [...coloured, ...(failures.length === 0 ? [] : ["", ...failures]), ""].join("\n");
}
