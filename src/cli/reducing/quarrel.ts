import type { Adapter, Request, Session } from "../../harness/adapter.ts";
import { equalJson } from "../../harness/json-compare.ts";
import type { Answer } from "../../harness/outcome.ts";
import { makeStaging, stageImage } from "../../harness/staging.ts";
import { isObject, own } from "../../harness/strict-json.ts";

/** An answer as far as it makes a difference: rejecting for another reason is another answer. */
export interface Stance {
  readonly outcome: Answer["outcome"];
  /** The code of a rejection, or of its first finding, where the adapter gives one. */
  readonly code?: string;
}

/** What two adapters answer differently: their outcomes, or a key of the states that both restored. */
export type Difference =
  | { readonly kind: "outcome"; readonly first: Stance; readonly second: Stance }
  | { readonly kind: "state"; readonly key: string };

/** What both are asked, but for the image. */
export type Question = Pick<Request, "edition" | "role" | "context">;

/** Two adapters that are asked about one image after the other. */
export interface Quarrel {
  /** Questions put so far, to both adapters together. */
  readonly asked: number;
  /** How they differ on an image, undefined where they agree. */
  differenceOn(image: Uint8Array): Promise<Difference | undefined>;
  /** Ends both adapters and takes the temporary files away. */
  close(): Promise<void>;
}

/** Puts the same question about images to two adapters; an answer has `timeout` seconds, and four times that once more. */
export function quarrel(adapters: readonly [Adapter, Adapter], question: Question, timeout: number): Quarrel {
  const staging = makeStaging();
  const sessions = adapters.map((adapter) => adapter.open(1)) as [Session, Session];
  const keys = adapters[0].about.values.filter((key) => adapters[1].about.values.includes(key));
  let asked = 0;
  const ask = async (session: Session, image: string): Promise<Answer> => {
    const request: Request = { ...question, do: question.role === "verifier" ? "check" : "read", image };
    asked++;
    const attempt = await session.ask(request, 1000 * timeout);
    return attempt.again ? (await session.ask(request, 4000 * timeout)).answer : attempt.answer;
  };
  return {
    get asked() {
      return asked;
    },
    async differenceOn(octets) {
      const staged = await stageImage(staging, [octets]);
      try {
        const [first, second] = await Promise.all(sessions.map((session) => ask(session, staged.path)));
        return differenceOf(first!, second!, keys);
      } finally {
        await staged.remove();
      }
    },
    async close() {
      await Promise.all(sessions.map((session) => session.close()));
      staging.remove();
    },
  };
}

function differenceOf(first: Answer, second: Answer, keys: readonly string[]): Difference | undefined {
  if (first.outcome !== second.outcome) return { kind: "outcome", first: stanceOf(first), second: stanceOf(second) };
  const [a, b] = [first.value, second.value];
  if (first.outcome !== "accept" || !isObject(a) || !isObject(b)) return undefined;
  const key = keys.find((name) => !equalJson(own(a, name), own(b, name)));
  return key === undefined ? undefined : { kind: "state", key };
}

function stanceOf({ outcome, code, findings }: Answer): Stance {
  const reason = outcome === "reject" ? (code ?? findings?.[0]?.code) : undefined;
  return { outcome, ...(reason !== undefined && { code: reason }) };
}

/** Whether two differences are the same one, so that a smaller image does not show another. */
export function sameDifference(a: Difference, b: Difference | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
