import { createInterface } from "node:readline";
import { CommandError, YES } from "../ending.ts";
import { print } from "../terminal.ts";
import { answer } from "./answer.ts";
import type { Request } from "./request.ts";

/** Characters of answers that are not kept back. */
const FULL = 2 ** 16;

/**
 * Answers requests, one JSON object a line, until standard input ends (CONTRACT 3, serve). Requests are answered in
 * the order they come; those that wait lie in the pipe's line reader, no more than the window says. What is answered
 * in one turn goes out together: each call of the system wakes the other process up.
 */
export async function serve(): Promise<number> {
  let answers = "";
  let printed = Promise.resolve();
  const flush = () => {
    const text = answers;
    answers = "";
    if (text === "") return;
    printed = printed.then(() => print(text));
  };
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue;
      const { seq, ...request } = parseRequest(line);
      const text = `${JSON.stringify({ seq, ...(await answer(request)) })}\n`;
      if (answers === "") setImmediate(flush);
      answers += text;
      if (answers.length > FULL) {
        flush();
        await printed;
      }
    }
  } finally {
    flush();
    await printed;
  }
  return YES;
}

function parseRequest(line: string): Request & { readonly seq: string } {
  let request: Request & { readonly seq: string };
  try {
    request = JSON.parse(line);
  } catch {
    throw new CommandError("a request is no JSON");
  }
  if (typeof request?.seq !== "string") throw new CommandError("a request has no seq");
  const paths = request.do === "write" ? [request.stream, request.blobs, request.out] : [request.image];
  if (!["read", "check", "write"].includes(request.do) || paths.some((path) => typeof path !== "string")) {
    throw new CommandError(`request ${request.seq} asks for nothing that can be done here`);
  }
  return request;
}
