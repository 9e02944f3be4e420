import type { Backend, Place } from "../hypervisor/index.ts";
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

/** The guest of a place; CommandError where it names none. */
export function guestOf({ scheme, guest }: Place, guests: readonly string[]): string {
  if (guest === undefined) throw new CommandError(`${scheme}: needs a guest: ${guests.join(", ")}`);
  return guest;
}

/** An amount of memory. */
export function memoryText(pages: number): string {
  return `${pages / 256} MiB`;
}
