import { referenceChoices } from "../containers/index.ts";
import { canonicalJson } from "../harness/json-compare.ts";
import { type Case, EDITIONS, type Edition, ROLES, type Suite } from "../harness/model.ts";
import { type ImageInput, piecesOf, type Run, sha256 } from "../harness/runs.ts";
import { trialsOf } from "../harness/trials.ts";
import { grouped } from "../site/spec/grouped.ts";
import { askedAnswers, ownAnswer, type Said, sameAnswer } from "./answers.ts";
import { remembered } from "./cache.ts";
import { builtReference, implementationKey } from "./implementation.ts";
import { type Finding, found, type RuleId } from "./rules.ts";
import type { Side } from "./side.ts";
import { SideError } from "./side-error.ts";

/** One input before both sides: a case in an edition, or an image as it is stored. */
interface Question {
  readonly name: string;
  readonly run: Run;
}

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

/** Everything that can be asked of a suite in an edition: its trials, and each image unpatched as Reader and Verifier. */
function questionsOf(suite: Suite, edition: Edition): Question[] {
  const about = {
    editions: [edition],
    roles: ROLES,
    features: suite.features,
    choices: referenceChoices,
    values: [],
  } as never;
  const trials = trialsOf(suite, about, { editions: [edition], roles: ROLES });
  const questions = trials.map(({ case: one, run }) => ({ name: one.id, run }));
  const twins = trials.flatMap(({ twin, input, run }) =>
    twin && run.input.kind === "image" && twin.run.input.kind === "image" && twin.run.input.edits.length === 0
      ? [{ name: `image ${input}`, run: twin.run }]
      : [],
  );
  return [...new Map([...questions, ...twins].map((one) => [one.run.key, one])).values()];
}

/** Two editions of one project: every input of either, read and verified by the rules of both. */
async function diffEditions(old: Side, now: Side, root: string): Promise<Finding[]> {
  const [before, after] = [old.edition!, now.edition!];
  const key = [implementationKey(root), old.suite.digest, before, after];
  const changes = await remembered("editions", key, async () => {
    const asked = [...questionsOf(old.suite, before), ...questionsOf(old.suite, after)];
    const byInput = grouped(asked, ({ run: { input } }) =>
      input.kind === "image" ? canonicalJson([input.image.name, input.edits, input.keepSums] as never) : "",
    );
    byInput.delete("");
    const found: Change[] = [];
    for (const questions of byInput.values()) {
      const seen = new Set<string>();
      const pieces = await piecesOf(questions[0]!.run.input as ImageInput);
      for (const { name, run } of questions) {
        const same = `${run.role} ${canonicalJson(run.context as never)}`;
        if (seen.has(same)) continue;
        seen.add(same);
        const [was, is] = [ownAnswer(pieces, run, before), ownAnswer(pieces, run, after)];
        if (!sameAnswer(was, is))
          found.push({ name: `${name} (${run.edition})`, role: run.role, of: run.edition, was, is });
      }
    }
    return found;
  });
  return changeFindings(changes, [after]);
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

/** An input that is answered otherwise. */
interface Change {
  readonly name: string;
  readonly role: string;
  /** The edition of the input. */
  readonly of: string;
  readonly was: Said;
  readonly is: Said;
}

/** One finding for all inputs that changed in the same way; of those that are rejected on both sides, for all that lost the same codes. */
function changeFindings(changes: readonly Change[], editions: readonly string[]): Finding[] {
  const groups = grouped(changes, (change) => {
    const { role, of, was, is } = change;
    const [before, after] = changeText(was, is);
    return [role, of, ruleOf(change), before, was.outcome === "reject" && is.outcome === "reject" ? "" : after].join(
      "\0",
    );
  });
  return [...groups.values()].map((group) => {
    const { role, of, was, is } = group[0]!;
    const after = grouped(group, (change) => changeText(change.was, change.is)[1]);
    return found({
      part: "corpus",
      rule: ruleOf(group[0]!),
      subject: `${role} of ${of} images`,
      editions,
      old: changeText(was, is)[0],
      new:
        after.size === 1
          ? [...after.keys()][0]!
          : [...after].map(([text, { length }]) => `${text} ${length} times`).join(", "),
      among: group.map(({ name }) => name),
    });
  });
}

function ruleOf({ role, was, is }: Change): RuleId {
  if (was.outcome !== is.outcome) {
    if (was.outcome === "accept" && is.outcome === "reject") return "verdict-rejected";
    return was.outcome === "reject" && is.outcome === "accept" ? "verdict-accepted" : "verdict-other";
  }
  if (was.codes !== is.codes) return role === "verifier" ? "findings-changed" : "code-changed";
  return "value-changed";
}

/** Outcome, and of the codes those that the other side does not have: what a Verifier finds on both sides has not changed. */
function changeText(was: Said, is: Said): readonly [string, string] {
  const [before, after] = [was, is].map(({ codes = "" }) => codes.split(", ").filter((code) => code !== ""));
  const text = ({ outcome }: Said, own: readonly string[], other: readonly string[]) => {
    const alone = own.filter((code) => !other.includes(code));
    return alone.length === 0 ? outcome : `${outcome} (${alone.join(", ")})`;
  };
  // What one side does not support says nothing of the codes of the other.
  if (was.outcome === "unsupported" || is.outcome === "unsupported") return [was.outcome, is.outcome];
  return [text(was, before!, after!), text(is, after!, before!)];
}

/** Cases and images that came, went, or changed under the same name. */
function diffSuites(old: Suite, now: Suite, editions: readonly Edition[]): Finding[] {
  const findings: Finding[] = [];
  const of = EDITIONS.filter((edition) => editions.includes(edition));
  const report = (rule: RuleId, subject: string, was?: string, is?: string) =>
    findings.push(
      found({
        part: "corpus",
        rule,
        subject,
        editions: of,
        ...(was !== undefined && { old: was }),
        ...(is !== undefined && { new: is }),
      }),
    );
  for (const [name, image] of old.images) {
    const other = now.images.get(name);
    if (other && other.sha256 !== image.sha256)
      report("image-octets", name, image.sha256.slice(0, 16), other.sha256.slice(0, 16));
  }
  for (const [id, one] of old.cases) {
    const other = now.cases.get(id);
    if (!other) report("case-dropped", id, one.why);
    else {
      if (asked(one) !== asked(other)) report("case-octets", id, asked(one), asked(other));
      if (expected(one) !== expected(other)) report("case-expectation", id, expected(one), expected(other));
    }
  }
  for (const [id, one] of now.cases) if (!old.cases.has(id)) report("case-added", id, undefined, one.why);
  return findings;
}

/** Cases that were frozen with an edition, and are not what they were. */
function diffFrozen(
  frozen: Readonly<Record<string, string>> = {},
  now: Suite,
  editions: readonly Edition[],
): Finding[] {
  return Object.entries(frozen).flatMap(([id, digest]) => {
    const one = now.cases.get(id);
    if (one && caseDigest(one) === digest) return [];
    return [
      found({
        part: "corpus",
        rule: one ? "case-octets" : "case-dropped",
        subject: id,
        editions,
        old: "as it was published",
      }),
    ];
  });
}

/** A digest of what a case asks and expects; its reasons may be worded anew. */
export function caseDigest(one: Case): string {
  return sha256(Buffer.from(`${asked(one)} ${expected(one)}`)).slice(0, 16);
}

/** What a case puts before an implementation, as text. */
const asked = ({ image, stream, patch, sums, context }: Case) =>
  JSON.stringify({ image, stream, patch, sums, context });

/** What a case wants to be answered, as text. */
const expected = ({ reader, verifier, writer, same, value, choice }: Case) =>
  JSON.stringify({ reader, verifier, writer, same, value, choice });
