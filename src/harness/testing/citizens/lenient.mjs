// Takes any note, empty or long. Declares the option that its first word names, `allow` without it, or none.
import { answer, steady } from "../adapter.mjs";

const declared = ["refuse", "undeclared"].includes(process.argv[2]) ? process.argv.splice(2, 1)[0] : "allow";
const choices = declared === "undeclared" ? {} : { "note-limit": declared };
steady({ name: "lenient", roles: ["reader"], choices }, (request) => {
  const reply = answer(request);
  return reply.code === "note-empty" || reply.code === "note-limit" ? { outcome: "accept" } : reply;
});
