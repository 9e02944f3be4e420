/** The words that both sides say beside the image: CHECKPOINT_STATE of the format (spec 11.5), 16 octets, little-endian. */

import { type Channel, LinkError } from "./channel.ts";

/** Control ids. NEW travels with the image, the others on the way back (LXL-050). */
export const WORD = { NEW: 0, SUSPENDED: 1, READY: 2, RESUMED: 3 } as const;

export type Word = (typeof WORD)[keyof typeof WORD];

const CHECKPOINT_STATE = 5;
const RECORD = 16;
const BODY = 4;

/** Sends a word. */
export async function say(channel: Channel, word: Word): Promise<void> {
  const octets = new Uint8Array(RECORD);
  const view = new DataView(octets.buffer);
  view.setUint32(0, CHECKPOINT_STATE, true);
  view.setUint32(4, BODY, true);
  view.setUint32(8, word, true);
  await channel.write(octets);
}

/** Waits for a word. LinkError where it does not come, or anything else does. */
export async function hear(channel: Channel, wanted: Word): Promise<void> {
  const octets = await channel.read(RECORD);
  const view = new DataView(octets.buffer);
  const [type, length, word] = [0, 4, 8].map((at) => view.getUint32(at, true));
  if (type !== CHECKPOINT_STATE || length !== BODY || word !== wanted || view.getUint32(12, true) !== 0)
    throw new LinkError(`the other side says ${Buffer.from(octets).toString("hex")}, which is no word of a migration`);
}
