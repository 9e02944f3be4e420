// Prints objects in which a key stands twice, whatever the answer.
import { answer, exec, requestOf } from "../adapter.mjs";

if (process.argv[2] === "about") exec({ name: "duplicate-keys", roles: ["reader"] });
else {
  const { outcome, value, code } = answer(requestOf(process.argv.slice(2)));
  if (outcome === "accept") console.log(`{"octets":1,${JSON.stringify(value).slice(1)}`);
  else console.log(`{"code":"other","code":${JSON.stringify(code)}}`);
  process.exitCode = outcome === "accept" ? 0 : 1;
}
