import { bigEndianTwin, smallCheckpointed } from "./derive.ts";

/** An image that a program makes from another; `make` is given the octets of the image called `from`. */
export type Recipe = {
  readonly name: string;
  readonly from: string;
  readonly editions: readonly string[];
  readonly needs: readonly string[];
  readonly make: (octets: Uint8Array) => Uint8Array;
};

const KINDS = [
  { guest: "pvh-tiny", need: "x86-hvm" },
  { guest: "pv-tiny", need: "x86-pv" },
] as const;

const bigEndian: Recipe[] = KINDS.flatMap(({ guest, need }) =>
  ["v2", "v3", "v4-draft"].map((edition) => ({
    name: `${guest}.bare-be.${edition}`,
    from: `${guest}.bare.${edition}`,
    editions: [edition],
    needs: [need, "big-endian", "synthetic"],
    make: bigEndianTwin,
  })),
);

const REMUS = "pvh-tiny-remus-15ckpt";

/** The images that no annotated hex can describe, since they take knowledge of the format to derive. */
export const RECIPES: readonly Recipe[] = [
  ...bigEndian,
  {
    name: "pvh-tiny.remus.v3",
    from: REMUS,
    editions: ["v3"],
    needs: ["libxl", "x86-hvm", "checkpoint", "synthetic"],
    make: (octets) => smallCheckpointed(octets, 2, "libxl"),
  },
  {
    name: "pvh-tiny.remus-bare.v3",
    from: REMUS,
    editions: ["v3"],
    needs: ["x86-hvm", "checkpoint", "synthetic"],
    make: (octets) => smallCheckpointed(octets, 2, "bare"),
  },
];
