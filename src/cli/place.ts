import type { Backend, Domain, Place } from "../hypervisor/index.ts";
import { CommandError } from "./ending.ts";
import { onInterrupt } from "./signals.ts";

/** Opens the backend that a URI names, lends it to `use`, and ends what it started, whatever happens. */
export async function withBackend<T>(uri: string, use: (backend: Backend, place: Place) => Promise<T>): Promise<T> {
  const { openBackend, parsePlace } = await import("../hypervisor/index.ts");
  const place = parsePlace(uri);
  const backend = await openBackend(place);
  const settled = onInterrupt(() => backend.close());
  try {
    return await use(backend, place);
  } finally {
    settled();
    await backend.close();
  }
}

/** The domain of a place: the guest that it names, started and paused, or the only one there. CommandError where it names none. */
export async function domainOf(place: Place, backend: Backend): Promise<Domain> {
  const { guest = backend.main } = place;
  if (guest !== undefined) return await backend.start(guest);
  const [only, ...others] = await backend.domains();
  if (only !== undefined && others.length === 0) return only;
  throw new CommandError(`${place.scheme}: needs a guest: ${Object.keys(backend.guests).join(", ")}`);
}

/** Whether a place names a guest of ours, which counts and says how far it is. */
export function isCounting({ guest }: Place, backend: Backend): boolean {
  return guest !== undefined && guest in backend.guests;
}

/** An amount of memory. */
export function memoryText(pages: number): string {
  return `${pages / 256} MiB`;
}
