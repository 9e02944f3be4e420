/** What a module exports, wherever it is declared: name, declaration as text, doc comment. Reads sources, and compiles nothing. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Comment, type Program, parseSync } from "oxc-parser";

/** An export of a public face. */
export type Exported = {
  readonly name: string;
  readonly kind: "function" | "class" | "constant" | "type";
  /** The declaration without the bodies of functions. */
  readonly text: string;
  /** The doc comment as Markdown; empty where there is none. */
  readonly doc: string;
  /** Path of the file that it is declared in, from the root. */
  readonly file: string;
};

type Statement = Program["body"][number];
type Module = {
  readonly file: string;
  readonly text: string;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
};

/** Everything that the module at `file` (a path from `root`) exports, by name. Throws where a source cannot be read or parsed. */
export function exportsOf(root: string, file: string): Exported[] {
  return [...new Reader(root).exports(file).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

class Reader {
  private readonly modules = new Map<string, Module>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  exports(file: string): Map<string, Exported> {
    const module = this.module(file);
    const found = new Map<string, Exported>();
    for (const statement of module.body) {
      if (statement.type === "ExportAllDeclaration") {
        for (const [name, one] of this.exports(this.resolve(file, statement.source.value))) found.set(name, one);
      } else if (statement.type === "ExportNamedDeclaration") {
        if (statement.declaration) {
          for (const one of declared(module, statement.declaration as never, statement.start)) found.set(one.name, one);
        } else {
          const from = statement.source
            ? this.exports(this.resolve(file, statement.source.value))
            : this.locals(module);
          for (const { local, exported } of statement.specifiers) {
            const one = from.get(nameOf(local));
            if (one === undefined) throw new Error(`${file}: exports ${nameOf(local)}, which is declared nowhere`);
            found.set(nameOf(exported), { ...one, name: nameOf(exported) });
          }
        }
      }
    }
    return found;
  }

  /** Declarations that a module exports further down, and what it imports to export it. */
  private locals(module: Module): Map<string, Exported> {
    const found = new Map<string, Exported>();
    for (const statement of module.body) {
      if (statement.type === "ImportDeclaration" && statement.source.value.startsWith(".")) {
        const from = this.exports(this.resolve(module.file, statement.source.value));
        for (const specifier of statement.specifiers) {
          const one = specifier.type === "ImportSpecifier" ? from.get(nameOf(specifier.imported)) : undefined;
          if (one !== undefined) found.set(specifier.local.name, one);
        }
      } else for (const one of declared(module, statement as never, statement.start)) found.set(one.name, one);
    }
    return found;
  }

  private resolve(file: string, specifier: string): string {
    return join(dirname(file), specifier);
  }

  private module(file: string): Module {
    const known = this.modules.get(file);
    if (known) return known;
    const text = readFileSync(join(this.root, file), "utf8");
    const { program, comments, errors } = parseSync(file, text);
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    const module = { file, text, body: program.body, comments };
    this.modules.set(file, module);
    return module;
  }
}

function nameOf(node: { readonly type: string; readonly name?: string; readonly value?: unknown }): string {
  return node.name ?? String(node.value);
}

/** A declaration as far as it is looked at here. */
type Declaration = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name: string };
  readonly body?: { readonly start: number; readonly body: readonly Member[] };
  readonly superClass?: { readonly end: number } | null;
  readonly declarations?: readonly {
    readonly start: number;
    readonly id: { readonly name: string; readonly end: number; readonly typeAnnotation?: object | null };
    readonly init?: { readonly start: number; readonly end: number } | null;
  }[];
};

type Member = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly accessibility?: string | null;
  readonly key?: { readonly type: string };
  readonly value?: { readonly body?: { readonly start: number } | null } | null;
};

function declared(module: Module, node: Declaration, start: number): Exported[] {
  const { text, file } = module;
  const base = { doc: docBefore(module, start), file };
  const slice = (from: number, to: number) => text.slice(from, to).trim();
  switch (node.type) {
    case "FunctionDeclaration":
      return [
        { ...base, name: node.id?.name ?? "", kind: "function", text: slice(node.start, node.body?.start ?? node.end) },
      ];
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return [{ ...base, name: node.id?.name ?? "", kind: "type", text: slice(node.start, node.end) }];
    case "ClassDeclaration":
      return [{ ...base, name: node.id?.name ?? "", kind: "class", text: classText(module, node) }];
    case "VariableDeclaration":
      return (node.declarations ?? []).map(({ id, init }) => {
        // What is short and plain says more than its type.
        const value = init && init.end - init.start < 60 ? ` = ${slice(init.start, init.end)}` : "";
        return {
          ...base,
          name: id.name,
          kind: "constant",
          text: `const ${id.typeAnnotation ? slice(...spanOf(id)) : id.name}${value}`,
        };
      });
    default:
      return [];
  }
}

function spanOf(id: object): [number, number] {
  const { start, end } = id as { start: number; end: number };
  return [start, end];
}

/** A class without the bodies of its methods and without what is private. */
function classText({ text, comments }: Module, node: Declaration): string {
  const members = (node.body?.body ?? []).filter(
    ({ accessibility, key, type }) =>
      accessibility !== "private" && key?.type !== "PrivateIdentifier" && type !== "StaticBlock",
  );
  const lines = members.map((member) => {
    const doc = comments.findLast(
      ({ end, type }) => type === "Block" && end <= member.start && /^\s*$/.test(text.slice(end, member.start)),
    );
    const end = member.type === "MethodDefinition" ? (member.value?.body?.start ?? member.end) : member.end;
    const said = doc ? `  ${text.slice(doc.start, doc.end)}\n` : "";
    return `${said}  ${text.slice(member.start, end).trim().replace(/;?$/, ";")}`;
  });
  return `${text.slice(node.start, node.body?.start).trim()} {\n${lines.join("\n")}\n}`;
}

function docBefore({ text, comments }: Module, start: number): string {
  const doc = comments.findLast(
    ({ type, end, value }) =>
      type === "Block" && value.startsWith("*") && end <= start && /^\s*$/.test(text.slice(end, start)),
  );
  if (doc === undefined) return "";
  return doc.value
    .slice(1)
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim()
    .replace(/\{@link (\w+)\}/g, "`$1`");
}
