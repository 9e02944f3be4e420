import { allVerbs, type Verb } from "./words.ts";

/** What a manual says besides the commands. */
export interface ManualFacts {
  readonly name: string;
  readonly version: string;
  /** One line, as `apropos` shows it. */
  readonly brief: string;
  /** Pairs of a term and what it means. */
  readonly statuses: readonly (readonly [string, string])[];
  readonly environment: readonly (readonly [string, string])[];
  /** Command lines with what each does. */
  readonly examples: readonly (readonly [string, string])[];
  readonly seeAlso: readonly string[];
}

/** The manual page of the program in the man(7) macros, made from its own definition. */
export function manualPage(program: Verb, facts: ManualFacts): string {
  const { name, version, brief, statuses, environment, examples, seeAlso } = facts;
  const verbs = allVerbs(program).filter((verb) => verb.verbs.length === 0);
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    ".SH NAME",
    `${name} \\- ${text(brief)}`,
    ".SH SYNOPSIS",
    `.B ${name}`,
    ".I command",
    ".RI [ option \\ .\\|.\\|.]",
    ".RI [ argument \\ .\\|.\\|.]",
    ".SH DESCRIPTION",
    text(program.description),
    "Where an image may stand,",
    ".B \\-",
    "is standard input or output.",
    ".SH COMMANDS",
    ...verbs.flatMap((verb) => section(verb, name)),
    ".SH EXIT STATUS",
    ...statuses.flatMap(([term, means]) => tagged(bold(term), means)),
    ".SH ENVIRONMENT",
    ...environment.flatMap(([term, means]) => tagged(bold(term), means)),
    ".SH EXAMPLES",
    ...examples.flatMap(([line, does]) => [".PP", text(`${does}:`), ".PP", ".in +4n", ".nf", text(line), ".fi", ".in"]),
    ".SH SEE ALSO",
    ...seeAlso.map(text),
    "",
  ].join("\n");
}

function section(verb: Verb, name: string): string[] {
  const places = verb.places.map(({ name: place, many, required }) => {
    const shown = `${italic(place)}${many ? " .\\|.\\|." : ""}`;
    return required ? shown : `[${shown}]`;
  });
  const usage = [
    bold([name, ...verb.path].join(" ")),
    ...(verb.options.length > 0 ? ["[option .\\|.\\|.]"] : []),
    ...places,
  ];
  return [
    `.SS ${quotedWord(verb.path.join(" "))}`,
    `${usage.join(" ")}`,
    ".PP",
    text(sentence(verb.description)),
    ...verb.places.flatMap((place) => tagged(italic(place.name), withChoices(place.description, place.choices))),
    ...verb.options.flatMap(({ long, value, description, choices, standard }) =>
      tagged(
        value === undefined ? bold(long) : `${bold(long)} ${italic(value)}`,
        withChoices(description, choices, standard),
      ),
    ),
  ];
}

function withChoices(description: string, choices: readonly string[], standard?: string): string {
  const one = choices.length === 0 ? [] : [`one of ${choices.join(", ")}`];
  const given = [...one, ...(standard === undefined ? [] : [`${standard} by default`])];
  return given.length === 0 ? description : `${description} (${given.join("; ")})`;
}

function tagged(term: string, means: string): string[] {
  return [".TP", term, text(sentence(means))];
}

function sentence(words: string): string {
  const begun = words.slice(0, 1).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function bold(words: string): string {
  return `\\fB${escaped(words)}\\fR`;
}

function italic(words: string): string {
  return `\\fI${escaped(words)}\\fR`;
}

function quotedWord(words: string): string {
  return words.includes(" ") ? `"${escaped(words)}"` : escaped(words);
}

/** Words as roff takes them: hyphens that can be copied, and no line that looks like a request. */
function escaped(words: string): string {
  return words.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll("'", "\\(aq").replaceAll("`", "\\(ga");
}

function text(words: string): string {
  return escaped(words).replace(/^([.'])/, "\\&$1");
}
