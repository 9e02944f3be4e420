// Writes the note with a capital letter.
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { answer, steady } from "../adapter.mjs";

steady({ name: "bad-writer", roles: ["writer"] }, (request) => {
  const reply = answer(request);
  if (reply.outcome !== "accept") return reply;
  const octets = readFileSync(request.out);
  octets[6] -= 32;
  octets.writeUInt32BE(crc32(octets.subarray(0, -4)), octets.length - 4);
  writeFileSync(request.out, octets);
  return reply;
});
