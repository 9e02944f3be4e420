import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { loadSuite, type Report } from "../harness/index.ts";
import { readFacts } from "../site/matrix/facts.ts";
import { type Matrix, matrixOf } from "../site/matrix/matrix.ts";
import { matrixPage } from "../site/matrix/page.ts";
import { type CertifyOptions, putOnTrial } from "./certify.ts";
import { CommandError, NO, YES } from "./ending.ts";
import { writeOutput } from "./output.ts";
import { packageRoot } from "./package-root.ts";
import { print } from "./terminal.ts";

/**
 * `dsi certify --matrix`: puts each adapter on trial before one suite and lays the reports side by side. `--out` gets
 * `matrix.html` and `matrix.json`. The status is 0 when every certificate of every adapter conforms, else 1.
 */
export async function matrix(options: CertifyOptions): Promise<number> {
  const { adapter: adapters = [], ...shared } = options;
  if (adapters.length === 0) throw new CommandError("--matrix takes implementations: --adapter, several times");
  if (options.from !== undefined || options.known !== undefined) {
    throw new CommandError("--matrix goes neither with --from nor with --known");
  }
  const suite = await loadSuite(options.suite ?? join(packageRoot(), "conformance"));
  const reports: Report[] = [];
  for (const adapter of adapters) reports.push((await putOnTrial({ ...shared, adapter: [adapter] }, suite)).report);
  const found = matrixOf(reports, readFacts(suite.dir));
  if (options.out !== undefined) await writeMatrix(options.out, found);
  await print(options.json ? `${JSON.stringify(found)}\n` : summary(found));
  const results = found.implementations.flatMap(({ certificates }) => certificates.map(({ result }) => result));
  return results.length > 0 && results.every((result) => result === "conforms") ? YES : NO;
}

async function writeMatrix(folder: string, found: Matrix): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = { "matrix.html": matrixPage(found), "matrix.json": `${JSON.stringify(found, null, 1)}\n` };
  for (const [name, text] of Object.entries(files)) {
    await writeOutput(join(folder, name), (write) => write(Buffer.from(text)));
  }
}

/** For people: the certificates, and one line for each case, role and edition on which implementations differ. */
function summary({ implementations, rows, disagreements }: Matrix): string {
  const names = implementations.map(({ name }) => name);
  const certificates = implementations.flatMap(({ name, certificates: all }) =>
    all.map(({ edition, role, result }) => `${name}, ${edition} ${role}: ${result}`),
  );
  const differing = rows.filter(({ differ }) => differ);
  const lines = differing.map(({ case: id, role, edition, cells }) => {
    const answers = cells.flatMap(({ outcome, verdict }, i) =>
      verdict === "none" ? [] : [`${names[i]} ${verdict === "wrong-value" ? verdict : outcome}`],
    );
    return `${id} (${edition} ${role}): ${answers.join(", ")}`;
  });
  const shown = disagreements.filter(({ cases }) => cases.length > 0).length;
  return [
    ...certificates,
    "",
    ...lines,
    `${differing.length} of ${rows.length} differ`,
    ...(disagreements.length > 0 ? [`${shown} of ${disagreements.length} disagreements of the sources are shown`] : []),
    "",
  ].join("\n");
}
