// Never comes back from a truncated image, and starts a program that would outlive it.
import { spawn } from "node:child_process";
import { answer, exec } from "../adapter.mjs";

exec({ name: "hangs", roles: ["verifier"] }, (request) => {
  const reply = answer(request);
  if (reply.findings?.[0]?.code !== "truncated") return reply;
  const lasting = spawn("sleep", ["600"], { stdio: ["ignore", "inherit", "inherit"] });
  process.stderr.write(`started ${lasting.pid}\n`);
  setInterval(() => {}, 1000);
  return new Promise(() => {});
});
