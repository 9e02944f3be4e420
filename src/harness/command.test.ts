import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinCommand, splitCommand } from "./command.ts";

describe("command lines", () => {
  test.each([
    ["python3 adapter.py", ["python3", "adapter.py"]],
    ["  a\t b\n", ["a", "b"]],
    ["'a b' \"c d\" e\\ f", ["a b", "c d", "e f"]],
    ["a'b'\"c\"d", ["abcd"]],
    ["'' \"\"", ["", ""]],
    ['\'\\\' "\\\\ \\" \\n"', ["\\", '\\ " \\n']],
    ["$HOME `x` *.img ~ a|b >c #d", ["$HOME", "`x`", "*.img", "~", "a|b", ">c", "#d"]],
    ["$'a'", ["$a"]],
    ["a\\\nb", ["ab"]],
  ])("%j", (command, words) => {
    expect(splitCommand(command)).toEqual(words);
  });

  test.each([
    ["", "the command is empty"],
    ["'a", "a quote ' is left open in the command"],
    ['"a', 'a quote " is left open in the command'],
    ["a\\", "the command ends in a backslash"],
  ])("%j is refused", (command, message) => {
    expect(() => splitCommand(command)).toThrow(message);
  });

  test("words joined are split into the same words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(..."ab '\"\\$`*~#\n") }), { minLength: 1 }), (words) => {
        expect(splitCommand(joinCommand(words))).toEqual(words);
      }),
    );
  });

  test("a shell splits what is joined as we do", () => {
    const words = ["a b", "it's", '"', "\\n", "$HOME", "", "`x`", "*"];
    const out = execFileSync("sh", ["-c", `printf '%s\\0' ${joinCommand(words)}`], { encoding: "utf8" });
    expect(out.split("\0").slice(0, -1)).toEqual(words);
  });
});
