/** A dissector for Wireshark: structures, enumerations and checks as Lua tables, in front of an engine that is ordinary source. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentsOctets } from "../kaitai/forms.ts";
import {
  isBuiltIn,
  type KsyField,
  type KsySet,
  type KsyType,
  resolveEnum,
  resolveType,
  type TypePath,
  typeName,
  typesOf,
} from "../kaitai/ksy.ts";
import { wantedText } from "../kaitai/words.ts";
import type { Requirement } from "../ledger/requirement.ts";
import { luaOf, type Scope, UnsupportedExpression } from "./expression.ts";

/** Where the engine stands, from the root of the repository. */
export const ENGINE = "src/authoring/tools/wireshark.lua";

/** Files of a stream as it travels. What a file on a disk has around it is no matter of a wire. */
const ROOTS = [
  "xl_header",
  "libxl_header",
  "image_header",
  "image_header_v4",
  "domain_header",
  "libxc_record",
  "libxl_record",
];

/** The dissector as one file of Lua. */
export function wiresharkDissector(root: string, set: KsySet, requirements: readonly Requirement[]): string {
  const model = new Model(set);
  for (const id of ROOTS) model.structure([id]);
  const cited = requirements.filter(({ id }) => model.cited.has(id));
  return [
    "-- Generated from schemas/*.ksy and the requirements of the specification by `npm run generate`; edit those, or",
    `-- ${ENGINE}. Put it into the folder of Wireshark's personal Lua plugins, or: tshark -X lua_script:FILE`,
    "-- Apache-2.0; what is loaded into Wireshark may be used under its licence too.",
    "",
    "local enums, structs, requirements = {}, {}, {}",
    "local function pick(condition, yes, no) if condition then return yes end return no end",
    "local function bits(a, b, both)",
    "  local result, place = 0, 1",
    "  while a > 0 or b > 0 do",
    "    local x, y = a % 2, b % 2",
    "    if (both and x + y == 2) or (not both and x + y > 0) then result = result + place end",
    "    a, b, place = math.floor(a / 2), math.floor(b / 2), place * 2",
    "  end",
    "  return result",
    "end",
    "local function band(a, b) return bits(a, b, true) end",
    "local function bor(a, b) return bits(a, b, false) end",
    "",
    ...model.enumLines(),
    "",
    ...model.structLines(),
    "",
    ...cited.map(
      ({ id, text, level }) => `requirements[${quoted(id)}] = {level = ${quoted(level)}, text = ${quoted(text)}}`,
    ),
    "",
    readFileSync(join(root, ENGINE), "utf8"),
  ].join("\n");
}

/** What is taken into the dissector: a structure with all that it refers to. */
class Model {
  readonly cited = new Set<string>();
  private readonly structs = new Map<string, readonly string[]>();
  private readonly enums = new Map<string, ReturnType<typeof resolveEnum>["entries"]>();
  private readonly set: KsySet;

  constructor(set: KsySet) {
    this.set = set;
  }

  structure(path: readonly string[]): string {
    const name = path.join(".");
    if (this.structs.has(name)) return name;
    this.structs.set(name, []);
    const [id = ""] = path;
    const at = typesOf(id, this.set.get(id) as KsyType).find((type) => type.path.join(".") === name) as TypePath;
    this.structs.set(name, this.fieldsOf(at));
    return name;
  }

  enumLines(): string[] {
    return [...this.enums].map(([name, entries]) => {
      const values = entries.map(({ value, id }) => `[${value}] = ${quoted(id.toUpperCase())}`);
      return `enums[${quoted(name)}] = {${values.join(", ")}}`;
    });
  }

  structLines(): string[] {
    return [...this.structs].map(
      ([name, fields]) => `structs[${quoted(name)}] = {\n${fields.map((line) => `  ${line},\n`).join("")}}`,
    );
  }

  private fieldsOf(at: TypePath): string[] {
    const lines: string[] = [];
    const known = new Set<string>();
    const scope: Scope = (name) => scopeOf(name, known, at.type);
    for (const field of at.type.seq ?? []) {
      if (field["-outside"]) continue;
      try {
        lines.push(this.field(at, field, scope));
      } catch (error) {
        if (!(error instanceof UnsupportedExpression)) throw error;
        // What nobody can bound here is shown as octets to the end, and nothing after it.
        lines.push(luaTable({ id: quoted(field.id), kind: quoted("octets"), doc: docOf(field.doc) }));
        break;
      }
      known.add(field.id);
    }
    return [...lines, ...this.instances(at, known, scope)];
  }

  private field(at: TypePath, field: KsyField, scope: Scope): string {
    const lua = (expression: string | number | undefined) =>
      expression === undefined
        ? undefined
        : `function(v, s) return ${luaOf(expression, scope, (path) => this.enumValue(at, path))} end`;
    const common = {
      id: quoted(field.id),
      doc: docOf(field.doc),
      when: lua(field.if),
      enum: field.enum === undefined ? undefined : quoted(this.enumeration(at, field.enum)),
      ...this.check(at, field, scope),
    };
    if (field["-check"]) return luaTable({ ...common, kind: quoted("check") });
    const count = field.repeat === "expr" ? { count: lua(field["repeat-expr"]) } : {};
    const many = field.repeat === undefined ? {} : { many: "true", ...count };
    if (field.repeat === "until") throw new UnsupportedExpression(`${field.id}: repeat until`);
    return luaTable({ ...common, ...many, ...this.kind(at, field, lua) });
  }

  private kind(
    at: TypePath,
    field: KsyField,
    lua: (expression: string | number) => string | undefined,
  ): Record<string, string | undefined> {
    const size =
      field.contents === undefined
        ? field.size === undefined
          ? undefined
          : lua(field.size)
        : lua(contentsOctets(field.contents).length);
    const { type } = field;
    if (type === undefined) return { kind: quoted("octets"), size };
    if (typeof type === "object") {
      const cases = Object.entries(type.cases).flatMap(([value, ref]) => {
        const key =
          value === "_"
            ? undefined
            : luaOf(
                value,
                () => undefined,
                (path) => this.enumValue(at, path),
              );
        const name = typeName(ref);
        return key === undefined || isBuiltIn(name) ? [] : [`[${key}] = ${quoted(this.named(at, name))}`];
      });
      return { kind: quoted("switch"), on: lua(type["switch-on"]), cases: `{${cases.join(", ")}}`, size };
    }
    const name = typeName(type);
    if (name === "uint64") return { kind: quoted("u64"), be: this.byteOrder(at, type) };
    if (name === "str" || name === "strz") return { kind: quoted(name === "strz" ? "strz" : "text"), size };
    const integer = /^[us]([1248])(le|be)?$/.exec(name);
    if (integer)
      return {
        kind: quoted("int"),
        octets: integer[1],
        be: integer[2] ? String(integer[2] === "be") : this.byteOrder(at, ""),
      };
    if (isBuiltIn(name)) throw new UnsupportedExpression(`${field.id}: ${name}`);
    return { kind: quoted("struct"), of: quoted(this.named(at, name)), size };
  }

  private named(at: TypePath, name: string): string {
    const found = resolveType(this.set, at.path, name);
    if (found === undefined) throw new Error(`${at.path.join("::")}: no type ${name}`);
    return this.structure(found.path);
  }

  /** Whether integers are big-endian: fixed by the type or its argument, or as the stream says. */
  private byteOrder(at: TypePath, type: string): string {
    if (/\((true|false)\)$/.test(type)) return type.slice(type.indexOf("(") + 1, -1);
    for (let depth = at.path.length; depth > 0; depth--) {
      const [id = "", ...names] = at.path.slice(0, depth);
      const outer = names.reduce<KsyType>((of, name) => of.types?.[name] ?? {}, this.set.get(id) ?? {});
      const endian = outer.meta?.endian;
      if (endian === "be" || endian === "le") return String(endian === "be");
      if (endian !== undefined) break;
    }
    return "nil";
  }

  private check(at: TypePath, field: KsyField, scope: Scope): Record<string, string | undefined> {
    const [req] = field["-req"] ?? [];
    const condition = this.condition(at, field, scope);
    if (req === undefined || condition === undefined) return {};
    this.cited.add(req);
    return {
      check: `function(x, v, s) return ${condition} end`,
      req: quoted(req),
      wanted: quoted(wantedText(field) ?? ""),
    };
  }

  private condition(at: TypePath, field: KsyField, scope: Scope): string | undefined {
    if (field.contents !== undefined)
      return `x == ${quoted(Buffer.from(contentsOctets(field.contents)).toString("hex"))}`;
    const { valid } = field;
    if (valid === undefined) return undefined;
    const rule = typeof valid === "object" && valid !== null ? (valid as Record<string, unknown>) : { eq: valid };
    const number = (value: unknown) => luaOf(String(value), scope, (path) => this.enumValue(at, path));
    try {
      if (rule.expr !== undefined)
        return luaOf(
          String(rule.expr),
          (name) => (name === "_" ? "x" : scope(name)),
          (path) => this.enumValue(at, path),
        );
      if (rule["any-of"]) return (rule["any-of"] as unknown[]).map((value) => `x == ${number(value)}`).join(" or ");
      if (rule["in-enum"]) return `enums[${quoted(this.enumeration(at, field.enum as string))}][x] ~= nil`;
      const parts = [
        ...(rule.eq === undefined ? [] : [`x == ${number(rule.eq)}`]),
        ...(rule.min === undefined ? [] : [`x >= ${number(rule.min)}`]),
        ...(rule.max === undefined ? [] : [`x <= ${number(rule.max)}`]),
      ];
      return parts.join(" and ");
    } catch (error) {
      if (error instanceof UnsupportedExpression) return undefined;
      throw error;
    }
  }

  /** Values that are computed and have a face for people: bits of a word, names of numbers. */
  private instances(at: TypePath, known: Set<string>, scope: Scope): string[] {
    return Object.entries(at.type.instances ?? {}).flatMap(([id, instance]) => {
      if (instance.value === undefined) return [];
      try {
        const value = luaOf(instance.value, scope, (path) => this.enumValue(at, path));
        known.add(id);
        const shown = instance.enum !== undefined || /pfn/.test(id);
        const name = instance.enum === undefined ? undefined : quoted(this.enumeration(at, instance.enum));
        return [
          luaTable({
            id: quoted(id),
            kind: quoted("value"),
            value: `function(v, s) return ${value} end`,
            enum: name,
            hidden: shown ? undefined : "true",
            doc: docOf(instance.doc),
          }),
        ];
      } catch (error) {
        if (error instanceof UnsupportedExpression) return [];
        throw error;
      }
    });
  }

  private enumeration(at: TypePath, name: string): string {
    const { path, entries } = resolveEnum(this.set, at.path, name);
    this.enums.set(path.join("."), entries);
    return path.join(".");
  }

  private enumValue(at: TypePath, path: string): number {
    const parts = path.split("::");
    const member = parts.pop();
    const found = resolveEnum(this.set, at.path, parts.join("::")).entries.find(({ id }) => id === member);
    if (found === undefined) throw new UnsupportedExpression(path);
    return found.value;
  }
}

/** What a name means inside a structure: a field or instance before it, or what the stream has said so far. */
function scopeOf(name: string, known: ReadonlySet<string>, type: KsyType): string | undefined {
  if (known.has(name)) return `v.${name}`;
  if (name === "_io.size") return "v._size";
  if (name === "_io.eof") return "v._eof";
  const isParam = type.params?.some(({ id }) => id === name);
  return isParam && ["is_be", "guest_width", "page_size", "len_trailer"].includes(name) ? `s.${name}` : undefined;
}

function luaTable(entries: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(entries).filter(([, value]) => value !== undefined && value !== "nil");
  return `{${parts.map(([key, value]) => `${key} = ${value}`).join(", ")}}`;
}

function docOf(doc: string | undefined): string | undefined {
  return doc === undefined ? undefined : quoted(doc.trim().replace(/\s+/g, " "));
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, (_, code) => `\\u{${code}}`);
}
