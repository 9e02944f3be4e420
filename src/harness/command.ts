/**
 * Splits a command line into words as a POSIX shell does, with quotes and backslash and without any expansion:
 * `'...'` is literal, in `"..."` a backslash escapes only `$`, a backquote, `"`, `\` and a line end, outside it
 * escapes anything. Throws an `Error` when a quote is left open, a backslash ends the line or no word is there.
 */
export function splitCommand(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let i = 0; i < command.length; i++) {
    const character = command[i]!;
    if (quote === "'") {
      if (character === "'") quote = "";
      else word += character;
    } else if (character === "\\") {
      const next = command[++i];
      if (next === undefined) throw new Error("the command ends in a backslash");
      if (next === "\n") continue;
      word = (word ?? "") + (quote === '"' && !'$`"\\'.includes(next) ? character + next : next);
    } else if (quote === '"') {
      if (character === '"') quote = "";
      else word += character;
    } else if (character === "'" || character === '"') {
      quote = character;
      word ??= "";
    } else if (" \t\n\r".includes(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  if (quote) throw new Error(`a quote ${quote} is left open in the command`);
  if (word !== undefined) words.push(word);
  if (words.length === 0) throw new Error("the command is empty");
  return words;
}

/** Writes words as one command line that `splitCommand`, and a POSIX shell, read back as the same words. */
export function joinCommand(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(" ");
}
