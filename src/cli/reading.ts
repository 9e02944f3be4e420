import type { Context, Edition, OpenOptions } from "../containers/index.ts";

/** The options that `read`, `verify` and `inspect` share, as the command line gives them. */
export interface ReadingOptions {
  readonly edition?: Edition;
  readonly streamKind: Context["stream"];
  readonly channel: Context["channel"];
  readonly guest?: NonNullable<OpenOptions["guest"]>;
  readonly deep?: boolean;
  readonly json?: boolean;
}

/** Those options in the codec's words; without `--edition` the image's own content decides. */
export function openOptions({ edition, deep, guest, streamKind, channel }: ReadingOptions): OpenOptions {
  return {
    ...(edition === undefined ? {} : { edition }),
    ...(deep === undefined ? {} : { deep }),
    ...(guest === undefined ? {} : { guest }),
    context: { stream: streamKind, channel },
  };
}

/** A container chain and edition as people read them: `v3 in xl > libxl`. */
export function kindText(edition: string | null, container: readonly string[]): string {
  return `${edition ?? "no edition"}${container.length === 0 ? "" : ` in ${container.join(" > ")}`}`;
}

/** A number of octets, with thin groups: `12 594 072 octets`. */
export function octetsText(octets: number): string {
  return `${groups(octets)} ${octets === 1 ? "octet" : "octets"}`;
}

/** A decimal number in groups of three digits. */
export function groups(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, " ");
}
