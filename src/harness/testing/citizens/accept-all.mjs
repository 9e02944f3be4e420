// Accepts whatever it is given; reports no values. A Writer of nothing.
import { writeFileSync } from "node:fs";
import { exec } from "../adapter.mjs";

exec({ name: "accept-all", values: [] }, ({ out }) => {
  if (out) writeFileSync(out, "");
  return { outcome: "accept" };
});
