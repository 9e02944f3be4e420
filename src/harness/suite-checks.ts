import { SuiteError } from "./errors.ts";
import { editionsOf, existsIn } from "./existence.ts";
import { type Case, citedBy, editsOf, expectationFor, nameFor, ROLES, type Suite } from "./model.ts";
import { planPatch } from "./patch.ts";
import { checkTwins } from "./twins.ts";

/** Checks what no schema can: that every reference leads somewhere and every patch can be applied. Throws `SuiteError`. */
export function checkSuite(suite: Suite): void {
  for (const list of ["provisional", "disputed"] as const) {
    for (const id of suite[list]) if (!suite.cases.has(id)) fail("suite.json", `${list} case ${id} does not exist`);
  }
  for (const { id, choice } of suite.requirements.values()) {
    if (choice !== undefined && !Object.hasOwn(suite.choices, choice)) {
      fail("requirements.json", `requirement ${id}: choice ${choice} does not exist`);
    }
  }
  for (const image of suite.images.values()) {
    attempt(`images/${image.name}.json`, () => planPatch(image, [], false));
    checkFeatures(suite, `images/${image.name}.json`, image.needs);
    for (const [label, offset] of Object.entries(image.labels)) {
      if (offset > image.size) fail(`images/${image.name}.json`, `label ${label} lies outside the image`);
    }
  }
  for (const case_ of suite.cases.values()) {
    const where = whereIs(suite, case_);
    checkReferences(suite, case_, where);
    checkExpectations(suite, case_, where);
    if (case_.stream !== undefined) checkWriteCase(case_, where);
    checkTwins(suite, case_, where);
  }
}

/** How messages name a case: its file and its id. */
function whereIs(suite: Suite, case_: Case): string {
  return `${suite.caseFiles.get(case_.id)}: case ${case_.id}`;
}

function checkReferences(suite: Suite, case_: Case, where: string): void {
  for (const id of citedBy(case_)) if (!suite.requirements.has(id)) fail(where, `requirement ${id} does not exist`);
  checkFeatures(suite, where, case_.needs ?? []);
  const editions = editionsOf(suite, case_);
  const demand = (name: string | undefined, kind: "images" | "values" | "streams", needed: (e: string) => boolean) => {
    if (name === undefined) return;
    const names = name.endsWith("@*") ? editions.filter(needed).map((edition) => nameFor(name, edition)) : [name];
    for (const one of names) if (!suite[kind].has(one)) fail(where, `${kind}/${one} does not exist`);
  };
  demand(case_.image, "images", () => true);
  demand(case_.stream, "streams", () => true);
  demand(case_.value, "values", (edition) => editions.some((e) => e === edition && existsIn(suite, case_, e)));
  const images = new Set(editions.map((edition) => nameFor(case_.image ?? "", edition)));
  if (case_.image !== undefined && suite.images.has(case_.image)) images.add(case_.image);
  for (const name of images) {
    const image = suite.images.get(name);
    if (image && case_.patch !== undefined) {
      attempt(where, () => planPatch(image, editsOf(case_), case_.sums === "keep"), `on images/${name}`);
    }
  }
}

function checkExpectations(suite: Suite, case_: Case, where: string): void {
  const { choice } = case_;
  if (choice !== undefined && !Object.hasOwn(suite.choices, choice)) fail(where, `choice ${choice} does not exist`);
  for (const role of ROLES) {
    const expectation = expectationFor(case_, role);
    if (typeof expectation !== "object") continue;
    if (choice === undefined) fail(where, `${role} has options but the case names no choice`);
    for (const option of Object.keys(expectation)) {
      if (!suite.choices[choice]?.includes(option)) fail(where, `choice ${choice} has no option ${option}`);
    }
  }
}

function checkWriteCase(case_: Case, where: string): void {
  const expectation = case_.writer!;
  const can = (answer: string) =>
    expectation === answer || (typeof expectation === "object" && Object.values(expectation).some((x) => x === answer));
  if (can("reject") && case_.twin === undefined) fail(where, "a write case that must be rejected must name its twin");
  if (!can("accept")) return;
  if (case_.same === undefined) fail(where, "a write case that must be accepted must say what is the same");
  if (case_.same === "octets" && case_.image === undefined) fail(where, "same octets as what? an image is missing");
  if (case_.same === "state" && case_.value === undefined) fail(where, "same state as what? a value is missing");
}

function checkFeatures(suite: Suite, where: string, needs: readonly string[]): void {
  for (const feature of needs) {
    if (feature.startsWith("x-") && !suite.features.includes(feature)) {
      fail(where, `feature ${feature} is not among those of suite.json`);
    }
  }
}

function attempt(where: string, act: () => void, more = ""): void {
  try {
    act();
  } catch (error) {
    fail(where, [(error as Error).message, more].join(" ").trim());
  }
}

function fail(where: string, what: string): never {
  throw new SuiteError(`${where}: ${what}`);
}
