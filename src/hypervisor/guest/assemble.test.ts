import { expect, test } from "vitest";
import { assembleGuest, findAssembler } from "./assemble.ts";

const prefix = findAssembler();
if (prefix === undefined && process.env.DSI_REQUIRE_TOOLS === "1") {
  throw new Error(
    "DSI_REQUIRE_TOOLS=1, but there is no GNU assembler for x86 (Debian: binutils, or binutils-i686-linux-gnu)",
  );
}

// After a change of the source: npx vitest run src/hypervisor/guest -u
test.skipIf(prefix === undefined)("the committed image is what the source assembles to", async () => {
  const source = new URL("counter.s", import.meta.url).pathname;
  await expect(assembleGuest(source, prefix as string)).toMatchFileSnapshot("counter-image.ts");
});
