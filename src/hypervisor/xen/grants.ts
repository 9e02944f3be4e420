/** The first two grants of a domain, by which console and xenstore in dom0 reach its rings. */

import { type Libraries, lastError } from "./libraries.ts";

const GRANT_TABLE = 1;
const READ_WRITE = 3;
/** An entry is eight octets: that access is permitted, to whom (dom0), and to which page. */
const PERMIT = 1;
const ENTRY = 8;

/** Grants dom0 the page of the console's ring and that of xenstore's, in this order as Xen reserves them. */
export function seedGrants(libraries: Libraries, domain: number, consolePage: number, storePage: number): void {
  const { memory, koffi } = libraries;
  const handle = memory.open(null, 0);
  if (handle === null) throw lastError(libraries, "frames of other domains cannot be mapped");
  try {
    const address: [unknown] = [null];
    const resource = memory.mapResource(handle, domain, GRANT_TABLE, 0, 0, 1, address, READ_WRITE, 0);
    if (resource === null) throw lastError(libraries, `the grants of domain ${domain} cannot be had`);
    const view = new DataView(koffi.view(address[0], 2 * ENTRY));
    for (const [index, page] of [consolePage, storePage].entries()) {
      view.setUint16(index * ENTRY, PERMIT, true);
      view.setUint16(index * ENTRY + 2, 0, true);
      view.setUint32(index * ENTRY + 4, page, true);
    }
    memory.unmapResource(handle, resource);
  } finally {
    memory.close(handle);
  }
}
