/** Where domains are: `v86:` and what of it is meant. */

import { UnsupportedError } from "../containers/index.ts";
import { type Backend, BackendError } from "./backend.ts";

/** A hypervisor by its scheme, and what the rest of the URI names: a guest, or nothing. */
export type Place = { readonly scheme: "v86"; readonly guest: string | undefined };

const LATER: readonly string[] = ["qemu", "xen"];

/** Reads a URI. UnsupportedError for a hypervisor that there is no backend for yet, BackendError for anything else that is none. */
export function parsePlace(uri: string): Place {
  const [, scheme = "", rest = ""] = uri.match(/^([a-z][a-z0-9+.-]*):(.*)$/s) ?? [];
  if (scheme === "v86") return { scheme, guest: rest === "" ? undefined : rest };
  if (LATER.includes(scheme.split("+")[0] as string)) throw new UnsupportedError(`the hypervisor of ${uri}`);
  throw new BackendError(`${uri} is no place of domains; v86: is one`);
}

/** Opens the backend; the emulator is loaded when the first machine is built. */
export async function openBackend(_: Place): Promise<Backend> {
  return (await import("./v86/backend.ts")).v86Backend();
}
