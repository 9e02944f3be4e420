import { defineConfig } from "vitest/config";
import { skippedTests } from "./src/authoring/skipped-tests.ts";

export default defineConfig({
  test: {
    reporters: ["default", skippedTests()],
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The compiler's own JavaScript is CommonJS that requires its siblings: Node has to load it, so that each is loaded once.
    server: { deps: { external: [/generated\/(open|strict)\/js\//] } },
  },
});
