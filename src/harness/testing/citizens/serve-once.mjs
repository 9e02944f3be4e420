// Serves one request and ends.
import { answer, serve } from "../adapter.mjs";

serve({ name: "serve-once", roles: ["verifier"] }, (request, print) => {
  print({ seq: request.seq, ...answer(request) });
  process.exitCode = 0;
  process.stdin.destroy();
});
