// Does what the protocol says, serving up to four requests at once and answering the later ones first.
import { answer, serve } from "../adapter.mjs";

const waiting = [];
serve({ name: "honest-serve", window: 4 }, (request, print) => {
  waiting.push(request);
  if (waiting.length === 1) {
    setTimeout(() => {
      for (const late of waiting.splice(0).reverse()) print({ seq: late.seq, ...answer(late) });
    }, 2);
  }
});
