import { dirname, join } from "node:path";
import type { Context } from "../../containers/index.ts";
import { CommandError, NO, UNSUPPORTED, YES } from "../ending.ts";
import { complain, print } from "../terminal.ts";
import { answer } from "./answer.ts";
import type { Request } from "./request.ts";

/** One request by command line, with edition and context in the environment; returns the exit status (CONTRACT 3, exec). */
export async function exec(request: ExecRequest): Promise<number> {
  const reply = await answer({ ...request, ...fromEnvironment() });
  switch (reply.outcome) {
    case "accept": {
      const body = reply.value ?? (request.do === "check" ? { findings: reply.findings } : undefined);
      if (body !== undefined) await print(`${JSON.stringify(body)}\n`);
      return YES;
    }
    case "reject": {
      const { outcome: _, ...body } = reply;
      await print(`${JSON.stringify(body)}\n`);
      return NO;
    }
    case "unsupported":
      complain(reply.what);
      return UNSUPPORTED;
  }
}

/** A request without what the environment adds. */
export type ExecRequest =
  | { readonly do: "read" | "check"; readonly image: string }
  | { readonly do: "write"; readonly stream: string; readonly blobs: string; readonly out: string };

/** The request `write STREAM.json OUT`; the blobs lie in the folder `blobs` beside the stream. */
export function writeRequest(stream: string, out: string): ExecRequest {
  return { do: "write", stream, blobs: join(dirname(stream), "blobs"), out };
}

function fromEnvironment(): Pick<Request, "edition" | "context"> {
  const { DSI_PROTOCOL: protocol, DSI_EDITION: edition, DSI_CONTEXT: context } = process.env;
  if (protocol !== undefined && protocol !== "1")
    throw new CommandError(`protocol ${protocol} is not spoken here, 1 is`);
  return {
    ...(edition === undefined ? {} : { edition }),
    ...(context === undefined ? {} : { context: parseContext(context) }),
  };
}

function parseContext(text: string): Context {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`DSI_CONTEXT is no JSON: ${text}`);
  }
}
