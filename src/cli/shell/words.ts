import type { Argument, Command, Option } from "commander";

/** A command of the program as completions and the manual know it. */
export interface Verb {
  /** Words after the program's name: `["adapter", "read"]`; none for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly verbs: readonly Verb[];
  readonly options: readonly Flag[];
  readonly places: readonly Place[];
}

/** An option. */
export interface Flag {
  /** `--edition`. */
  readonly long: string;
  /** The name of its value; undefined where it takes none. */
  readonly value: string | undefined;
  readonly description: string;
  /** Its value where it is not given. */
  readonly standard: string | undefined;
  /** Its values, where it has a list of them. */
  readonly choices: readonly string[];
  readonly kind: Kind;
}

/** An argument by its place. */
export interface Place {
  readonly name: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly many: boolean;
  readonly required: boolean;
  readonly kind: Kind;
}

/** What stands for a value: a file, a folder, or something that nobody can guess. */
export type Kind = "file" | "folder" | "other";

/** The commands of a program, taken from its own definition. */
export function verbOf(command: Command, path: readonly string[] = []): Verb {
  const help = command.createHelp();
  const verbs = help.visibleCommands(command).filter((one) => one.name() !== "help");
  return {
    path,
    description: command.description(),
    verbs: verbs.map((one) => verbOf(one, [...path, one.name()])),
    options: help
      .visibleOptions(command)
      .filter((option) => option.long !== undefined)
      .map(flagOf),
    places: command.registeredArguments.map(placeOf),
  };
}

/** A verb and all below it. */
export function allVerbs(verb: Verb): Verb[] {
  return [verb, ...verb.verbs.flatMap(allVerbs)];
}

function flagOf(option: Option): Flag {
  const [, value] = /[<[](.+?)[>\]]/.exec(option.flags) ?? [];
  return {
    long: option.long as string,
    value,
    description: option.description,
    standard: option.defaultValue === undefined ? undefined : String(option.defaultValue),
    choices: option.argChoices ?? [],
    kind: kindOf(value ?? ""),
  };
}

function placeOf(argument: Argument): Place {
  const { description, argChoices, variadic, required } = argument;
  const name = argument.name();
  return { name, description, choices: argChoices ?? [], many: variadic, required, kind: kindOf(name) };
}

function kindOf(name: string): Kind {
  if (/^(dir|folder)$/.test(name)) return "folder";
  return /^(file|out|in|a|b|image|claim|stream|key|old|new|command|elf|raw)$/.test(name) ? "file" : "other";
}
