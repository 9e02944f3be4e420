import { createInterface } from "node:readline";
import { CommandError, YES } from "../ending.ts";
import { print } from "../terminal.ts";
import { answer } from "./answer.ts";
import type { Request } from "./request.ts";

/**
 * Answers requests, one JSON object a line, until standard input ends (CONTRACT 3, serve). Requests are answered in
 * the order they come; those that wait lie in the pipe's line reader, no more than the window says.
 */
export async function serve(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const { seq, ...request } = parseRequest(line);
    await print(`${JSON.stringify({ seq, ...(await answer(request)) })}\n`);
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
