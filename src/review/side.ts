import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Edition, isEdition } from "../authoring/editions.ts";
import { type KsySet, readKsySet } from "../authoring/kaitai/ksy.ts";
import { readLedger } from "../authoring/ledger/ledger.ts";
import type { Requirement } from "../authoring/ledger/requirement.ts";
import { loadSuite, type Suite } from "../harness/index.ts";
import { cacheFolder } from "./cache.ts";
import { type Registry, schemasOf } from "./edition-view.ts";
import { isOverlay, type Overlay, overlaid, PROPOSALS, patched, readOverlay } from "./overlay.ts";
import { publicationOf, readFrozen } from "./published.ts";
import { SideError } from "./side-error.ts";

/** One of the two things that a review sets against each other: a state of the whole project, or one edition in it. */
export interface Side {
  /** As it was named: `v3`, `HEAD~2`, a folder. */
  readonly name: string;
  /** Folder with `spec`, `schemas` and `conformance`. */
  readonly root: string;
  /** The edition that is meant, where one was named. */
  readonly edition?: Edition;
  readonly requirements: readonly Requirement[];
  readonly schemas: KsySet;
  readonly suite: Suite;
  /** Of an edition as it was published: digests of its cases. */
  readonly frozenCases?: Readonly<Record<string, string>>;
  /** A proposal: the edition with its changes over it. */
  readonly overlay?: Overlay;
}

/** Opens both sides of a review; those of one folder share its suite. `root` is the project that editions and revisions are looked up in. */
export async function openSides(oldName: string, newName: string, root: string): Promise<readonly [Side, Side]> {
  const suites = new Map<string, Promise<Suite>>();
  const suiteOf = (folder: string) => {
    const known = suites.get(folder) ?? loadSuite(join(folder, "conformance"));
    suites.set(folder, known);
    return known;
  };
  const sides = [oldName, newName].map((name) => locate(name, root));
  // An edition against a state of the project is that edition then and now.
  const named = sides.map(({ edition }) => edition);
  const [old, now] = sides.map((located, i) => ({ ...located, edition: located.edition ?? named[1 - i] }));
  const without =
    old!.edition === now!.edition && old!.edition ? (publicationOf(root, old!.edition)?.without ?? []) : [];
  return Promise.all([side(old!, suiteOf, without), side(now!, suiteOf, without)]);
}

interface Located {
  readonly name: string;
  readonly folder: string;
  readonly edition?: Edition | undefined;
  readonly overlay?: Overlay | undefined;
}

/** `without` are features whose requirements no publication of the edition has made a promise about. */
async function side(
  { name, folder, edition, overlay }: Located,
  suiteOf: (folder: string) => Promise<Suite>,
  without: readonly string[],
): Promise<Side> {
  const suite = await suiteOf(folder);
  if (edition === undefined) {
    const { requirements } = readLedger(folder);
    return { name, root: folder, requirements, schemas: readKsySet(folder), suite };
  }
  // An edition that is named by its own name is what was published under it; so is what a proposal starts from.
  const publication = name === edition || overlay ? publicationOf(folder, edition) : undefined;
  if (publication) {
    const frozen = readFrozen(folder, edition);
    const of = { name, root: folder, edition, suite };
    return overlay ? { ...of, ...laidOver(frozen, overlay) } : { ...of, ...frozen, frozenCases: publication.cases };
  }
  const { requirements } = readLedger(folder);
  const own = requirements.filter(
    ({ editions, needs }) => editions.includes(edition) && !needs.some((need) => without.includes(need)),
  );
  if (own.length === 0) throw new SideError(`${name}: no requirement belongs to edition ${edition}`);
  const ofEdition = { name, root: folder, edition, suite };
  const wire = schemasOf(readKsySet(folder), requirements, edition, readRegistry(folder));
  if (!overlay) return { ...ofEdition, requirements: own, schemas: wire };
  return { ...ofEdition, ...laidOver({ requirements: own, schemas: wire }, overlay) };
}

function laidOver({ requirements, schemas }: Pick<Side, "requirements" | "schemas">, overlay: Overlay) {
  return { requirements: overlaid(requirements, overlay), schemas: patched(schemas, overlay.wire), overlay };
}

function locate(name: string, root: string): Located {
  if (isEdition(name)) return { name, folder: root, edition: name };
  const proposal = [name, join(root, PROPOSALS, name)].find(isOverlay);
  if (proposal !== undefined) {
    const overlay = readOverlay(proposal);
    return { name: overlay.name, folder: root, edition: overlay.base, overlay };
  }
  const [revision = "", edition] = name.split("@edition=");
  if (edition !== undefined && !isEdition(edition)) throw new SideError(`${name}: there is no edition ${edition}`);
  const named = edition === undefined ? {} : { edition };
  if (existsSync(revision) && statSync(revision).isDirectory()) {
    if (!existsSync(join(revision, "spec"))) throw new SideError(`${name}: the folder has no spec/`);
    return { name, folder: resolve(revision), ...named };
  }
  return { name, folder: checkedOut(revision, root), ...named };
}

/** A folder with the files of a revision, made once. */
function checkedOut(revision: string, root: string): string {
  let commit: string;
  try {
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)
      .toString()
      .trim();
  } catch {
    throw new SideError(`${revision} is no edition, no folder, and no revision of ${root}`);
  }
  const folder = cacheFolder("revisions", commit);
  if (existsSync(join(folder, "spec"))) return folder;
  const beside = `${folder}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const archive = git(root, "archive", "--format=tar", commit);
  execFileSync("tar", ["-x", "-C", beside], { input: archive, stdio: ["pipe", "ignore", "pipe"] });
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
  return folder;
}

function git(root: string, ...args: string[]): Buffer {
  return execFileSync("git", args, { cwd: root, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 2 ** 30 });
}

function readRegistry(folder: string): Registry {
  const path = join(folder, "schemas/registry.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Registry) : { records: [] };
}
