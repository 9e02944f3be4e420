// Takes the end of the input for the end of the image.
import { answer, steady } from "../adapter.mjs";

steady({ name: "truncated-ends", roles: ["reader", "verifier"] }, (request) =>
  answer(request, { truncatedEnds: true }),
);
