import type { Edition } from "../harness/model.ts";
import { piecesOf } from "../harness/runs.ts";
import { ownAnswer, sameAnswer } from "./answers.ts";
import { askedAnswers } from "./asked-answers.ts";
import { remembered } from "./cache.ts";
import { type Change, changeFindings } from "./corpus-changes.ts";
import { diffEditions } from "./editions-corpus.ts";
import { builtReference, implementationKey } from "./implementation.ts";
import { questionsOf } from "./questions.ts";
import type { Finding } from "./rules.ts";
import type { Side } from "./side.ts";
import { SideError } from "./side-error.ts";
import { diffFrozen, diffSuites } from "./suite-diff.ts";
/** What became of the stored images and cases, and of what the reference on either side makes of them. */
export async function diffCorpus(old: Side, now: Side, root: string): Promise<Finding[]> {
  const between = old.edition !== undefined && now.edition !== undefined && old.edition !== now.edition;
  const editions = old.edition
    ? [old.edition]
    : old.suite.editions.filter((edition) => now.suite.editions.includes(edition));
  if (old.overlay ?? now.overlay) return [...(await diffProposal(old)), ...(await diffProposal(now))];
  const stored = [
    ...(old.suite === now.suite ? [] : diffSuites(old.suite, now.suite, editions)),
    ...(between ? [] : diffFrozen(old.frozenCases ?? now.frozenCases, now.suite, editions)),
  ];
  return [
    ...stored,
    ...(between ? await diffEditions(old, now, root) : await diffImplementations(old, now, root, editions)),
  ];
}

/** What today's Reader and Verifier of the base make of the images of a proposal, against what they would have to be answered. */
async function diffProposal({ overlay, suite, edition }: Side): Promise<Finding[]> {
  if (!overlay) return [];
  const changes: Change[] = [];
  for (const one of overlay.cases) {
    const image = suite.images.get(one.image);
    if (!image) throw new SideError(`${overlay.name}: case ${one.id}: there is no image ${one.image}`);
    const pieces = await piecesOf({ kind: "image", image, edits: one.patch, keepSums: false });
    for (const role of ["reader", "verifier"] as const) {
      const was = ownAnswer(pieces, { role, context: { stream: "plain", channel: "forward" } }, edition!);
      changes.push({ name: one.id, role, of: overlay.name, was, is: { outcome: one[role] } });
    }
  }
  return changeFindings(
    changes.filter(({ was, is }) => was.outcome !== is.outcome),
    [edition!],
  );
}

/** Two states of a project: every input that both have in an edition, before the reference of each. */
async function diffImplementations(
  old: Side,
  now: Side,
  root: string,
  editions: readonly Edition[],
): Promise<Finding[]> {
  const [oldKey, newKey] = [implementationKey(old.root), implementationKey(now.root)];
  if (oldKey === newKey) return [];
  const changes = await remembered("implementations", [oldKey, newKey, now.suite.digest, editions], async () => {
    const asked = editions.flatMap((edition) => questionsOf(now.suite, edition));
    const runs = asked.map(({ run }) => run);
    const [was, is] = await Promise.all(
      [old, now].map(({ root: folder }) => askedAnswers(builtReference(folder, root), runs)),
    );
    return asked.flatMap(({ name, run }): Change[] => {
      const [before, after] = [was!.get(run.key)!, is!.get(run.key)!];
      return sameAnswer(before, after) ? [] : [{ name, role: run.role, of: run.edition, was: before, is: after }];
    });
  });
  return editions.flatMap((edition) =>
    changeFindings(
      changes.filter(({ of }) => of === edition),
      [edition],
    ),
  );
}
