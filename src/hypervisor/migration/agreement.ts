/** What a receiver says that it takes before anything is sent (spec 20.3), and what of it a sender needs. */

import { CODEC, UnsupportedError } from "../../containers/index.ts";
import {
  type Capabilities,
  PROFILES,
  RECORD,
  readAdvertisement,
  takesType,
  writeAdvertisement,
} from "../../format/index.ts";
import { BATCH, type Machine, PAGE } from "../backend.ts";
import { CHECKS, type ImageOptions, imageNeeds } from "../domain-image.ts";
import { type Channel, LinkError } from "./channel.ts";

/** What a sender is about to use; numbers as the format gives them out. */
export type Needs = {
  readonly version: number;
  readonly domainType: number;
  readonly types: readonly number[];
  readonly codec: number;
  /** Those of records and of rounds. */
  readonly checks: readonly number[];
  readonly stream: "plain" | "remus";
  /** The largest body of a record, in octets. */
  readonly body: number;
};

/** A PAGE_DATA record of as many pages as one may have. */
const LARGEST = 8 + BATCH * (8 + PAGE);

/** What an image of a machine needs that is written with these options. */
export function needsOf(machine: Machine, { codec = "none", checks = CHECKS, stream = "plain" }: ImageOptions): Needs {
  const { types, ...rest } = imageNeeds(machine);
  return {
    ...rest,
    types: [...types, ...(stream === "remus" ? [RECORD.CHECKPOINT] : [])],
    codec: CODEC[codec],
    checks: [checks.recordCheck, checks.imageDigest],
    stream,
    body: LARGEST,
  };
}

const HEAD = 16;
const LITTLE_ENDIAN = 0;
const PAGE_SHIFT = 12;
const STREAMS = { plain: 0, remus: 1 } as const;

/** What is taken here. */
export async function advertise(channel: Channel): Promise<void> {
  await channel.write(writeAdvertisement(PROFILES["v4-draft"] as Capabilities));
}

/** Waits for the advertisement. LinkError where what comes is none. */
export async function hearAdvertisement(channel: Channel): Promise<Capabilities> {
  const head = await channel.read(HEAD);
  const none = () => new LinkError("what answers there is no receiver of a migration");
  const length = new DataView(head.buffer).getUint32(HEAD - 4);
  // Judged by the head alone before its items are waited for.
  if (readAdvertisement(Uint8Array.from(Buffer.concat([head.subarray(0, HEAD - 4), Buffer.alloc(4)]))) === undefined)
    throw none();
  if (length > 4096) throw none();
  const capabilities = readAdvertisement(Uint8Array.from(Buffer.concat([head, await channel.read(length)])));
  if (capabilities === undefined) throw none();
  return capabilities;
}

/** UnsupportedError that names the first thing which a receiver does not take (CAP-026). */
export function requireTaken(capabilities: Capabilities, needs: Needs): void {
  const { version, domainType, codec, checks, stream, types, body } = needs;
  const has = (word: bigint, number: number) => ((word >> BigInt(number)) & 1n) !== 0n;
  const wanted: [boolean, string][] = [
    [has(capabilities.versions, version), `images of version ${version}`],
    [has(capabilities.domainTypes, domainType), `domains of type ${domainType}`],
    [has(capabilities.byteOrders, LITTLE_ENDIAN), "little-endian images"],
    [has(capabilities.pageShifts, PAGE_SHIFT), "pages of 4096 octets"],
    [has(capabilities.streams, STREAMS[stream]), `${stream} streams`],
    [codec === 0 || has(capabilities.codecs, codec), `codec ${codec}`],
    ...checks.map((check): [boolean, string] => [check === 0 || has(capabilities.checks, check), `check ${check}`]),
    [capabilities.recordLimit >= BigInt(body), `records of ${body} octets`],
    ...types.map((type): [boolean, string] => [
      takesType(capabilities, type),
      `records of type 0x${type.toString(16)}`,
    ]),
  ];
  const lacking = wanted.find(([isTaken]) => !isTaken);
  if (lacking !== undefined) throw new UnsupportedError(`a receiver that does not take ${lacking[1]}`);
}
