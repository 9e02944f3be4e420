import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generateKaitai } from "./index.ts";
import { type KsyField, readKsySet, typesOf } from "./ksy.ts";
import { root } from "./testing/images.ts";

const set = readKsySet(root);
const types = [...set].flatMap(([id, ksy]) => typesOf(id, ksy));

it("generated/ is what the schemas say now", async () => {
  const stale = [...(await generateKaitai(root))].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== text;
  });
  expect(stale.map(([path]) => path)).toEqual([]);
});

it("no parser is left of a schema that is gone", () => {
  for (const form of ["open", "strict"]) {
    const faces = readdirSync(join(root, "generated", form)).filter((file) => file.endsWith(".ts"));
    expect(faces).toEqual([...set.keys()].map((id) => `${id}.ts`).sort());
  }
});

describe("the schemas", () => {
  it.each(types.map(({ path, type }) => [path.join("::"), type] as const))("%s is documented", (_, type) => {
    expect(type.doc ?? "").not.toBe("");
    for (const param of type.params ?? []) expect(param.doc, param.id).toBeTruthy();
  });

  it.each([...set])("%s has a title, a licence and the compiler's version", (_, ksy) => {
    const meta = ksy.meta as Record<string, unknown>;
    expect(meta).toMatchObject({ license: "Apache-2.0", "ks-version": "0.11" });
    expect(meta.title).toBeTruthy();
  });

  it("read no 64-bit integer in one piece, which JavaScript would round", () => {
    const whole = types.flatMap(({ path, type }) =>
      (type.seq ?? [])
        .filter((f) => /[us]8|f8/.test(JSON.stringify(f.type ?? "")))
        .map((f) => [...path, f.id].join("::")),
    );
    expect(whole).toEqual([]);
  });

  const checked = types.flatMap(({ path, type }) =>
    (type.seq ?? [])
      .filter((f) => f.valid !== undefined || f.contents !== undefined)
      .map((f) => [[...path, f.id].join("::"), f] as const),
  );
  // Xen refuses these; no chapter has a sentence on a field this deep inside the hypervisor's own structures.
  const unnumbered = new Set([
    "hvm_context::cpu::flags",
    "hvm_context::pic::int_output",
    "hvm_context::pci_link::route",
    "hvm_context::pit::speaker_data_on",
    "hvm_context::pit_channel::count",
    "hvm_context::mtrr::msr_mtrr_cap",
    "hvm_context::cpu_xsave::xcr0_accum",
  ]);

  it.each(checked)("%s names the requirement that its condition serves", (name, field: KsyField) => {
    if (unnumbered.has(name)) expect(field["-req"]).toBeUndefined();
    else expect(field["-req"]?.length).toBeGreaterThan(0);
  });

  it("name requirements and chapters that exist", () => {
    const chapters = readdirSync(join(root, "spec")).filter((file) => file.endsWith(".md"));
    const anchors = new Set(
      chapters.flatMap((file) => {
        const text = readFileSync(join(root, "spec", file), "utf8");
        return [`spec/${file}`, ...[...text.matchAll(/<a id="([A-Z0-9-]+)">/g)].map(([, id]) => `spec/${file}#${id}`)];
      }),
    );
    const ids = new Set([...anchors].map((anchor) => anchor.split("#")[1]));
    const dangling = types.flatMap(({ path, type }) => [
      ...[type["doc-ref"] ?? []].flat().filter((ref) => !ref.startsWith("https:") && !anchors.has(ref)),
      ...(type["-req"] ?? []).filter((id) => !ids.has(id)).map((id) => `${path.join("::")}: ${id}`),
      ...(type.seq ?? []).flatMap((f) => [
        ...[f["doc-ref"] ?? []].flat().filter((ref) => !anchors.has(ref)),
        ...(f["-req"] ?? []).filter((id) => !ids.has(id)).map((id) => `${[...path, f.id].join("::")}: ${id}`),
      ]),
    ]);
    expect(dangling).toEqual([]);
  });
});
