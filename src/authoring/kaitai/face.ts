import { type Form, inForm } from "./forms.ts";
import {
  bitWidth,
  inheritedEndian,
  isBuiltIn,
  type KsyField,
  type KsyInstance,
  type KsySet,
  type KsyType,
  refsOf,
  resolveEnum,
  resolveType,
  type TypePath,
  typeName,
  typesOf,
} from "./ksy.ts";
import { camel, faceName, pascal } from "./names.ts";
import { docText, notice, wantedText } from "./words.ts";

/** The TypeScript module of one .ksy in one form: interfaces, enums as literal unions, parse and locate functions. */
export function faceText(set: KsySet, id: string, form: Form): string {
  const ksy = inForm(form, set.get(id) as KsyType);
  const face = new Face(set, id);
  const body = typesOf(id, ksy).map((at) => face.typeText(at));
  const enums = face.enumTexts(typesOf(id, ksy));
  return [notice(id), face.importText(form), ...enums, ...body].join("\n");
}

/** Collects what the module must import while its types are written. */
class Face {
  readonly #set: KsySet;
  readonly #id: string;
  readonly #types = new Map<string, Set<string>>();
  readonly #enums = new Map<string, Set<string>>();
  // Another file's shape is registered by importing its module, whether or not a type of it is named here.
  readonly #modules = new Set<string>();

  constructor(set: KsySet, id: string) {
    this.#set = set;
    this.#id = id;
  }

  typeText({ path, type }: TypePath): string {
    const name = faceName(path);
    const parser = [pascal(this.#id), ...path.slice(1).map(pascal)].join(".");
    const fields = (type.seq ?? []).filter((f) => !f["-check"]).map((field) => this.#member(path, field.id, field));
    const faced = Object.entries(type.instances ?? {}).filter(([, i]) => i["-face"] || i.enum);
    const placed = Object.entries(type.instances ?? {}).filter(([, i]) => i.pos !== undefined);
    const wide = wideInstances(type);
    const members = [
      ...fields,
      ...faced.map(([key, instance]) => this.#member(path, key, instance)),
      ...wide.map(({ name }) => `  readonly ${name}: bigint;`),
    ];
    return `${docText(type.doc, "")}export interface ${name} {
${members.join("\n")}
}

register(parsers.${parser}, {
  fields: [
${(type.seq ?? []).map((field) => `    ${this.#shape(path, field.id, field)},\n`).join("")}  ],
  found: [${placed.map(([key, instance]) => this.#shape(path, key, instance)).join(", ")}],
  instances: [${faced.map(([key, instance]) => this.#shape(path, key, instance)).join(", ")}],
  wide: [${wide.map((w) => `{ name: "${w.name}", hi: "${w.hi}", lo: "${w.lo}" }`).join(", ")}],
});

${this.#functions(path, type, name, parser)}`;
  }

  #functions(path: readonly string[], type: KsyType, name: string, parser: string): string {
    const params = (type.params ?? []).map((p) => ({
      ...p,
      face: camel(p.id),
      ts: p.type === "bool" ? "boolean" : "number",
    }));
    const inherited = inheritedEndian(this.#set, path);
    const endian = inherited && camel(inherited);
    const given = params.map((p) => `params.${p.face}`);
    const list = endian ? [`!params.${endian}`, ...given] : given;
    const interfaceText =
      params.length === 0 && !endian
        ? ""
        : `/** What the reader of ${name} must be told. */
export interface ${name}Params {
${params.map((p) => `${docText(p.doc, "  ")}  readonly ${p.face}: ${p.ts};`).join("\n")}${
  endian && !params.some((p) => p.face === endian)
    ? `\n  /** True when the octets are big-endian. */\n  readonly ${endian}: boolean;`
    : ""
}
}

`;
    const signature = interfaceText === "" ? "octets: Uint8Array" : `octets: Uint8Array, params: ${name}Params`;
    return `${interfaceText}/** Reads a ${name} from the start of \`octets\`; octets after it are left alone. Throws ParseError. */
export function parse${name}(${signature}): ${name} {
  return parse(parsers.${parser}, octets, [${list.join(", ")}]);
}

/** Like parse${name}, but throws nothing and tells the place of every field that could be read. */
export function locate${name}(${signature}): Located<${name}> {
  return locate(parsers.${parser}, octets, [${list.join(", ")}]);
}
`;
  }

  #member(path: readonly string[], id: string, field: KsyField | KsyInstance): string {
    const one = this.#tsType(path, field);
    const type = !field.repeat ? one : one.includes(" ") ? `readonly (${one})[]` : `readonly ${one}[]`;
    return `${docText(field.doc, "  ")}  readonly ${camel(id)}${field.if === undefined ? "" : "?"}: ${type};`;
  }

  #tsType(path: readonly string[], field: KsyField | KsyInstance): string {
    if (field.enum) return `${this.#enumName(path, field.enum)} | number`;
    if ("-face" in field && field["-face"]) return field["-face"];
    if (field.type === undefined) return "Uint8Array";
    if (typeof field.type === "string") return this.#namedType(path, field.type);
    const cases = new Set(Object.values(field.type.cases).map((ref) => this.#namedType(path, ref)));
    if (field.size !== undefined || field["size-eos"]) cases.add("Uint8Array");
    return [...cases].join(" | ");
  }

  #namedType(path: readonly string[], ref: string): string {
    const name = typeName(ref);
    if (name === "b1" || name === "bool") return "boolean";
    if (name === "str" || name === "strz") return "string";
    if (isBuiltIn(name)) return "number";
    if (name === "uint64") return "bigint";
    const found = this.#resolve(path, name);
    const file = found.path[0] as string;
    if (file !== this.#id) add(this.#types, file, faceName(found.path));
    return faceName(found.path);
  }

  #resolve(path: readonly string[], name: string): TypePath {
    const found = resolveType(this.#set, path, name);
    if (!found) throw new Error(`${path.join("::")}: no type ${name}`);
    const file = found.path[0] as string;
    if (file !== this.#id) this.#modules.add(file);
    return found;
  }

  #enumName(path: readonly string[], name: string): string {
    const found = resolveEnum(this.#set, path, name);
    const file = found.path[0] as string;
    if (file !== this.#id) add(this.#enums, file, `${camelEnum(found.path)}Names`);
    if (file !== this.#id) add(this.#types, file, faceName(found.path));
    return faceName(found.path);
  }

  #shape(path: readonly string[], id: string, field: KsyField | KsyInstance): string {
    const parts = [`id: "${id}"`, `name: "${camel(id)}"`, `kind: "${this.#kind(path, field)}"`];
    const width = bitWidth(field);
    if (width !== undefined) parts.push(`bits: ${width}`);
    if (field.enum) {
      const found = resolveEnum(this.#set, path, field.enum);
      parts.push(`enum: ${camelEnum(found.path)}Names`);
    }
    const wanted = wantedText(field);
    if (wanted !== undefined) parts.push(`wanted: ${JSON.stringify(wanted)}`);
    if (wanted !== undefined && field["-req"]) parts.push(`req: ${JSON.stringify(field["-req"])}`);
    if (field["-check"]) parts.push("check: true");
    return `{ ${parts.join(", ")} }`;
  }

  #kind(path: readonly string[], field: KsyField | KsyInstance): string {
    if ("-face" in field && field["-face"] === "boolean") return "boolean";
    if (field.type === undefined) return "scalar";
    const refs = refsOf(field.type).map(typeName);
    if (refs.includes("uint64")) return field["-signed"] ? "s64" : "u64";
    const named = refs.filter((ref) => !isBuiltIn(ref));
    for (const ref of named) this.#resolve(path, ref);
    return named.length > 0 ? "struct" : "scalar";
  }

  /** Literal unions and name tables of the enums of this file. */
  enumTexts(types: readonly TypePath[]): string[] {
    return types.flatMap(({ path, type }) =>
      Object.keys(type.enums ?? {}).map((name) => {
        const { path: at, entries } = resolveEnum(this.#set, path, name);
        return `/** Names of ${at.join("::")}; a number without a name stays a number. */
export type ${faceName(at)} = ${entries.map((e) => `"${e.id}"`).join(" | ")};

/** Number to name, ${at.join("::")}. */
export const ${camelEnum(at)}Names: Readonly<Record<number, ${faceName(at)}>> = {
${entries.map((e) => `  0x${e.value.toString(16)}: "${e.id}",`).join("\n")}
};
`;
      }),
    );
  }

  importText(form: Form): string {
    const lines = [
      `import parsers from "#kaitai/${form}/js/${pascal(this.#id)}";`,
      `import { type Located, locate, parse, register } from "../parser-runtime.ts";`,
    ];
    for (const file of [...this.#modules].sort()) {
      if (file === "uint64") continue;
      lines.push(`import "./${file}.ts";`);
    }
    for (const file of [...new Set([...this.#types.keys(), ...this.#enums.keys()])].sort()) {
      if (file === "uint64") continue;
      const types = [...(this.#types.get(file) ?? [])].map((t) => `type ${t}`);
      const values = [...(this.#enums.get(file) ?? [])];
      lines.push(`import { ${[...values, ...types].sort().join(", ")} } from "./${file}.ts";`);
    }
    return `${lines.join("\n")}\n`;
  }
}

/** Instances `x_hi` and `x_lo` of one type are one bigint `x`; plain `hi` and `lo` are one named `value`. */
function wideInstances(type: KsyType): { name: string; hi: string; lo: string }[] {
  const ids = Object.keys(type.instances ?? {});
  return ids.flatMap((hi) => {
    const lo = hi.replace(/(^|_)hi$/, "$1lo");
    if (lo === hi || !ids.includes(lo)) return [];
    return [{ name: camel(hi.slice(0, -"_hi".length)) || "value", hi: camel(hi), lo: camel(lo) }];
  });
}

const camelEnum = (path: readonly string[]) => {
  const name = faceName(path);
  return name.slice(0, 1).toLowerCase() + name.slice(1);
};

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(value));
}
