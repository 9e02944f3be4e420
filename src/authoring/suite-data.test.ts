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
