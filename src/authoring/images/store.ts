import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Assembled, assemble, type Include, type Sum } from "../hex/assemble.ts";
import { formatJson } from "../json.ts";
import { specExamples } from "../markdown/examples.ts";
import type { Products } from "../products.ts";
import { GOLDEN } from "./golden.ts";
import { inOrder, labelImage } from "./labels.ts";
import { RECIPES } from "./recipes.ts";

/** Where images and their sources lie, from the root of the repository. */
export const IMAGES = "conformance/images";

/** An image larger than this many octets is committed compressed. */
const LARGEST_PLAIN = 64 * 1024;

/** One image of the suite with everything its description says. */
export type Image = {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly editions: readonly string[];
  readonly needs: readonly string[];
  readonly labels: Readonly<Record<string, number>>;
  readonly sums: readonly Sum[];
};

/** Images by name, each made once, from its source: golden octets, annotated hex (of its own, or in a chapter), or a recipe. */
export type ImageStore = {
  readonly names: readonly string[];
  readonly get: (name: string) => Image;
  /** What `include "NAME"` in annotated hex finds: another source in the folder, or an image. */
  readonly include: Include;
};

/** The images whose sources lie under `root`. `get` throws where a source is wrong, missing, or needs itself. */
export function imageStore(root: string): ImageStore {
  const folder = join(root, IMAGES);
  // A `.hex` whose name begins with `_` is a part for others to include, not an image.
  const hex = readdirSync(folder)
    .filter((file) => file.endsWith(".hex") && !file.startsWith("_"))
    .map((file) => file.slice(0, -".hex".length));
  const examples = new Map(specExamples(root).map((example) => [example.id, example]));
  const names = [
    ...GOLDEN.map(({ name }) => name),
    ...hex,
    ...RECIPES.map(({ name }) => name),
    ...examples.keys(),
  ].sort();
  const twice = names.find((name, i) => name === names[i + 1]);
  if (twice !== undefined) throw new Error(`${IMAGES}: the image ${twice} has two sources`);

  const made = new Map<string, Image | "in the making">();
  const get = (name: string): Image => {
    const known = made.get(name);
    if (known === "in the making") throw new Error(`${IMAGES}: the image ${name} is made from itself`);
    if (known !== undefined) return known;
    made.set(name, "in the making");
    const image = make(name);
    made.set(name, image);
    return image;
  };

  const make = (name: string): Image => {
    const golden = GOLDEN.find((one) => one.name === name);
    if (golden !== undefined) {
      const octets = new Uint8Array(gunzipSync(readFileSync(join(folder, `${name}.img.gz`))));
      return { ...golden, octets, editions: ["v3"], labels: labelImage(octets), sums: [] };
    }
    const recipe = RECIPES.find((one) => one.name === name);
    if (recipe !== undefined) {
      const octets = recipe.make(get(recipe.from).octets);
      return { name, octets, editions: recipe.editions, needs: recipe.needs, labels: labelImage(octets), sums: [] };
    }
    const example = examples.get(name);
    if (example !== undefined) return fromHex(name, example.file, assemble(example.source, example.file, include));
    if (!hex.includes(name)) throw new Error(`${IMAGES}: no source for the image ${name}`);
    const file = `${IMAGES}/${name}.hex`;
    return fromHex(name, file, assemble(readFileSync(join(root, file), "utf8"), file, include));
  };

  const include: Include = (name) => {
    if (name.endsWith(".hex")) {
      const file = `${IMAGES}/${name}`;
      if (!existsSync(join(root, file))) return undefined;
      return { kind: "source", text: readFileSync(join(root, file), "utf8"), file };
    }
    return names.includes(name) ? { kind: "octets", ...get(name) } : undefined;
  };
  return { names, get, include };
}

/** The image that assembled hex describes by its directives `editions`, `needs` and `labels`. */
function fromHex(name: string, file: string, assembled: Assembled): Image {
  const { octets, directives, sums } = assembled;
  const wrong = [...directives.keys()].find((key) => !["editions", "needs", "labels"].includes(key));
  if (wrong !== undefined) throw new Error(`${file}: unknown directive #! ${wrong}`);
  const editions = directives.get("editions");
  if (editions === undefined || editions.length === 0) throw new Error(`${file}: #! editions is missing`);
  const labels = directives.get("labels");
  if (labels !== undefined && labels.join(" ") !== "generated")
    throw new Error(`${file}: #! labels is not "generated"`);
  return {
    name,
    octets,
    editions,
    needs: directives.get("needs") ?? [],
    labels: labels === undefined ? assembled.labels : inOrder({ ...labelImage(octets), ...assembled.labels }),
    sums,
  };
}

/** The committed files of every image: its description and, unless the octets are their own source, the octets. */
export function imageProducts(store: ImageStore): Products {
  const products = new Map<string, string | Uint8Array>();
  for (const name of store.names) {
    const { octets, editions, needs, labels, sums } = store.get(name);
    const sha256 = createHash("sha256").update(octets).digest("hex");
    const description = { editions, needs, size: octets.length, sha256, labels, sums };
    products.set(`${IMAGES}/${name}.json`, formatJson(description));
    if (GOLDEN.some((golden) => golden.name === name)) continue;
    if (octets.length > LARGEST_PLAIN) products.set(`${IMAGES}/${name}.img.gz`, gzipSync(octets, { level: 9 }));
    else products.set(`${IMAGES}/${name}.img`, octets);
  }
  return products;
}
