import { readFileSync } from "node:fs";
import type { Edition, OpenOptions } from "../../containers/index.ts";
import { readImage } from "../../containers/read.ts";
import { verifyImage } from "../../containers/verify.ts";
import { FormatError, UnsupportedError } from "../../format/fault.ts";
import { referenceChoices } from "../../format/vocabulary.ts";
import { folderSource } from "../blobs.ts";
import { CommandError, NO } from "../ending.ts";
import { feed } from "../feed.ts";
import { openInput } from "../input.ts";
import { writeOutput } from "../output.ts";
import type { Answer, Request } from "./request.ts";

/**
 * What the reference answers to a request. Bad images and streams are answers; what goes wrong with the machine is
 * thrown, so that it shows as a crash and never as a verdict.
 */
export async function answer(request: Request): Promise<Answer> {
  try {
    switch (request.do) {
      case "read":
        return await answerRead(request.image, optionsOf(request));
      case "check":
        return await answerCheck(request.image, optionsOf(request));
      case "write":
        return await answerWrite(request.stream, request.blobs, request.out);
    }
  } catch (error) {
    if (error instanceof FormatError) {
      const { code, at } = error.finding;
      return { outcome: "reject", code, at };
    }
    if (error instanceof CommandError && error.status === NO) return { outcome: "reject" };
    if (error instanceof UnsupportedError) return { outcome: "unsupported", what: error.what };
    throw error;
  }
}

async function answerRead(image: string, options: OpenOptions): Promise<Answer> {
  const input = openInput(image);
  try {
    const value = await feed(input, readImage(options));
    return { outcome: "accept", ...(value === undefined ? {} : { value }) };
  } finally {
    input.close();
  }
}

async function answerCheck(image: string, options: OpenOptions): Promise<Answer> {
  const input = openInput(image);
  try {
    const { verdict, findings } = await feed(input, verifyImage(options));
    return { outcome: verdict, findings: findings.map(({ code, at }) => ({ code, at })) };
  } finally {
    input.close();
  }
}

async function answerWrite(stream: string, blobs: string, out: string): Promise<Answer> {
  const [{ writeImage }, { readStreamDocument }] = await Promise.all([
    import("../../containers/write.ts"),
    import("../stream-document.ts"),
  ]);
  const segments = writeImage(readStreamDocument(readFileSync(stream)), folderSource(blobs));
  await writeOutput(out, async (put) => {
    for (const segment of segments) await put(segment);
  });
  return { outcome: "accept" };
}

function optionsOf({ edition, context }: Request): OpenOptions {
  return {
    ...(edition === undefined ? {} : { edition: edition as Edition }),
    ...(context === undefined ? {} : { context }),
    choices: referenceChoices,
    deep: true,
  };
}
