import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { mainProgram, packageRoot } from "../package-root.ts";
import { scratch } from "../testing/run.ts";
import { handMadeSuite } from "../testing/suite.ts";

const ci = join(packageRoot(), "conformance/ci");
const dsi = `${process.execPath} ${mainProgram()}`;
/** What is asked of the reference: a suite made by hand, which takes a moment. */
const asked = () => ({
  ADAPTER: `${dsi} adapter`,
  EDITIONS: "v2",
  ROLES: "reader",
  PROFILE: "",
  SUITE: handMadeSuite(),
  KNOWN: "",
  SHARD: "",
  SIGNING_KEY: "",
});

type Step = {
  name: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  with?: object;
};

test("the action has what GitHub's metadata syntax asks for, and nothing that it does not know", () => {
  const action = parse(readFileSync(join(ci, "github/action.yml"), "utf8"));
  expect(Object.keys(action).sort()).toEqual([
    "author",
    "branding",
    "description",
    "inputs",
    "name",
    "outputs",
    "runs",
  ]);
  expect(action.runs.using).toBe("composite");
  const inputs = Object.keys(action.inputs);
  for (const input of Object.values(action.inputs) as object[])
    for (const key of Object.keys(input)) expect(["description", "required", "default"]).toContain(key);
  for (const step of action.runs.steps as Step[]) {
    for (const key of Object.keys(step))
      expect(["name", "id", "if", "uses", "with", "run", "shell", "env"]).toContain(key);
    // A step of a composite action runs something or uses something; what runs names its shell.
    expect((step.run === undefined) !== (step.uses === undefined)).toBe(true);
    expect(step.run === undefined || step.shell === "bash").toBe(true);
    // Inputs come into scripts through the environment alone: text in a script is code.
    expect(step.run ?? "").not.toContain("${{");
  }
  const ids = (action.runs.steps as Step[]).map(({ id }) => id);
  for (const [, name] of JSON.stringify(action).matchAll(/inputs\.([\w-]+)/g)) expect(inputs).toContain(name);
  for (const [, id] of JSON.stringify(action).matchAll(/steps\.([\w-]+)\./g)) expect(ids).toContain(id);
});

test("the steps of the action certify, sign, draw and keep, and end as the verdict does", () => {
  const action = parse(readFileSync(join(ci, "github/action.yml"), "utf8"));
  const place = scratch();
  const key = spawnSync("openssl", ["genpkey", "-algorithm", "ed25519"], { encoding: "utf8" }).stdout ?? "";
  const files = { GITHUB_OUTPUT: join(place, "output"), GITHUB_STEP_SUMMARY: join(place, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const given: Record<string, string> = { DSI: dsi, OUT: "results", ...asked(), SIGNING_KEY: key };
  let last: number | null = null;
  for (const step of action.runs.steps as Step[]) {
    if (step.run === undefined || step.if === "inputs.dsi == ''") continue;
    const outputs = Object.fromEntries(
      readFileSync(files.GITHUB_OUTPUT, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split("=")),
    );
    const env = Object.fromEntries(
      Object.keys(step.env ?? {}).map((name) => [name, name === "STATUS" ? outputs.status : given[name]]),
    );
    const run = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: place,
      encoding: "utf8",
      env: { PATH: process.env.PATH, GITHUB_ACTION_PATH: join(ci, "github"), ...files, ...env } as NodeJS.ProcessEnv,
    });
    expect(run.stderr).toBe("");
    last = run.status;
  }
  expect(last).toBe(0);
  expect(readFileSync(files.GITHUB_STEP_SUMMARY, "utf8")).toMatch(/### Conformance[\s\S]*v2 reader: conforms/);
  const signed = key === "" ? [] : ["certificate.v2.reader.dsse.json"];
  expect(readdirSync(join(place, "results")).sort()).toEqual(
    [
      "badge.svg",
      "certificate.v2.reader.json",
      "claim.json",
      "junit.xml",
      "report.html",
      "report.txt",
      "status",
      ...signed,
    ].sort(),
  );
  expect(readFileSync(join(place, "results/badge.svg"), "utf8")).toContain("conforms: v2 reader");
});

test("the template for GitLab is a component of one job whose script certifies, and keeps what it made", () => {
  const [head, body, more] = parseAllDocuments(readFileSync(join(ci, "gitlab.yml"), "utf8")).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
  expect(more).toBeUndefined();
  const inputs = Object.keys(head.spec.inputs);
  for (const input of Object.values(head.spec.inputs) as object[])
    for (const key of Object.keys(input)) expect(["description", "default", "options", "regex", "type"]).toContain(key);
  for (const [, name] of JSON.stringify(body).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)) expect(inputs).toContain(name);
  const job = (Object.values(body) as Record<string, unknown>[])[0]!;
  for (const key of Object.keys(job))
    expect(["stage", "image", "variables", "before_script", "script", "artifacts"]).toContain(key);
  expect(job).toMatchObject({ artifacts: { when: "always", reports: { junit: "conformance-results/junit.xml" } } });

  const place = scratch();
  spawnSync("ln", ["-s", packageRoot(), join(place, ".domain-save-image")]);
  const script = (job.script as string[]).join("\n");
  const run = spawnSync("sh", ["-ec", script], {
    cwd: place,
    encoding: "utf8",
    env: { PATH: process.env.PATH, OUT: "conformance-results", ...asked() } as NodeJS.ProcessEnv,
  });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(0);
  for (const path of (job.artifacts as { paths: string[] }).paths) expect(existsSync(join(place, path))).toBe(true);
  expect(readFileSync(join(place, "conformance-results/junit.xml"), "utf8")).toContain('<testsuite name="v2.reader"');
});
