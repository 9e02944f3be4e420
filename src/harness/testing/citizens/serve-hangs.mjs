// Serves up to two at once; never answers an image with a wrong magic, and does not mind the end of its input.
import { answer, serve } from "../adapter.mjs";

process.stdin.on("end", () => setInterval(() => {}, 1000));
serve({ name: "serve-hangs", roles: ["verifier"], window: 2 }, (request, print) => {
  const reply = { seq: request.seq, ...answer(request) };
  if (reply.findings?.[0]?.code !== "magic") print(reply);
});
