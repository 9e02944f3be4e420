/** Xen as a backend, from the domain that controls the others: its domains are those that run there, whoever made them. */

import { type Backend, BackendError, RefusedError } from "../backend.ts";
import { allDomains } from "./control.ts";
import { type Host, XenDomain } from "./domain.ts";
import { Frames } from "./frames.ts";
import { hvmTarget } from "./hvm-target.ts";
import { Hypercalls } from "./hypercalls.ts";
import { xenLibraries } from "./libraries.ts";
import { pvTarget } from "./pv-target.ts";

/** Of a domain header. */
const PV = 1;

/** Opens Xen. UnsupportedError where its libraries are not there, BackendError outside of it. */
export async function xenBackend(): Promise<Backend> {
  const libraries = await xenLibraries();
  const calls = new Hypercalls(libraries);
  const host: Host = { libraries, calls, frames: new Frames(libraries) };
  const all = () => allDomains(calls).filter(({ dying }) => !dying);
  return {
    id: "xen",
    caps: { arch: "x86", dirty: "bitmap", vcpuRead: false, mostVcpus: 128 },
    guests: {},
    domains: async () => all().map((info) => new XenDomain(host, info)),
    async start(guest) {
      const info = all().find(({ domain }) => `${domain}` === guest);
      if (info === undefined) throw new BackendError(`there is no domain ${guest}`);
      return new XenDomain(host, info);
    },
    incomingXen: (type) => (type === PV ? pvTarget(host) : hvmTarget(host)),
    async incoming({ kind }) {
      throw new RefusedError(`Xen cannot be a machine of ${kind}`);
    },
    async close() {
      host.frames.close();
      calls.close();
    },
  };
}
