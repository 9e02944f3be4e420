import type { Attempt, Request, Session } from "./adapter.ts";
import type { Context, Edition } from "./model.ts";
import type { Answer } from "./outcome.ts";
import { moveOut, type Staging } from "./staging.ts";

/** What the judge says of an image that a Writer made. `read` is left out where `check` did not accept. */
export interface Judgement {
  readonly check: Answer;
  readonly read?: Answer;
}

/** Puts a Writer's output to the judge: first `check`, then `read`. A time-out is tried again at four times the limit. */
export async function judgeOut(
  judge: Session,
  out: string,
  of: { readonly edition: Edition; readonly context: Context; readonly limit: number },
  staging: Staging,
): Promise<Judgement> {
  const { edition, context, limit } = of;
  const staged = await moveOut(out, staging);
  const image = staged.path;
  try {
    const check = await insist(judge, { do: "check", role: "verifier", edition, context, image }, limit);
    if (check.outcome !== "accept") return { check };
    return { check, read: await insist(judge, { do: "read", role: "reader", edition, context, image }, limit) };
  } finally {
    await staged.remove();
  }
}

async function insist(judge: Session, request: Request, limit: number): Promise<Answer> {
  const first: Attempt = await judge.ask(request, limit);
  return first.again ? (await judge.ask(request, 4 * limit)).answer : first.answer;
}
