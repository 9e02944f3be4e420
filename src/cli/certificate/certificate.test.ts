import { spawnSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dsi, scratch } from "../testing/run.ts";
import { handMadeSuite } from "../testing/suite.ts";
import { type Envelope, opened, preAuthEncoding, sealed } from "./envelope.ts";

const pem = (key: KeyObject, type: "pkcs8" | "spki") => key.export({ type: type as "pkcs8", format: "pem" }) as string;

let suite: string;
let out: string;
let keys: string;
const folder = mkdtempSync(join(tmpdir(), "dsi-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  mkdirSync(join(folder, "suite"));
  suite = handMadeSuite([], join(folder, "suite"));
  out = join(folder, "results");
  keys = folder;
  for (const [name, pair] of [
    ["ed", generateKeyPairSync("ed25519")],
    ["other", generateKeyPairSync("ed25519")],
    ["ec", generateKeyPairSync("ec", { namedCurve: "P-256" })],
  ] as const) {
    writeFileSync(join(keys, `${name}.pem`), pem(pair.privateKey, "pkcs8"));
    writeFileSync(join(keys, `${name}.pub.pem`), pem(pair.publicKey, "spki"));
  }
  const run = await dsi([
    "certify",
    "--suite",
    suite,
    "--edition",
    "v3",
    "--out",
    out,
    "--sign",
    join(keys, "ed.pem"),
    "--subject",
    process.execPath,
  ]);
  expect(run).toMatchObject({ status: 0, stderr: "" });
});

const statement = (name: string) => {
  const envelope = JSON.parse(readFileSync(join(out, name), "utf8")) as Envelope;
  return { envelope, statement: JSON.parse(Buffer.from(envelope.payload, "base64").toString()) };
};

test("what is signed is encoded as the specification of DSSE has it", () => {
  expect(Buffer.from(preAuthEncoding("http://example.com/HelloWorld", Buffer.from("hello world"))).toString()).toBe(
    "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
  );
  for (const pair of [generateKeyPairSync("ed25519"), generateKeyPairSync("ec", { namedCurve: "P-384" })]) {
    const envelope = sealed("text/plain", Buffer.from("words"), pair.privateKey);
    expect(Buffer.from(opened(envelope, pair.publicKey)!).toString()).toBe("words");
    expect(opened({ ...envelope, payloadType: "text/html" }, pair.publicKey)).toBeUndefined();
    expect(opened({ ...envelope, payload: "d29yZA==" }, pair.publicKey)).toBeUndefined();
  }
});

test("a certificate is signed as an in-toto statement, which OpenSSL finds right", () => {
  const { envelope, statement: said } = statement("certificate.v3.reader.dsse.json");
  expect(envelope.payloadType).toBe("application/vnd.in-toto+json");
  expect(said).toMatchObject({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "node", digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }],
    predicateType: "https://in-toto.io/attestation/test-result/v0.1",
    predicate: { result: "PASSED", failedTests: [], warnedTests: [] },
  });
  expect(said.predicate.passedTests.length).toBeGreaterThan(0);
  const place = scratch();
  writeFileSync(join(place, "message"), preAuthEncoding(envelope.payloadType, Buffer.from(envelope.payload, "base64")));
  writeFileSync(join(place, "sig"), Buffer.from(envelope.signatures[0]!.sig, "base64"));
  const openssl = spawnSync(
    "openssl",
    [
      "pkeyutl",
      "-verify",
      "-rawin",
      "-pubin",
      "-inkey",
      join(keys, "ed.pub.pem"),
      "-in",
      join(place, "message"),
      "-sigfile",
      join(place, "sig"),
    ],
    { encoding: "utf8" },
  );
  if (openssl.error === undefined || process.env.DSI_REQUIRE_TOOLS === "1")
    expect(openssl.stdout).toContain("Signature Verified Successfully");
});

test("verify says right by key and claim; wrong for another key, another claim, a certificate that was bettered", async () => {
  const signed = join(out, "certificate.v3.reader.dsse.json");
  const claim = join(out, "claim.json");
  const verify = (...args: string[]) => dsi(["certificate", "verify", ...args, "--suite", suite]);
  const right = await verify(signed, "--key", join(keys, "ed.pub.pem"), "--claim", claim);
  expect(right.status, right.stdout + right.stderr).toBe(0);
  expect(right.stdout).toMatch(
    /: v3 reader: conforms\n {2}of node, sha256 \w+\n {2}signature: right, by \w+\n {2}claim: right\n {2}verdict: right, computed again/,
  );

  const other = await verify(signed, "--key", join(keys, "other.pub.pem"));
  expect(other).toMatchObject({ status: 1, stdout: expect.stringMatching(/signature: wrong, not by /) });

  const answers = JSON.parse(readFileSync(claim, "utf8"));
  answers.answers[0].outcome = answers.answers[0].outcome === "accept" ? "reject" : "accept";
  const altered = join(scratch(), "claim.json");
  writeFileSync(altered, JSON.stringify(answers));
  expect(await verify(signed, "--claim", altered)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/claim: wrong/),
  });

  const certificate = JSON.parse(readFileSync(join(out, "certificate.v3.reader.json"), "utf8"));
  const bettered = join(scratch(), "certificate.json");
  writeFileSync(bettered, JSON.stringify({ ...certificate, counts: { ...certificate.counts, MUST: { pass: 999 } } }));
  expect(await verify(bettered, "--claim", claim)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/verdict: wrong/),
  });

  expect(await verify(signed)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/--key PUB .* --claim CLAIM/),
  });
  expect(await verify(join(keys, "ed.pem"), "--claim", claim)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/is no JSON document/),
  });
});

test("a key that cannot sign is refused before any trial; elliptic ones sign", async () => {
  const certify = (...args: string[]) =>
    dsi(["certify", "--suite", suite, "--edition", "v3", "--role", "reader", ...args]);
  expect(await certify("--sign", join(keys, "ec.pub.pem"), "--out", scratch())).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is no private key in PEM .*openssl genpkey/),
  });
  expect(await certify("--sign", join(keys, "ec.pem"))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/--out DIR/),
  });
  const place = scratch();
  expect(await certify("--sign", join(keys, "ec.pem"), "--out", place)).toMatchObject({ status: 0 });
  const run = await dsi([
    "certificate",
    "verify",
    join(place, "certificate.v3.reader.dsse.json"),
    "--key",
    join(keys, "ec.pub.pem"),
    "--json",
  ]);
  expect(JSON.parse(run.stdout)).toMatchObject({
    right: true,
    edition: "v3",
    role: "reader",
    result: "conforms",
    checks: [{ what: "signature", ok: true }],
  });
});

test("shards of a suite together make the claim and the certificates of the whole, octet for octet", async () => {
  const parts = await Promise.all(
    [1, 2, 3].map(async (index) => {
      const place = scratch();
      const run = await dsi(["certify", "--suite", suite, "--edition", "v3", "--shard", `${index}/3`, "--out", place]);
      expect(run.status, run.stdout + run.stderr).toBe(0);
      expect(readdirSync(place)).not.toContain("certificate.v3.reader.json");
      return join(place, "claim.json");
    }),
  );
  const merged = scratch();
  const run = await dsi(["certify", "--suite", suite, "--out", merged, "--merge", ...parts.toReversed()]);
  expect(run.status, run.stderr).toBe(0);
  for (const name of ["claim.json", "certificate.v3.reader.json", "certificate.v3.verifier.json"])
    expect(readFileSync(join(merged, name), "utf8")).toBe(readFileSync(join(out, name), "utf8"));

  const without = await dsi(["certify", "--suite", suite, "--merge", parts[0]!, parts[2]!]);
  expect(without).toMatchObject({ status: 2, stderr: expect.stringMatching(/of 3 shards 2 is missing/) });
  const twice = await dsi(["certify", "--suite", suite, "--merge", ...parts, parts[1]!]);
  expect(twice).toMatchObject({ status: 2, stderr: expect.stringMatching(/is shard 2\/3, which .* is too/) });
  expect(await dsi(["certify", "--suite", suite, "--from", parts[0]!])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is the claim of shard 1\/3; --merge/),
  });
  expect(await dsi(["certify", "--suite", suite, "--shard", "4/3"])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is no shard: i\/n/),
  });
});

test("a repository of claims is checked: schema, verdicts, signatures, strays", async () => {
  const place = scratch();
  copyFileSync(join(out, "claim.json"), join(place, "mine.claim.json"));
  copyFileSync(join(out, "certificate.v3.reader.dsse.json"), join(place, "mine.v3.reader.dsse.json"));
  copyFileSync(join(keys, "ed.pub.pem"), join(place, "mine.pub.pem"));
  const check = () => dsi(["claims", "check", place, "--suite", suite]);
  const right = await check();
  expect(right.status, right.stdout).toBe(0);
  expect(right.stdout).toMatch(/^mine: right: .*\n {2}v3 reader: conforms\n {2}v3 verifier: conforms\n$/);

  copyFileSync(join(keys, "other.pub.pem"), join(place, "mine.pub.pem"));
  writeFileSync(join(place, "broken.claim.json"), "{}");
  writeFileSync(join(place, "whose.pub.pem"), "");
  const wrong = await check();
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toMatch(/broken: wrong\n.*must have/);
  expect(wrong.stdout).toMatch(/mine\.v3\.reader\.dsse\.json: signature wrong/);
  expect(wrong.stdout).toMatch(/whose\.pub\.pem: belongs to no claim/);
});

test("a badge says what conforms, or the worst that there is", async () => {
  const files = ["reader", "verifier"].map((role) => join(out, `certificate.v3.${role}.json`));
  const badge = await dsi(["certificate", "badge", ...files, "--out", "-"]);
  expect(badge.status).toBe(0);
  expect(badge.stdout).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*conforms: v3 reader, v3 verifier[\s\S]*<\/svg>\n$/,
  );
  const failed = join(scratch(), "certificate.json");
  writeFileSync(failed, JSON.stringify({ ...JSON.parse(readFileSync(files[0]!, "utf8")), result: "fails" }));
  expect((await dsi(["certificate", "badge", ...files, failed, "--out", "-"])).stdout).toContain("fails: v3 reader<");
});
