import { expect, test } from "vitest";
import { dsi, fileOf, imageOctets } from "./testing/run.ts";

const small = imageOctets("small.v3");

test("verify --json prints one line for each image, with these keys", async () => {
  const good = fileOf(small);
  const octets = Buffer.from(small);
  octets[30] = 1;
  const bad = fileOf(octets);
  const { stdout, status } = await dsi(["verify", "--json", good, bad]);
  expect(status).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { image: good, edition: "v3", container: [], verdict: "accept", findings: [], notChecked: [] },
    {
      image: bad,
      edition: "v3",
      container: [],
      verdict: "reject",
      findings: [
        {
          code: "domain-reserved",
          req: "DOM-006",
          level: "MUST",
          at: 30,
          path: expect.stringMatching(/./),
          found: expect.stringMatching(/./),
          wanted: expect.stringMatching(/./),
        },
      ],
      notChecked: [],
    },
  ]);
});

test("SHOULD findings alone are told, and accepted", async () => {
  const trailing = fileOf(Buffer.concat([small, Buffer.from("more")]));
  const run = await dsi(["verify", trailing]);
  expect(run.status).toBe(0);
  expect(run.stdout).toMatch(/: departs at 0x[0-9a-f]+: .*\[image-trailing, REC-030 .*\n.*: accepted: v3, /);
});

test("many findings of one kind are cut short for people, and whole as JSON", async () => {
  const record = Buffer.from("0100000010000000" + "0100000000000000" + "00000000000080f0", "hex");
  const count = 30;
  const records = Array.from({ length: count }, () => record);
  const image = fileOf(Buffer.concat([small.subarray(0, 48), ...records, small.subarray(48)]));
  const text = await dsi(["verify", image]);
  expect(text.stdout.trimEnd().split("\n")).toHaveLength(12);
  expect(text.stdout).toMatch(
    /: 20 more of page-pfn-reserved, listed by --json\n.*: next: dsi inspect .* --hex 0x\w+\+64 shows the place\n$/,
  );
  const { findings } = JSON.parse((await dsi(["verify", "--json", image])).stdout);
  expect(findings).toHaveLength(count);
});

test("a pipe's page contents are looked at with --deep only, and what was left out is named", async () => {
  const octets = imageOctets("pv-tiny.min");
  const shallow = JSON.parse((await dsi(["verify", "--json", "-"], { input: octets })).stdout);
  expect(shallow.notChecked).toContain("PV-040");
  const deep = JSON.parse((await dsi(["verify", "--json", "--deep", "-"], { input: octets })).stdout);
  expect(deep).toMatchObject({ verdict: "accept", notChecked: [] });
  expect((await dsi(["read", "-"], { input: octets })).stderr).toMatch(
    /start_info page was not looked at; --deep does/,
  );
  expect((await dsi(["read", "--deep", "-"], { input: octets })).stderr).toBe("");
  expect((await dsi(["read", fileOf(octets)])).stderr).toBe("");
});

test("the options say how a stream travelled, and by which edition it is read", async () => {
  const remus = fileOf(imageOctets("pvh-tiny.remus.v3"));
  expect((await dsi(["verify", remus])).stdout).toMatch(/checkpoint-plain/);
  expect((await dsi(["verify", "--stream-kind", "remus", remus])).status).toBe(0);
  expect((await dsi(["read", "--stream-kind", "remus", remus])).stdout).toMatch(/^checkpoints {2}\d+$/m);
  const older = fileOf(imageOctets("small.v2"));
  expect((await dsi(["verify", older])).status).toBe(0);
  expect((await dsi(["verify", "--edition", "v3", older])).stdout).toMatch(/image-version-previous/);
  expect(await dsi(["verify", "--edition", "draft-b", older])).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/image-version, DB-005/),
  });
});

test("inspect --json lists layers and records with these keys, and a fault beside them", async () => {
  const good = JSON.parse((await dsi(["inspect", "--json", fileOf(imageOctets("pvh-tiny.xl.v3"))])).stdout);
  expect(Object.keys(good)).toEqual(["edition", "container", "layers", "records"]);
  expect(good.container).toEqual(["xl", "libxl"]);
  expect(good.layers.map(({ layer, at }: { layer: string; at: number }) => [layer, at])).toEqual([
    ["xl", 0],
    ["libxl", 0x32f],
    ["image", 0x347],
    ["domain", 0x35f],
  ]);
  expect(good.records[0]).toEqual({ layer: "libxl", at: 0x33f, type: 1, name: "LIBXC_CONTEXT", length: 0 });

  const cut = await dsi(["inspect", "--json", fileOf(small.subarray(0, 60))]);
  expect(cut.status).toBe(1);
  expect(JSON.parse(cut.stdout)).toMatchObject({ edition: "v3", "x-fault": { code: "record-truncated", at: 60 } });
});

test("colour is for terminals only", async () => {
  for (const env of [{ FORCE_COLOR: "1" }, { CI: "true" }, { TERM: "xterm" }]) {
    expect((await dsi(["verify", fileOf(small)], { env })).stdout).not.toContain("\u001b");
  }
});
