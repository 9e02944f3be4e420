import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ledger } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/requirement.ts";
import { filesUnder } from "./suite.ts";

/** Where requirements are referred to by number: path from the root, and content. */
export type Source = { readonly file: string; readonly text: string };

/** The sources under `root` that may name a requirement or a code: prose, schemas, code, mutants. */
export function referringSources(root: string): Source[] {
  const files = [
    ...filesUnder(root, "spec", ".md"),
    ...filesUnder(root, "schemas", ".ksy", ".json"),
    ...filesUnder(root, "src", ".ts"),
    ...filesUnder(root, "conformance/adapters", ".json", ".py", ".sh", ".ts"),
    ...filesUnder(root, "conformance/mutants", ".json"),
  ].filter((file) => !file.startsWith("src/authoring/"));
  return files.map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

/** Numbers with a prefix of the ledger that the ledger does not have. Numbers of other suites are none of its business. */
export function danglingReferences(
  sources: readonly Source[],
  ledger: Ledger,
  retired: ReadonlySet<string>,
): Problem[] {
  const known = new Set(ledger.requirements.map(({ id }) => id));
  const prefixes = new Set([...known].map((id) => id.split("-")[0]!));
  return sources.flatMap(({ file, text }) =>
    text
      .split("\n")
      .flatMap((content, index) =>
        [...content.matchAll(/\b([A-Z0-9]{2,8})-\d{3}\b/g)]
          .filter(([id, prefix]) => prefixes.has(prefix!) && !known.has(id) && !retired.has(id))
          .map(([id]) => ({ file, line: index + 1, what: `there is no requirement ${id}` })),
      ),
  );
}

/** Codes of the ledger that no module of the codec or of the containers names, so that no finding can carry them. */
export function orphanCodes(sources: readonly Source[], ledger: Ledger): Problem[] {
  const code = sources.filter(
    ({ file }) => /^src\/(format|containers|codecs)\//.test(file) && !file.endsWith(".test.ts"),
  );
  if (code.length === 0) return [];
  const text = code.map((source) => source.text).join("\n");
  const reported = new Set<string>();
  return ledger.requirements.flatMap(({ codes, file, line }) =>
    codes
      .filter((name) => !text.includes(`"${name}"`) && !reported.has(name) && reported.add(name))
      .map((name) => ({ file, line, what: `no rule in src/ reports the code ${name}` })),
  );
}

/** Requirements that name a rationale note that is not there. */
export function missingNotes(root: string, ledger: Ledger): Problem[] {
  return ledger.requirements.flatMap(({ id, rationale, file, line }) =>
    rationale
      .filter((note) => !existsSync(join(root, `spec/rationale/${note}.md`)))
      .map((note) => ({ file, line, what: `${id}: there is no spec/rationale/${note}.md` })),
  );
}
