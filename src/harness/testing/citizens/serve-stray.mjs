// Serves well, but says goodbye after each answer.
import { answer, serve } from "../adapter.mjs";

serve({ name: "serve-stray", roles: ["verifier"] }, (request, print) => {
  print({ seq: request.seq, ...answer(request) });
  print("goodbye\n");
});
