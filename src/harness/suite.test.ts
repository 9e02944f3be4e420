import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SuiteError } from "./errors.ts";
import { loadSuite } from "./suite.ts";
import { copyOfSuite, type Loose, SUITE } from "./testing/tiny-suite.ts";

describe("a suite folder", () => {
  test("is loaded whole", async () => {
    const suite = await loadSuite(SUITE);
    expect(suite.name).toBe("tiny");
    expect([...suite.cases.keys()].slice(0, 4)).toEqual(["red", "counter-twice", "note-nul", "plain"]);
    expect([...suite.images.keys()]).toEqual(["plain.v2", "plain.v3", "red.v3"]);
    const red = suite.images.get("red.v3")!;
    expect((await red.octets()).length).toBe(red.size);
    expect(suite.streams.get("plain.v3")!.blobs.map(({ len }) => len)).toEqual([5]);
    expect(suite.profiles.get("reader-core")!.values).toEqual(["domain", "memory"]);
  });

  test("has the digest of its lines, in path order, of its own files only", async () => {
    const paths = [
      ...["2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"].map((name) => `blobs/${name}`),
      "blobs/994ef62a3f93e3d3356a32e2e10687b9f946065ae2f581142d8cbce4bd05b1e2",
      ...["cases/more/other.json", "cases/read.json", "cases/write.json"],
      ...["plain.v2.img", "plain.v2.json", "plain.v3.img", "plain.v3.json", "red.v3.img.gz", "red.v3.json"].map(
        (name) => `images/${name}`,
      ),
      "profiles.json",
      "requirements.json",
      ...["long.v2", "long.v3", "plain.v2", "plain.v3"].map((name) => `streams/${name}.json`),
      "suite.json",
      ...["plain.v2", "plain.v3", "skipped.v2", "skipped.v3"].map((name) => `values/${name}.json`),
    ];
    const sha256 = (octets: Uint8Array | string) => createHash("sha256").update(octets).digest("hex");
    const lines = paths.map((path) => `${sha256(readFileSync(join(SUITE, path)))}  ${path}\n`).join("");
    expect((await loadSuite(SUITE)).digest).toBe(sha256(lines));
    const dir = copyOfSuite((_, at) => {
      writeFileSync(join(at, "README.md"), "more");
      writeFileSync(join(at, "images/plain.v3.hex"), "more");
      mkdirSync(join(at, "mutants"));
      writeFileSync(join(at, "mutants/one.json"), "{}");
    });
    expect((await loadSuite(dir)).digest).toBe(sha256(lines));
  });

  test("may bear keys that begin with x-", async () => {
    const dir = copyOfSuite((edit) => {
      edit("suite.json", (suite) => (suite["x-home"] = "here"));
      edit("cases/read.json", (file) => (file.cases[0]["x-note"] = [1]));
      edit("profiles.json", (profiles) => (profiles["x-note"] = "none of ours"));
    });
    expect((await loadSuite(dir)).profiles.size).toBe(3);
  });

  test("that leaves out what is optional is a suite", async () => {
    const dir = copyOfSuite((edit, at) => {
      rmSync(join(at, "profiles.json"));
      edit("images/plain.v3.json", (image) => {
        image.labels = { hdr: 0, note: 4, count: 11, end: 21, crc: 23 };
        delete image.needs;
      });
    });
    expect((await loadSuite(dir)).profiles.size).toBe(0);
  });
});

const inCase = (id: string, act: (case_: Loose) => void, path = "cases/read.json") =>
  copyOfSuite((edit) => edit(path, (file) => act(file.cases.find((one: Loose) => one.id === id))));

describe("is invalid, and says where", () => {
  test.each<[string, () => string, string]>([
    ["no folder", () => "/nowhere/at/all", "/nowhere/at/all: no such suite folder"],
    ["no suite.json", () => copyOfSuite((_, dir) => rmSync(join(dir, "suite.json"))), "suite.json: is missing"],
    [
      "not JSON",
      () => copyOfSuite((_, dir) => writeFileSync(join(dir, "suite.json"), "{")),
      "suite.json: Expected property name",
    ],
    [
      "a key twice",
      () => copyOfSuite((_, dir) => writeFileSync(join(dir, "values/plain.v3.json"), '{"a":1,"a":2}')),
      'values/plain.v3.json: the key "a" stands twice',
    ],
    [
      "an unknown key",
      () => copyOfSuite((edit) => edit("suite.json", (s) => (s.colour = 1))),
      'suite.json: the document must NOT have additional properties ("colour")',
    ],
    [
      "another format",
      () => copyOfSuite((edit) => edit("suite.json", (s) => (s.format = 2))),
      "suite.json: /format must be equal to constant (1)",
    ],
    [
      "an unknown edition",
      () => copyOfSuite((edit) => edit("suite.json", (s) => s.editions.push("v9"))),
      "suite.json: /editions/2 must be equal to one of the allowed values",
    ],
    [
      "a requirement twice",
      () => copyOfSuite((edit) => edit("requirements.json", (r) => r.push(r[0]))),
      "requirements.json: requirement TNY-1: the id stands twice",
    ],
    [
      "a dangling choice of a requirement",
      () => copyOfSuite((edit) => edit("requirements.json", (r) => (r[5].choice = "gone"))),
      "requirements.json: requirement TNY-6: choice gone does not exist",
    ],
    [
      "a dangling provisional case",
      () => copyOfSuite((edit) => edit("suite.json", (s) => s.provisional.push("gone"))),
      "suite.json: provisional case gone does not exist",
    ],
    [
      "a case twice",
      () => copyOfSuite((edit) => edit("cases/write.json", (f) => (f.cases[0].id = "plain"))),
      "cases/write.json: case plain: the id stands twice, first in cases/read.json",
    ],
    [
      "a link that leads out",
      () => copyOfSuite((_, dir) => symlinkSync("/etc/hostname", join(dir, "values/out.json"))),
      "values/out.json: leads out of the suite folder",
    ],
    [
      "an image of another size",
      () => copyOfSuite((edit) => edit("images/plain.v3.json", (i) => (i.size = 26))),
      "images/plain.v3.img: has 27 octets, 26 are declared",
    ],
    [
      "an image of another digest",
      () => copyOfSuite((_, dir) => writeFileSync(join(dir, "images/plain.v3.img"), Buffer.alloc(27))),
      "images/plain.v3.img: has the SHA-256",
    ],
    [
      "a broken archive",
      () => copyOfSuite((_, dir) => writeFileSync(join(dir, "images/red.v3.img.gz"), "no")),
      "images/red.v3.img.gz: cannot be unpacked to 25 octets",
    ],
    [
      "an image without description",
      () => copyOfSuite((_, dir) => rmSync(join(dir, "images/red.v3.json"))),
      "images/red.v3.img.gz: images/red.v3.json, which describes it, is missing",
    ],
    [
      "an image twice",
      () => copyOfSuite((_, dir) => writeFileSync(join(dir, "images/red.v3.img"), readRed())),
      "images/red.v3.img and .img.gz: only one may be there",
    ],
    [
      "a label outside",
      () => copyOfSuite((edit) => edit("images/plain.v3.json", (i) => (i.labels.end = 99))),
      "images/plain.v3.json: label end lies outside the image",
    ],
    [
      "a sum that dangles",
      () => copyOfSuite((edit) => edit("images/plain.v3.json", (i) => (i.sums[0].to = "gone"))),
      'images/plain.v3.json: label "gone" does not exist',
    ],
    [
      "a blob that is missing",
      () =>
        copyOfSuite((_, dir) =>
          rmSync(join(dir, "blobs/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")),
        ),
      "streams/plain.v2.json: blobs/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 does not exist",
    ],
    [
      "a blob of another length",
      () => copyOfSuite((edit) => edit("streams/plain.v2.json", (s) => (s.note.len = 6))),
      "streams/plain.v2.json: blobs/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 has 5 octets, 6 are declared",
    ],
    [
      "a blob of another digest",
      () =>
        copyOfSuite((_, dir) =>
          writeFileSync(join(dir, "blobs/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"), "hallo"),
        ),
      "blobs/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824: has the SHA-256",
    ],
    [
      "a dangling requirement",
      () => inCase("magic-wrong", (c) => (c.breaks = "TNY-99")),
      "cases/read.json: case magic-wrong: requirement TNY-99 does not exist",
    ],
    [
      "a dangling image",
      () => inCase("plain", (c) => (c.image = "gone")),
      "cases/read.json: case plain: images/gone does not exist",
    ],
    [
      "an image missing in one edition",
      () => inCase("plain", (c) => (c.image = "red@*")),
      "cases/read.json: case plain: images/red.v2 does not exist",
    ],
    [
      "a dangling value",
      () => inCase("plain", (c) => (c.value = "gone@*")),
      "cases/read.json: case plain: values/gone.v2 does not exist",
    ],
    [
      "a dangling stream",
      () => inCase("write-plain", (c) => (c.stream = "gone"), "cases/write.json"),
      "cases/write.json: case write-plain: streams/gone does not exist",
    ],
    [
      "a dangling label",
      () => inCase("magic-wrong", (c) => (c.patch.at = "gone")),
      'cases/read.json: case magic-wrong: label "gone" does not exist on images/plain.v2',
    ],
    [
      "edits that overlap",
      () => inCase("magic-wrong", (c) => (c.patch = [c.patch, { at: 0, delete: 1 }])),
      "cases/read.json: case magic-wrong: edits 1 and 2 of the patch overlap on images/plain.v2",
    ],
    [
      "an edit that is two",
      () => inCase("magic-wrong", (c) => (c.patch.delete = 1)),
      "cases/read.json: case magic-wrong: /cases/1/patch must have exactly one of set, insert, delete, truncate, move",
    ],
    [
      "neither breaks nor shows",
      () => inCase("plain", (c) => delete c.shows),
      "cases/read.json: case plain: /cases/0 must have exactly one of breaks, shows",
    ],
    [
      "a case for no role",
      () => inCase("note-empty", (c) => delete c.reader),
      "cases/read.json: case note-empty: /cases/8 must have at least one of reader, verifier",
    ],
    [
      "a dangling choice",
      () => inCase("note-long", (c) => (c.choice = "gone")),
      "cases/read.json: case note-long: choice gone does not exist",
    ],
    [
      "options without a choice",
      () => inCase("note-long", (c) => delete c.choice),
      "cases/read.json: case note-long: reader has options but the case names no choice",
    ],
    [
      "an option that does not exist",
      () => inCase("note-long", (c) => (c.reader.perhaps = "accept")),
      "cases/read.json: case note-long: choice note-limit has no option perhaps",
    ],
    [
      "a feature nobody declares",
      () => inCase("plain", (c) => (c.needs = ["x-smell"])),
      "cases/read.json: case plain: feature x-smell is not among those of suite.json",
    ],
    [
      "a feature that cannot be",
      () => inCase("plain", (c) => (c.needs = ["smell"])),
      "cases/read.json: case plain: /cases/0/needs/0 must match pattern",
    ],
    [
      "a dangling twin",
      () => inCase("record-mandatory", (c) => (c.twin = "gone")),
      "cases/read.json: case record-mandatory: twin gone does not exist",
    ],
    [
      "a twin that must be rejected",
      () => inCase("record-mandatory", (c) => (c.twin = "magic-wrong")),
      "cases/read.json: case record-mandatory: twin magic-wrong must itself be rejected by the reader",
    ],
    [
      "a twin of another edition",
      () => inCase("record-optional", (c) => (c.editions = ["v3"])),
      "cases/read.json: case record-mandatory: twin record-optional does not exist in v2",
    ],
    [
      "a twin that needs more",
      () => inCase("record-optional", (c) => (c.needs = ["x-colour"])),
      "cases/read.json: case record-mandatory: twin record-optional needs x-colour, which the case does not",
    ],
    [
      "a case that is its own twin",
      () => inCase("magic-wrong", (c) => delete c.patch),
      "its twin, the unpatched image, must itself be rejected: case magic-wrong (reader, v2)",
    ],
    [
      "an unpatched image to be rejected",
      () => inCase("plain", (c) => (c.verifier = "reject")),
      "cases/read.json: case magic-wrong: its twin, the unpatched image, must itself be rejected: case plain (verifier, v2)",
    ],
    [
      "a twin of what shows",
      () => inCase("plain", (c) => (c.twin = "record-optional")),
      "cases/read.json: case plain: a case that shows a requirement has no twin",
    ],
    [
      "a write case without its twin",
      () => inCase("write-note-long", (c) => delete c.twin, "cases/write.json"),
      "cases/write.json: case write-note-long: a write case that must be rejected must name its twin",
    ],
    [
      "a write case the same as nothing",
      () => inCase("write-plain", (c) => delete c.image, "cases/write.json"),
      "cases/write.json: case write-plain: same octets as what? an image is missing",
    ],
  ])("%s", async (_, make, message) => {
    const error = await loadSuite(make()).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SuiteError);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toContain("\n");
  });
});

function readRed(): Uint8Array {
  return readFileSync(join(SUITE, "images/plain.v3.img"));
}
