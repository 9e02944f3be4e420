/** The public face of the codec: what the command, the backends and the site build on. */

export { readImage } from "./read.ts";
export type { Consumer, Container, OpenOptions } from "./session.ts";
export { type Verification, verifyImage } from "./verify.ts";
