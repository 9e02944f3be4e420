import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { mainProgram } from "../package-root.ts";
import { dsi, scratch } from "../testing/run.ts";

const hasTool = (name: string) => spawnSync(name, ["--version"]).error === undefined;
const required = process.env.DSI_REQUIRE_TOOLS === "1";
const without = (name: string) => !required && !hasTool(name);

const scripts = new Map<string, string>();
beforeAll(async () => {
  for (const shell of ["bash", "zsh", "fish"]) scripts.set(shell, (await dsi(["completion", shell])).stdout);
});

/** What is offered, in order, for a line that is being typed. */
const WANTED: readonly (readonly [string, readonly string[]])[] = [
  ["dsi insp", ["inspect"]],
  ["dsi adapter ", ["about", "check", "read", "serve", "write"]],
  ["dsi inspect --re", ["--record"]],
  ["dsi verify --edition v", ["v2", "v3", "v4-draft"]],
  ["dsi certify --role reader --pro", ["--profile"]],
  ["dsi completion ", ["bash", "fish", "zsh"]],
  ["dsi inspect gue", ["guest.img"]],
  ["dsi inspect --channel b", ["back"]],
];

function folder(): string {
  const place = scratch();
  writeFileSync(join(place, "guest.img"), "");
  mkdirSync(join(place, "results"));
  return place;
}

/** What a shell says when it runs a script. */
function shell(name: string, args: readonly string[], script: string): string {
  const place = folder();
  writeFileSync(join(place, "script"), script);
  const { stdout, stderr, error } = spawnSync(name, [...args, "script"], { cwd: place, encoding: "utf8" });
  expect(error ?? stderr, name).toBe("");
  return stdout;
}

test.skipIf(without("bash"))("bash completes commands, options, their values and files", () => {
  const lines = WANTED.map(([line]) => {
    const words = line.split(" ");
    return `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}) COMP_CWORD=${words.length - 1} COMPREPLY=(); _dsi; echo "\${COMPREPLY[@]}"`;
  });
  const offered = shell("bash", ["--norc"], `${scripts.get("bash")}\n${lines.join("\n")}\n`)
    .trimEnd()
    .split("\n");
  expect(offered.map((line) => line.split(" ").sort())).toEqual(WANTED.map(([, words]) => words));
});

test.skipIf(without("fish"))("fish completes commands, options, their values and files", () => {
  const lines = WANTED.map(([line]) => `complete -C '${line}' | string replace -r '\\t.*' ''; echo ==`);
  const offered = shell("fish", ["--no-config"], `${scripts.get("fish")}\n${lines.join("\n")}\n`).split("==\n");
  for (const [index, [line, words]] of WANTED.entries())
    expect(offered[index]!.trimEnd().split("\n").sort(), line).toEqual(words);
});

/** Completion of zsh runs in its line editor only, so it is asked in a terminal of its own, where it tells what it would offer. */
const TELLING = `
unsetopt zle_bracketed_paste
PS1= PROMPT= RPS1=
autoload -Uz compinit
compinit -D -u
source ./completions
bindkey '^I' complete-word
compadd() {
  local -a offered
  if [[ \${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then
    builtin compadd -O offered "$@"
    print -rl -- "<"$^offered">"
  fi
  builtin compadd "$@"
}
done-telling() { print -r -- "TO""LD"; exit }
comppostfuncs=(done-telling)
`;

test.skipIf(without("zsh"))("zsh completes commands, options, their values and files", () => {
  const asks = WANTED.map(
    ([line]) => `zpty asked zsh -f -i
zpty -w asked 'source ./telling; print -r -- REA""DY'
zpty -r -m asked got '*READY*'
zpty -w -n asked ${JSON.stringify(line)}$'\\t'
zpty -r -m asked got '*TOLD*'
print -r -- "$got"
zpty -d asked
print -r -- '=='`,
  );
  const script = `cat >telling <<'END'\n${TELLING}\nEND\ncat >completions <<'END'\n${scripts.get("zsh")}\nEND\nzmodload zsh/zpty\n${asks.join("\n")}\n`;
  const offered = shell("zsh", ["-f"], script).split("==");
  for (const [index, [line, words]] of WANTED.entries()) {
    const said = [...(offered[index] ?? "").matchAll(/<([^<>\s]+)>/g)].map(([, word]) => word!);
    expect([...new Set(said)].sort(), line).toEqual(words);
  }
});

test("an unknown shell is refused with those that there are", async () => {
  const { status, stderr } = await dsi(["completion", "tcsh"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/Allowed choices are bash, zsh, fish/);
});

test.skipIf(without("groff"))(
  "the manual page has no fault that groff knows of, and names every command and option",
  async () => {
    const page = (await dsi(["man"])).stdout;
    const checked = spawnSync("groff", ["-man", "-ww", "-z", "-Tutf8"], { input: page, encoding: "utf8" });
    expect(checked.error ?? checked.stderr).toBe("");
    const shown = spawnSync("groff", ["-man", "-Tascii", "-P-cbou", "-rHY=0"], {
      input: page,
      encoding: "utf8",
    }).stdout.replace(/\s+/g, " ");
    for (const words of ["dsi inspect", "--jsonl", "dsi adapter serve", "--stream-kind", "EXIT STATUS"])
      expect(shown).toContain(words);
    const help = spawnSync(process.execPath, [mainProgram(), "certify", "--help"], { encoding: "utf8" }).stdout;
    for (const [option] of help.matchAll(/--[a-z-]+/g)) expect(shown).toContain(option);
  },
);
