/** Octets of standard error that are looked at, and those that an answer keeps. */
const WATCHED = 64 * 1024;
const KEPT = 4 * 1024;

/** Keeps the last 64 KiB of what passes. */
export function tailOf(): { take(chunk: Buffer): void; text(): string } {
  let watched = Buffer.alloc(0);
  return {
    take(chunk) {
      watched = Buffer.concat([watched, chunk.subarray(-WATCHED)]).subarray(-WATCHED);
    },
    text: () => watched.toString("utf8"),
  };
}

/** The part of standard error that goes with an answer: its last few KiB, as a property, or nothing. */
export function stderrOf(text: string): { readonly stderr?: string } {
  return text === "" ? {} : { stderr: text.slice(-KEPT) };
}
