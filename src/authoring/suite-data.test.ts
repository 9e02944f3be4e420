import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

const ajv = new Ajv2020({ strict: false });
for (const file of readdirSync("schemas").filter((name) => name.endsWith(".schema.json"))) {
  ajv.addSchema(JSON.parse(readFileSync(`schemas/${file}`, "utf8")));
}
const images = readdirSync("conformance/images").filter((file) => file.endsWith(".json"));

test.each([
  ["suite.schema.json", "conformance/suite.json"],
  ["profiles.schema.json", "conformance/profiles.json"],
  ["requirements.schema.json", "conformance/requirements.json"],
  ...images.map((file) => ["image.schema.json", `conformance/images/${file}`]),
])("%s describes %s", (schema, file) => {
  const validate = ajv.getSchema(schema)!;
  validate(JSON.parse(readFileSync(file, "utf8")));
  expect(validate.errors).toBeNull();
});

test("every feature and edition that an image needs is one of the suite's", () => {
  const suite = JSON.parse(readFileSync("conformance/suite.json", "utf8")) as Record<string, string[]>;
  for (const file of images) {
    const { needs, editions } = JSON.parse(readFileSync(`conformance/images/${file}`, "utf8"));
    expect(suite.features).toEqual(expect.arrayContaining(needs));
    expect(suite.editions).toEqual(expect.arrayContaining(editions));
  }
});

test.each([
  ["state.schema.json", "conformance/values"],
  ["mutant.schema.json", "conformance/mutants"],
])("%s describes every file of %s", (schema, folder) => {
  const validate = ajv.getSchema(schema)!;
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    validate(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
    expect(validate.errors, file).toBeNull();
  }
});

test("stream.schema.json describes every stream but those that a Writer has to refuse", () => {
  const cases = readdirSync("conformance/cases").flatMap(
    (file) =>
      JSON.parse(readFileSync(`conformance/cases/${file}`, "utf8")).cases as { stream?: string; writer?: string }[],
  );
  const named = (stream: string) =>
    stream.endsWith("@*") ? ["v2", "v3"].map((edition) => stream.replace("@*", `.${edition}`)) : [stream];
  const written = new Set(
    cases.filter(({ writer }) => writer === "accept").flatMap(({ stream }) => (stream ? named(stream) : [])),
  );
  const validate = ajv.getSchema("stream.schema.json")!;
  expect(written.size).toBeGreaterThan(20);
  for (const stream of written) {
    validate(JSON.parse(readFileSync(`conformance/streams/${stream}.json`, "utf8")));
    expect(validate.errors, stream).toBeNull();
  }
});
