// Serves well, but answers an image with a wrong magic with a line that is no answer; which one, its first word tells.
import { answer, serve } from "../adapter.mjs";

const [kind] = process.argv.splice(2, 1);
serve({ name: "serve-garbled", roles: ["verifier"], window: kind === "window" ? 3 : 1 }, (request, print) => {
  const reply = { seq: request.seq, ...answer(request) };
  if (reply.findings?.[0]?.code !== "magic") return print(reply);
  if (kind === "words") return print("rejected, I think\n");
  if (kind === "seq") return print({ ...reply, seq: "q0" });
  if (kind === "twice") return print(`{"seq":"${request.seq}","outcome":"accept","outcome":"reject"}\n`);
  if (kind === "key") return print({ ...reply, certain: true });
  if (kind === "blank") return print("\n");
  if (kind === "flood") return print(`"${"x".repeat(65 * 2 ** 20)}`);
  return print("not json\n");
});
