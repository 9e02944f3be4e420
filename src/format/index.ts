/** What of the format those need who hold machines rather than images. */

export {
  type Capabilities,
  PROFILES,
  readAdvertisement,
  takesType,
  writeAdvertisement,
} from "./capabilities.ts";
export { walkHvmContext } from "./hvm-context.ts";
export { hex } from "./octets.ts";
export { recordName } from "./profile.ts";
export { hasMemory, PAGE_SIZE, RECORD } from "./vocabulary.ts";
