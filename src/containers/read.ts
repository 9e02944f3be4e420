/** The Reader: an image's state, or a FormatError for the first departure that a Reader has to reject. */

import type { State } from "../format/state.ts";
import { StateBuilder } from "../format/state-builder.ts";
import { type Consumer, type OpenOptions, Session, startInfoPass } from "./session.ts";

/** A Reader of one input; always looks at page contents. On the back channel there is no state: the result is undefined. */
export function readImage(options: OpenOptions): Consumer<State | undefined> {
  const deep = { ...options, deep: true };
  const session: Session = new Session(deep, "reader", (event) => builder.take(event));
  const builder = new StateBuilder(session.examiner.facts);
  const state = () => (options.context?.channel === "back" ? undefined : builder.state(session.container));
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      return state();
    },
    secondPass: () => startInfoPass(session, deep, state),
  };
}
