import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withComparison } from "./comparison.ts";
import { PROPOSALS } from "./overlay.ts";

// `npm run proposals`: makes the comparison of the proposals again.
const path = join(process.cwd(), PROPOSALS, "README.md");
writeFileSync(path, await withComparison(readFileSync(path, "utf8"), process.cwd()));
