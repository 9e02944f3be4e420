import type { Ledger } from "../ledger/ledger.ts";
import type { Problem, Requirement } from "../ledger/requirement.ts";

/** Words by which a sentence leaves open what it asks for. */
const VAGUE =
  /\b(appropriate(?:ly)?|proper(?:ly)?|correct(?:ly)?|reasonabl[ey]|suitabl[ey]|sensibl[ey]|adequate(?:ly)?|as needed|if possible|where possible|normally|usually|generally|typically|and so on|etc)\b/i;

/** Words that a sentence may have before nobody holds it in the head. */
const LONGEST = 70;

/** What is wrong with the sentences of requirements, beyond their key word: one role, one sentence, something that can be tested. */
export function grammarProblems({ requirements }: Ledger): Problem[] {
  return requirements.flatMap((one) =>
    faults(one).map((what) => ({ file: one.file, line: one.line, what: `${one.id}: ${what}` })),
  );
}

function faults({ text, codes, untestable, untestableWriter, level, choice, subject }: Requirement): string[] {
  const found: string[] = [];
  const others = [...text.matchAll(/\b(Reader|Writer|Verifier)s?\b/g)].map(([, role]) => role!.toLowerCase());
  const bound = [...new Set(others)].filter((role) => role !== subject);
  if (subject !== "image" && bound.some((role) => new RegExp(`\\b(?:and|or) an? ${role}\\b`, "i").test(text)))
    found.push(`it binds a ${subject} and a ${bound.join(" and a ")}: one requirement, one role`);
  if (!/[.]$/.test(text)) found.push("a sentence ends with a full stop");
  if (/[.!?] [A-Z]/.test(text.replace(/\b(e\.g|i\.e)\. /g, ""))) found.push("one requirement, one sentence");
  const vague = VAGUE.exec(text)?.[0];
  if (vague) found.push(`"${vague}" cannot be tested: say what is meant`);
  const words = text.split(/\s+/).length;
  if (words > LONGEST) found.push(`${words} words: at most ${LONGEST}`);
  if (level === "MAY" && choice === undefined && codes.length > 0)
    found.push("a MAY has no breach that a code could name");
  if ([untestable, untestableWriter].some((why) => why !== undefined && why.split(/\s+/).length < 3))
    found.push("untestable= gives the reason in words");
  return found;
}
