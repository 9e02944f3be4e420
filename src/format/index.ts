/** What of the format those need who hold machines rather than images. */

export { walkHvmContext } from "./hvm-context.ts";
export { hex } from "./octets.ts";
export { hasMemory, PAGE_SIZE, RECORD, recordName } from "./vocabulary.ts";
