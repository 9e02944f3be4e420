// Serves up to three at once; dies on the spot of an image with a wrong magic, before or after answering the others.
import { answer, serve } from "../adapter.mjs";

serve({ name: "serve-dies", roles: ["verifier"], window: 3 }, (request, print) => {
  const reply = { seq: request.seq, ...answer(request) };
  if (reply.findings?.[0]?.code === "magic") process.exit(5);
  setTimeout(() => print(reply), 20);
});
