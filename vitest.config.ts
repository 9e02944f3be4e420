import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The compiler's own JavaScript is CommonJS that requires its siblings: Node has to load it, so that each is loaded once.
    server: { deps: { external: [/generated\/(open|strict)\/js\//] } },
  },
});
