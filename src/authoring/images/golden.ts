/** An image that a real Xen saved, or one made from it by dropping holes; its octets are their own source. */
export type Golden = { readonly name: string; readonly needs: readonly string[] };

/** The golden images, all of edition `v3`. Where each comes from is told in `conformance/images/PROVENANCE.md`. */
export const GOLDEN: readonly Golden[] = [
  { name: "hvm-tiny-8M", needs: ["xl", "libxl", "x86-hvm"] },
  { name: "hvm-tiny-8M.min", needs: ["xl", "libxl", "x86-hvm"] },
  { name: "pv-tiny", needs: ["xl", "libxl", "x86-pv"] },
  { name: "pv-tiny-msr", needs: ["xl", "libxl", "x86-pv"] },
  { name: "pv-tiny.min", needs: ["xl", "libxl", "x86-pv"] },
  { name: "pvh-tiny-1vcpu", needs: ["xl", "libxl", "x86-hvm"] },
  { name: "pvh-tiny-1vcpu.min", needs: ["xl", "libxl", "x86-hvm"] },
  { name: "pvh-tiny-live", needs: ["xl", "libxl", "x86-hvm"] },
  { name: "pvh-tiny-remus-15ckpt", needs: ["xl", "libxl", "x86-hvm", "checkpoint"] },
];
