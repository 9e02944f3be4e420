/** What is generated for other people's programs, from the description and the ledger. */

import { compileKsy } from "../kaitai/compile.ts";
import { readKsySet } from "../kaitai/ksy.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Products } from "../products.ts";
import { magicFile } from "./magic.ts";
import { wiresharkDissector } from "./wireshark.ts";

/** Files of the set that have a picture of their own: the roots of what can be met. */
const PICTURES = ["libxl_stream", "libxc_stream", "draft_b_image"];

/** The files of `generated/tools/`. */
export async function toolProducts(root: string, ledger: Ledger): Promise<Products> {
  const set = readKsySet(root);
  const products = new Map([
    ["generated/tools/domain-save-image.lua", wiresharkDissector(root, set, ledger.requirements)],
    ["generated/tools/domain-save-image.magic", magicFile(set)],
  ]);
  for (const id of PICTURES) {
    const made = await compileKsy(set, id, "graphviz", "open");
    products.set(`generated/tools/${id}.dot`, [...made.values()].join("\n"));
  }
  return products;
}
