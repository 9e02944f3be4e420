// Is killed by a signal on every bad image.
import { answer, exec } from "../adapter.mjs";

exec({ name: "killed" }, (request) => {
  const reply = answer(request);
  if (reply.outcome === "reject") process.kill(process.pid, "SIGSEGV");
  return reply;
});
