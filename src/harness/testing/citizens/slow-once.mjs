// Too slow the first time it sees an image with a wrong magic, quick enough when it is asked again with more time.
import { answer, exec } from "../adapter.mjs";

const started = Date.now();
exec({ name: "slow-once", roles: ["verifier"] }, (request) => {
  const reply = answer(request);
  if (reply.findings?.[0]?.code === "magic") while (Date.now() - started < Number(process.env.TINY_SLOW_MS));
  return reply;
});
