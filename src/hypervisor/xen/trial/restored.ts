/** What Xen made of an image, and how its messages tell it. */

/** A trial's question: an image, and what the trial says of its stream and of the domain that it goes into. */
export type Question = { readonly octets: Uint8Array; readonly setting: Setting };

/** The part of a trial's context that Xen is told. */
export type Setting = {
  readonly stream: "plain" | "remus" | "colo";
  readonly vcpus?: number;
  /** The kind of domain that it goes into; without it, of the kind that the image is of. */
  readonly kind?: "pv" | "hvm";
};

/** What Xen did with an image, and its messages. */
export type Restored = { readonly outcome: "accept" | "reject" | "crash" | "hang"; readonly log: string };

/** Seconds for one image before it counts as a hang. */
export const LIMIT = 900;
