import { defineConfig } from "vitest/config";
import { specificationModule } from "./src/authoring/inspector.ts";
import { skippedTests } from "./src/authoring/skipped-tests.ts";

/** What the bundle of the inspector knows of the specification, for tests that take its modules without a browser. */
const specification = {
  name: "specification",
  resolveId: (id: string) => (id === "virtual:specification" ? `\0${id}` : undefined),
  load: (id: string) => (id === "\0virtual:specification" ? specificationModule(import.meta.dirname) : undefined),
};

export default defineConfig({
  plugins: [specification],
  test: {
    reporters: ["default", skippedTests()],
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The compiler's own JavaScript is CommonJS that requires its siblings: Node has to load it, so that each is loaded once.
    server: { deps: { external: [/generated\/(open|strict)\/js\//] } },
  },
});
