/** Says at the end of a run of the tests which of them did not run: a silence would pass for a success. Their names say what they need. */

import { relative } from "node:path";
import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from "vitest/node";

type Node = TestSuite | TestCase;

/** A reporter for vitest, beside the one that tells of the tests that ran. */
export function skippedTests(say: (text: string) => void = (text) => void process.stdout.write(text)): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit(found) {
      vitest = found;
    },
    onTestRunEnd(modules) {
      // Who asks for some by name does not miss the others.
      if (vitest?.config.testNamePattern !== undefined) return;
      const lines = modules.flatMap(linesOf);
      if (lines.length > 0) say(`\n Did not run here:\n${lines.map((line) => `   ${line}\n`).join("")}\n`);
    },
  };
}

function linesOf(module: TestModule): string[] {
  const file = relative(process.cwd(), module.moduleId);
  return [...module.children].flatMap(skippedIn).map((name) => `${file}: ${name}`);
}

/** A group of which nothing ran has one line. */
function skippedIn(node: Node): string[] {
  if (node.type === "test") return node.result().state === "skipped" ? [node.fullName] : [];
  const tests = [...node.children.allTests()];
  const skipped = tests.filter((test) => test.result().state === "skipped");
  if (skipped.length < tests.length || tests.length === 0) return [...node.children].flatMap(skippedIn);
  return [`${node.fullName} (${tests.length === 1 ? "1 test" : `${tests.length} tests`})`];
}
