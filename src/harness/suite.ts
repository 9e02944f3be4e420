import { SuiteError } from "./errors.ts";
import { imageCache, openImage } from "./images.ts";
import {
  type Blob,
  type Case,
  EDITIONS,
  type Image,
  type Profile,
  type Requirement,
  type Stream,
  type Suite,
} from "./model.ts";
import { departure, type SchemaName } from "./schemas.ts";
import { isObject, type Json, type JsonObject, own, parseStrictJson } from "./strict-json.ts";
import { checkSuite } from "./suite-checks.ts";
import { digestOf, readSuiteFiles, type SuiteFile } from "./suite-files.ts";

/**
 * Loads a suite folder and checks all of it. Throws `SuiteError`, which names the file and the case, for whatever
 * makes a suite invalid: a document that departs from its schema, an id that stands twice or dangles, a size or
 * digest that differs, a patch that cannot be applied, a twin that must be rejected.
 */
export async function loadSuite(dir: string): Promise<Suite> {
  const files = await readSuiteFiles(dir);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const suite = read(required(byPath, "suite.json"), "suite") as unknown as SuiteDocument;
  for (const { path, sha256 } of files) {
    if (path.startsWith("blobs/") && path !== `blobs/${sha256}`)
      throw new SuiteError(`${path}: has the SHA-256 ${sha256}`);
  }
  const requirements = read(required(byPath, "requirements.json"), "requirements") as unknown as Requirement[];
  const profiles = byPath.has("profiles.json") ? read(byPath.get("profiles.json")!, "profiles") : {};
  const loaded: Suite = {
    dir,
    name: suite.name,
    version: suite.version,
    digest: digestOf(files),
    editions: EDITIONS.filter((edition) => suite.editions.includes(edition)),
    features: suite.features ?? [],
    choices: suite.choices ?? {},
    provisional: new Set(suite.provisional),
    disputed: new Set(suite.disputed),
    requirements: unique(
      requirements.map((requirement) => [requirement.id, requirement]),
      (id) => `requirements.json: requirement ${id}`,
    ),
    profiles: new Map(Object.entries(profiles as JsonObject).flatMap(([name, entry]) => readProfile(name, entry))),
    ...readCases(files),
    images: await readImages(byPath),
    values: new Map(named(files, "values").map(([name, file]) => [name, readObject(file)])),
    streams: new Map(named(files, "streams").map(([name, file]) => [name, readStream(name, file, byPath, dir)])),
  };
  checkSuite(loaded);
  return loaded;
}

type SuiteDocument = Pick<Suite, "name" | "version" | "editions"> &
  Partial<Pick<Suite, "features" | "choices">> & { provisional?: string[]; disputed?: string[] };

function readProfile(name: string, entry: Json): [string, Profile][] {
  if (name.startsWith("x-")) return [];
  const { role, features = [], values = [] } = entry as unknown as Partial<Profile> & Pick<Profile, "role">;
  return [[name, { role, features, values }]];
}

function readCases(files: readonly SuiteFile[]): Pick<Suite, "cases" | "caseFiles"> {
  const cases = new Map<string, Case>();
  const caseFiles = new Map<string, string>();
  for (const file of files) {
    if (!file.path.startsWith("cases/")) continue;
    for (const case_ of (read(file, "case") as unknown as { cases: Case[] }).cases) {
      const first = caseFiles.get(case_.id);
      if (first) throw new SuiteError(`${file.path}: case ${case_.id}: the id stands twice, first in ${first}`);
      caseFiles.set(case_.id, file.path);
      cases.set(case_.id, case_);
    }
  }
  return { cases, caseFiles };
}

async function readImages(byPath: ReadonlyMap<string, SuiteFile>): Promise<Map<string, Image>> {
  const cache = imageCache();
  const packed = new Map<string, SuiteFile>();
  for (const file of byPath.values()) {
    const name = /^images\/(.*)\.img(\.gz)?$/.exec(file.path)?.[1];
    if (name === undefined) continue;
    if (packed.has(name)) throw new SuiteError(`images/${name}.img and .img.gz: only one may be there`);
    packed.set(name, file);
  }
  const opened = [...packed].map(async ([name, file]): Promise<[string, Image]> => {
    const description = byPath.get(`images/${name}.json`);
    if (!description) throw new SuiteError(`${file.path}: images/${name}.json, which describes it, is missing`);
    return [name, await openImage(name, read(description, "image") as unknown as Image, file, cache)];
  });
  return new Map(await Promise.all(opened));
}

function readStream(name: string, file: SuiteFile, byPath: ReadonlyMap<string, SuiteFile>, dir: string): Stream {
  const document = readObject(file);
  const edition = EDITIONS.find((known) => known === own(document, "edition"));
  const blobs = [...blobsIn(document)].map(([sha256, len]): Blob => {
    const blob = byPath.get(`blobs/${sha256}`);
    if (!blob) throw new SuiteError(`${file.path}: blobs/${sha256} does not exist`);
    if (blob.octets.length !== len) {
      throw new SuiteError(`${file.path}: blobs/${sha256} has ${blob.octets.length} octets, ${len} are declared`);
    }
    return { sha256, len, path: `${dir}/blobs/${sha256}` };
  });
  return { name, ...(edition && { edition }), text: file.octets, sha256: file.sha256, blobs };
}

/** Blobs named anywhere in a stream: objects with `len` and `sha256`. */
function blobsIn(value: Json, found = new Map<string, number>()): Map<string, number> {
  if (Array.isArray(value)) for (const item of value) blobsIn(item, found);
  else if (isObject(value)) {
    const [sha256, len] = [own(value, "sha256"), own(value, "len")];
    if (typeof sha256 === "string" && typeof len === "number") found.set(sha256, len);
    else for (const item of Object.values(value)) blobsIn(item, found);
  }
  return found;
}

function named(files: readonly SuiteFile[], folder: string): [string, SuiteFile][] {
  return files
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .map((file) => [file.path.slice(folder.length + 1, -".json".length), file]);
}

function required(byPath: ReadonlyMap<string, SuiteFile>, path: string): SuiteFile {
  const file = byPath.get(path);
  if (!file) throw new SuiteError(`${path}: is missing`);
  return file;
}

function unique<T>(entries: readonly [string, T][], name: (id: string) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const [id, entry] of entries) {
    if (map.has(id)) throw new SuiteError(`${name(id)}: the id stands twice`);
    map.set(id, entry);
  }
  return map;
}

/** Reads a JSON file of the suite and holds it against its schema. */
function read(file: SuiteFile, schema: SchemaName): Json {
  const document = parse(file);
  const found = departure(schema, document);
  if (found) {
    const inCase = schema === "case" ? nameCase(document, found.path) : "";
    throw new SuiteError(`${file.path}: ${inCase}${found.path || "the document"} ${found.message}`);
  }
  return document;
}

function readObject(file: SuiteFile): JsonObject {
  const document = parse(file);
  if (!isObject(document)) throw new SuiteError(`${file.path}: is not a JSON object`);
  return document;
}

function parse(file: SuiteFile): Json {
  try {
    return parseStrictJson(file.octets);
  } catch (error) {
    throw new SuiteError(`${file.path}: ${(error as Error).message}`);
  }
}

function nameCase(document: Json, path: string): string {
  const index = /^\/cases\/([0-9]+)/.exec(path)?.[1];
  if (index === undefined) return "";
  const id = (document as unknown as { cases: { id?: unknown }[] }).cases[Number(index)]?.id;
  return `case ${typeof id === "string" ? id : index}: `;
}
