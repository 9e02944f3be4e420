/** A capture of one TCP connection, as tcpdump would have made it: Ethernet, IPv4, sums left to the card. */

const SEGMENT = 1448;
const SNAP = 65535;

/** A pcap file in which the client sends `octets` to the server, opened and closed as TCP does. Both ports are given. */
export function captureOf(octets: Uint8Array, { source = 40000, target = 8002, segment = SEGMENT } = {}): Uint8Array {
  const frames: Uint8Array[] = [];
  const first = 1000;
  const say = (isClient: boolean, flags: number, seq: number, ack: number, data: Uint8Array = new Uint8Array(0)) =>
    frames.push(frame(isClient, isClient ? [source, target] : [target, source], flags, seq, ack, data));
  say(true, SYN, first, 0);
  say(false, SYN | ACK, 5000, first + 1);
  say(true, ACK, first + 1, 5001);
  let sent = first + 1;
  for (let at = 0; at < octets.length; at += segment) {
    const data = octets.subarray(at, at + segment);
    say(true, ACK | PSH, sent >>> 0, 5001, data);
    sent += data.length;
    say(false, ACK, 5001, sent >>> 0);
  }
  say(true, FIN | ACK, sent >>> 0, 5001);
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(SNAP, 16);
  head.writeUInt32LE(1, 20);
  const packets = frames.flatMap((octetsOfFrame, index) => {
    const packet = Buffer.alloc(16);
    packet.writeUInt32LE(1, 0);
    packet.writeUInt32LE(index % 1_000_000, 4);
    packet.writeUInt32LE(octetsOfFrame.length, 8);
    packet.writeUInt32LE(octetsOfFrame.length, 12);
    return [packet, octetsOfFrame];
  });
  return Buffer.concat([head, ...packets]);
}

const FIN = 1;
const SYN = 2;
const PSH = 8;
const ACK = 16;

function frame(
  isClient: boolean,
  ports: readonly number[],
  flags: number,
  seq: number,
  ack: number,
  data: Uint8Array,
): Uint8Array {
  const head = Buffer.alloc(54);
  head.write(isClient ? "020000000002020000000001" : "020000000001020000000002", 0, "hex");
  head.writeUInt16BE(0x0800, 12);
  head[14] = 0x45;
  head.writeUInt16BE(40 + data.length, 16);
  head[22] = 64;
  head[23] = 6;
  head.writeUInt32BE(isClient ? 0x0a000001 : 0x0a000002, 26);
  head.writeUInt32BE(isClient ? 0x0a000002 : 0x0a000001, 30);
  head.writeUInt16BE(ports[0] as number, 34);
  head.writeUInt16BE(ports[1] as number, 36);
  head.writeUInt32BE(seq, 38);
  head.writeUInt32BE(ack, 42);
  head[46] = 0x50;
  head[47] = flags;
  head.writeUInt16BE(0xffff, 48);
  return Buffer.concat([head, data]);
}
