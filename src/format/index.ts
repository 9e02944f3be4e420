/** What of the format those need who hold machines rather than images. */

export { readRegions } from "./arm.ts";
export {
  type Capabilities,
  PROFILES,
  readAdvertisement,
  takesType,
  writeAdvertisement,
} from "./capabilities.ts";
export { writer } from "./field-codec.ts";
export { walkHvmContext } from "./hvm-context.ts";
export {
  MACHINE_VCPU_HEADER as VCPU_HEADER,
  PLATFORM_DIGEST,
  type Property,
  platformDigest,
  readMachine,
} from "./machine.ts";
export { hex } from "./octets.ts";
export { recordName } from "./profile.ts";
export { hasMemory, PAGE_SIZE, RECORD } from "./vocabulary.ts";
