/** Where domains are: `v86:`, `qemu:`, `qemu+unix:`, `xen:`, and what of it is meant. */

import { type Backend, BackendError } from "./backend.ts";
import { splitWords } from "./qemu/command-line.ts";

/** A hypervisor by its scheme, and what the rest of the URI names: a guest to be started, or nothing. */
export type Place =
  | { readonly scheme: "v86"; readonly guest: string | undefined }
  /** A QEMU that we start; `words` are its options. */
  | { readonly scheme: "qemu"; readonly guest: string | undefined; readonly words: readonly string[] }
  /** One that listens for QMP at a socket; its guest is the one that it has. */
  | { readonly scheme: "qemu+unix"; readonly guest: undefined; readonly path: string }
  /** The Xen that we are under; its guest is the domain of that number. */
  | { readonly scheme: "xen"; readonly guest: string | undefined };

/** Reads a URI. BackendError for anything that is none. */
export function parsePlace(uri: string): Place {
  const [, scheme = "", rest = ""] = uri.match(/^([a-z][a-z0-9+.-]*):(.*)$/s) ?? [];
  if (scheme === "v86") return { scheme, guest: rest === "" ? undefined : rest };
  if (scheme === "qemu") {
    const words = splitWords(rest);
    const guest = words[0] === undefined || words[0].startsWith("-") ? undefined : words[0];
    return { scheme, guest, words: guest === undefined ? words : words.slice(1) };
  }
  if (scheme === "qemu+unix" && rest !== "") return { scheme, guest: undefined, path: rest };
  if (scheme === "xen" && /^\d*$/.test(rest)) return { scheme, guest: rest === "" ? undefined : rest };
  throw new BackendError(`${uri} is no place of domains; v86:, qemu:, qemu+unix:/path/to/qmp and xen:DOMID are some`);
}

/** Opens the backend; what it needs is loaded then. UnsupportedError where it is not installed. */
export async function openBackend(place: Place): Promise<Backend> {
  switch (place.scheme) {
    case "v86":
      return (await import("./v86/backend.ts")).v86Backend();
    case "qemu":
      return (await import("./qemu/backend.ts")).qemuBackend(place.words);
    case "qemu+unix":
      return await (await import("./qemu/backend.ts")).qemuAt(place.path);
    case "xen":
      return await (await import("./xen/backend.ts")).xenBackend();
  }
}
