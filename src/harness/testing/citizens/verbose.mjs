// Reports a megabyte and more of what nobody asked for beside the state.
import { answer, steady } from "../adapter.mjs";

const values = ["dsi", "edition", "octets", "end", "domain", "memory"];
steady({ name: "verbose", roles: ["reader"], values }, (request) => {
  const reply = answer(request);
  if (reply.value) reply.value.cpuid = Array.from({ length: 60_000 }, () => [1, 2, 3, 4, 5, 6]);
  return reply;
});
