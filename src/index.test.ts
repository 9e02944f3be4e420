import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;

test("the package, packed and unpacked elsewhere, verifies an image, certifies an adapter and runs its command", () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-pack-"));
  try {
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
      cwd: root,
      stdio: ["ignore", "ignore", "ignore"],
    });
    const home = join(folder, "node_modules/domain-save-image");
    execFileSync("sh", ["-c", `mkdir -p "${home}" && tar -xzf "${folder}"/*.tgz -C "${home}" --strip-components=1`]);
    const { dependencies } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies))
      cpSync(join(root, "node_modules", name), join(folder, "node_modules", name), { recursive: true });
    const program = `
      import { readFileSync } from "node:fs";
      import { loadSuite, verifyImage } from "domain-save-image";
      const consumer = verifyImage({ edition: "v3" });
      consumer.push(readFileSync("${join(home, "conformance/images/small.v3.img")}"));
      console.log(consumer.end().verdict, (await loadSuite("${join(home, "conformance")}")).name);`;
    const node = (...args: string[]) =>
      execFileSync(process.execPath, args, {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NODE_PATH: join(root, "node_modules") },
      });
    expect(node("--input-type=module", "-e", program)).toBe("accept domain-save-image\n");
    expect(node(join(home, "dist/src/cli/main.js"), "verify", join(home, "conformance/images/small.v3.img"))).toContain(
      "accepted: v3",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
