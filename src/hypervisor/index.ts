/** The public face of the backends: what the command builds on. */

export {
  type Backend,
  BackendError,
  type Caps,
  type Domain,
  type LiveOptions,
  type Machine,
  RefusedError,
  type RestoreTarget,
  ramPages,
} from "./backend.ts";
export { type CounterStatus, checkCounter, counterStatus } from "./guest/counter.ts";
export { runUntil } from "./guest/run.ts";
export { imageChunks } from "./image-chunks.ts";
export { Channel, LinkError } from "./migration/channel.ts";
export { type CheckpointReport, protectDomain } from "./migration/protect.ts";
export { type Received, receiveDomain } from "./migration/receive.ts";
export { type Sent, sendDomain } from "./migration/send.ts";
export { connectTcp, type Identity, isLoopback, listenTcp, parseAddress, type TcpOptions } from "./migration/tcp.ts";
export { restoreDomain } from "./restore.ts";
export { type RoundListener, type RoundReport, type SaveOptions, type SaveReport, saveDomain } from "./save.ts";
export { openBackend, type Place, parsePlace } from "./uri.ts";
