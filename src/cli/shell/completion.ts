import { allVerbs, type Flag, type Kind, type Verb } from "./words.ts";

/** The shells that completions are made for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** The completions of the program for a shell, to be sourced; made from its own definition. */
export function completionFor(shell: Shell, program: Verb, name: string): string {
  return { bash, zsh, fish }[shell](program, name);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function bash(program: Verb, name: string): string {
  const verbs = allVerbs(program);
  const key = ({ path }: Verb) => quoted(path.join(" "));
  const inner = verbs.filter(({ path }) => path.length > 0);
  const valued = verbs.flatMap((verb) =>
    verb.options
      .filter(({ value }) => value !== undefined)
      .map((flag) => ({ flag, at: `${verb.path.join(" ")} ${flag.long}`.trim() })),
  );
  const answer = ({ choices, kind }: { readonly choices: readonly string[]; readonly kind: Kind }) => {
    if (choices.length > 0) return `COMPREPLY=($(compgen -W ${quoted(choices.join(" "))} -- "$cur"))`;
    if (kind === "folder") return 'COMPREPLY=($(compgen -d -- "$cur"))';
    return kind === "file" ? 'COMPREPLY=($(compgen -f -- "$cur"))' : "COMPREPLY=()";
  };
  const values = valued.map(({ flag, at }) => `    ${quoted(at)}) ${answer(flag)}; return ;;`);
  const words = verbs.map(
    (verb) =>
      `    ${key(verb)}) flags=${quoted(verb.options.map(({ long }) => long).join(" "))} verbs=${quoted(verb.verbs.map(lastWord).join(" "))} ;;`,
  );
  const places = verbs
    .filter(({ places: [place] }) => place !== undefined && (place.choices.length > 0 || place.kind !== "file"))
    .map((verb) => `    ${key(verb)}) ${answer(verb.places[0]!)} ;;`);
  return `# Completions of ${name} for bash: source <(${name} completion bash)
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} path= flags= verbs= word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${path:+$path }\${COMP_WORDS[i]}
    case $word in
      ${inner.map(key).join(" | ")}) path=$word ;;
    esac
  done
  case "\${path:+$path }$prev" in
${values.join("\n")}
  esac
  case $path in
${words.join("\n")}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
    return
  fi
  if [[ $verbs ]]; then
    COMPREPLY=($(compgen -W "$verbs" -- "$cur"))
    return
  fi
  case $path in
${places.join("\n")}
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _${name} ${name}
`;
}

function lastWord({ path }: Verb): string {
  return path.at(-1) ?? "";
}

function zsh(program: Verb, name: string): string {
  const functions = allVerbs(program).map((verb) => zshFunction(verb, name));
  return `#compdef ${name}
# Completions of ${name} for zsh: source <(${name} completion zsh), or this text as _${name} in a folder of $fpath
${functions.join("\n")}
compdef ${zshName(program, name)} ${name}
`;
}

function zshName({ path }: Verb, name: string): string {
  return ["", name, ...path].join("_");
}

/** Text within a specification of _arguments, where brackets and colons mean something. */
function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, "\\$&");
}

function zshAction({ choices, kind }: { readonly choices: readonly string[]; readonly kind: Kind }): string {
  if (choices.length > 0) return `(${choices.join(" ")})`;
  return kind === "folder" ? "_files -/" : kind === "file" ? "_files" : " ";
}

function zshFunction(verb: Verb, name: string): string {
  const flags = verb.options.map((flag) => {
    const value = flag.value === undefined ? "" : `:${zshText(flag.value)}:${zshAction(flag)}`;
    return quoted(`*${flag.long}[${zshText(flag.description)}]${value}`);
  });
  if (verb.verbs.length === 0) {
    const places = verb.places.map((place) =>
      quoted(`${place.many ? "*" : ""}:${zshText(place.name)}:${zshAction(place)}`),
    );
    return `${zshName(verb, name)}() {\n  _arguments ${[...flags, ...places].join(" \\\n    ")}\n}`;
  }
  const listed = verb.verbs.map((one) => quoted(`${lastWord(one)}:${zshText(one.description)}`));
  const cases = verb.verbs.map((one) => `    ${lastWord(one)}) ${zshName(one, name)} ;;`);
  return `${zshName(verb, name)}() {
  local curcontext=$curcontext state line
  local -a verbs=(
    ${listed.join("\n    ")}
  )
  _arguments -C ${[...flags, "'1:command:->verb'", "'*::argument:->rest'"].join(" \\\n    ")}
  case $state in
  verb) _describe command verbs ;;
  rest)
    case $line[1] in
${cases.join("\n")}
    esac ;;
  esac
}`;
}

function fish(program: Verb, name: string): string {
  const lines = allVerbs(program).flatMap((verb) => {
    const inside = verb.path.map((word) => `__fish_seen_subcommand_from ${word}`);
    const deeper = verb.verbs.map(lastWord).join(" ");
    const when = [...inside, ...(deeper === "" ? [] : [`not __fish_seen_subcommand_from ${deeper}`])].join("; and ");
    const condition = when === "" ? "" : ` -n ${quoted(when)}`;
    const verbs = verb.verbs.map(
      (one) => `complete -c ${name}${condition} -f -a ${lastWord(one)} -d ${quoted(one.description)}`,
    );
    const places = verb.places
      .filter(({ choices }) => choices.length > 0)
      .map(({ choices }) => `complete -c ${name}${condition} -f -a ${quoted(choices.join(" "))}`);
    return [...verbs, ...verb.options.map((flag) => fishFlag(name, condition, flag)), ...places];
  });
  return `# Completions of ${name} for fish: ${name} completion fish | source\n${lines.join("\n")}\n`;
}

function fishFlag(name: string, condition: string, { long, value, description, choices, kind }: Flag): string {
  const argument =
    value === undefined
      ? ""
      : choices.length > 0
        ? ` -x -a ${quoted(choices.join(" "))}`
        : kind === "other"
          ? " -x"
          : " -r -F";
  return `complete -c ${name}${condition} -l ${long.slice(2)}${argument} -d ${quoted(description)}`;
}
