/** The time for which a receiver leaves a guest that it has a checkpoint of to its sender. */

/** Milliseconds from the acknowledgement of a checkpoint on in which a receiver does not let the guest run. Both sides go by it. */
export const LEASE = 5000;

/** By so much earlier the sender's guest stands still: clocks differ, and a pause takes its time. */
export const MARGIN = 1500;
