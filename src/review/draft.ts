import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Edition, isEdition, NEWEST } from "../authoring/editions.ts";
import { formatJson } from "../authoring/json.ts";
import { PROPOSALS } from "./overlay.ts";

/** The files that a new draft begins with: a proposal that changes nothing of the edition that it starts from. */
export function draftFiles(name: string, base: Edition): Map<string, string> {
  return new Map([
    ["overlay.json", formatJson({ name, title: name, base, drops: [] })],
    [
      "README.md",
      `# ${name}\n\nA proposal for what follows \`${base}\`.\n\n**Question.** \n\n**Proposal.** \n\n**Cost.** \n\nWhat it would change: \`npx dsi review ${base} ${PROPOSALS}/${name}\`.\n`,
    ],
    [
      "requirements.md",
      `# Requirements\n\nNew ones, with a prefix of their own, and those of \`${base}\` that are said anew under their number.\n`,
    ],
    [
      "wire.yaml",
      `# Changes of schemas/*.ksy by structure: fields are met by their id; -gone: true takes one away, -after: id places a new one.\n`,
    ],
    ["cases.json", formatJson({ cases: [] })],
  ]);
}

/** Starts a draft under `root`; throws where there is one of that name. */
export function startDraft(root: string, name: string, base: Edition): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`${name} is no name for a draft: small letters, digits, hyphens`);
  const folder = join(root, PROPOSALS, name);
  if (existsSync(folder)) throw new Error(`${PROPOSALS}/${name} is there already`);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of draftFiles(name, base)) writeFileSync(join(folder, file), text);
  return `${PROPOSALS}/${name}`;
}

if (import.meta.filename === process.argv[1]) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { from: { type: "string", default: NEWEST } },
  });
  const [name] = positionals;
  if (name === undefined || !isEdition(values.from)) throw new Error("npm run draft -- NAME [--from EDITION]");
  console.log(`${startDraft(process.cwd(), name, values.from)}: npx dsi review ${values.from} ${PROPOSALS}/${name}`);
}
