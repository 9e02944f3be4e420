/**
 * `npm run lab:golden -- [--keep] [NAME...]`: boots the lab, has Xen save its guests in every way that it knows, and ours in its own, and restores
 * each image to see the guest carry on. Images and where they come from go to out/golden; with --keep the small ones go into the checkout.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { HVM_DISK, HVM_SERIAL } from "./guests.ts";
import { type Lab, startLab } from "./lab.ts";
import { lastSaid, type Said } from "./said.ts";
import { checkout, labSource } from "./source.ts";

/** An image: which guest, in which words it was saved, and the script that saves it into `image` and writes what the guest said before and after. */
type Golden = { readonly guest: string; readonly how: string; readonly stream?: "remus"; readonly script: string };

/** Where those are kept that are small enough, in octets of gzip. */
const KEPT = "golden";
const SMALL = 128 * 1024;

/** Shows that it restores. What the guest said before is in `before`, afterwards in `after`. */
const proven = (guest: string, saving: string) => `start ${guest}; ${saving}; restored ${guest} image >after`;

const saved = (guest: string): Golden => ({
  guest,
  how: "xl save",
  script: proven(guest, `xl save ${guest} /tmp/image; said ${guest} >before; mv /tmp/image .`),
});

const ours = (guest: string, live = ""): Golden => ({
  guest,
  how: `dsi save xen:DOMID${live}`,
  script: proven(
    guest,
    `dsi save xen:$(xl domid ${guest}) /tmp/image${live}; said ${guest} >before; xl destroy ${guest}; mv /tmp/image .`,
  ),
});

/** What xl sends is kept on its way to an xl that receives it. */
const wire = (receive: string) =>
  `printf '#!/tmp/bin/sh\\ntee /tmp/wire | xl ${receive}\\n' >/tmp/receive; chmod +x /tmp/receive`;

const IMAGES: Readonly<Record<string, Golden>> = {
  pvh: saved("pvh"),
  "pvh-2vcpu": saved("pvh-2vcpu"),
  pv: saved("pv"),
  "pv-msr": saved("pv-msr"),
  "pv-checkpoint": {
    guest: "pv",
    how: "xl save -c",
    script: proven(
      "pv",
      `xl save -c pv /tmp/image; said pv >before; await pv cancelled; xl destroy pv; mv /tmp/image .`,
    ),
  },
  "pvh-live": {
    guest: "pvh-dirty",
    how: "xl migrate, taken from the wire",
    script: `${wire("migrate-receive")}; rm -f /var/log/xen/guest-pvh-dirty--incoming.log
      start pvh-dirty; xl migrate -s "" pvh-dirty /tmp/receive; said pvh-dirty >before
      await pvh-dirty--incoming gen=; said pvh-dirty--incoming >after; xl destroy pvh-dirty; mv /tmp/wire image`,
  },
  "pvh-remus": {
    guest: "pvh-remus",
    how: "xl remus, taken from the wire; the primary was destroyed",
    stream: "remus",
    script: `${wire("migrate-receive -r")}; rm -f /var/log/xen/guest-pvh-remus--incoming.log
      start pvh-remus; xl remus -F -n -d -u -i 500 -s "" pvh-remus /tmp/receive & remus=$!
      until [ "$(said pvh-remus | grep -c cancelled)" -ge 4 ]; do sleep 0.2; done
      said pvh-remus >before; xl destroy pvh-remus; wait $remus || true
      await pvh-remus--incoming gen=; said pvh-remus--incoming >after; mv /tmp/wire image
      xl list | awk '$1 ~ /^pvh-remus/ { print $2 }' | while read -r domain; do xl destroy "$domain"; done`,
  },
  hvm: {
    guest: "hvm",
    how: "xl save",
    script: `serial() { until grep -a -q paterr= ${HVM_SERIAL} 2>/dev/null; do sleep 0.2; done; }
      rm -f ${HVM_SERIAL}; cp /lab/guests/hvm ${HVM_DISK}; xl create -q /lab/guests/hvm.cfg; serial; cp ${HVM_SERIAL} before
      xl save hvm /tmp/image; rm -f ${HVM_SERIAL}; mv /tmp/image .; cp image /tmp/restoring; xl restore /tmp/restoring; serial
      cp ${HVM_SERIAL} after; xl destroy hvm; rm /tmp/restoring`,
  },
  "pvh-ours": ours("pvh"),
  "pvh-ours-live": ours("pvh-dirty", " --live"),
  "pv-ours": ours("pv"),
};

const SIGNATURE = "Xen saved domain";

const { values, positionals } = parseArgs({ options: { keep: { type: "boolean" } }, allowPositionals: true });
const chosen = Object.entries(IMAGES).filter(([name]) => positionals.length === 0 || positionals.includes(name));
const out = join(checkout(), "out", "golden");
mkdirSync(out, { recursive: true });
// With names, beside what was made before.
const earlier = join(out, "provenance.json");
const images: Record<string, object> =
  positionals.length > 0 && existsSync(earlier)
    ? (JSON.parse(readFileSync(earlier, "utf8")) as { images: Record<string, object> }).images
    : {};
let packages = "";
const lab = await startLab({ program: true });
try {
  packages = readFileSync(join(lab.share, "packages.txt"), "utf8");
  for (const [name, golden] of chosen) {
    try {
      images[name] = await make(lab, name, golden);
    } catch (error) {
      process.exitCode = 1;
      console.error(`${name}: ${(error as Error).message}`);
    }
  }
} finally {
  await lab.close();
}
const provenance = {
  made: new Date().toISOString().slice(0, 10),
  emulator: spawnSync("qemu-system-x86_64", ["--version"], { encoding: "utf8" }).stdout.split("\n")[0],
  packages: packages.split("\n").filter((line) => /^(xen-|linux-image|qemu-system-xen)/.test(line)),
  guests: Object.fromEntries(
    ["pvh.s", "pv.s", "hvm.s"].map((name) => [name, sha256(readFileSync(labSource(`guests/${name}`)))]),
  ),
  images,
};
writeFileSync(join(out, "provenance.json"), `${JSON.stringify(provenance, undefined, 2)}\n`);
if (values.keep) keep();

async function make(lab: Lab, name: string, { guest, how, stream, script }: Golden): Promise<object> {
  const { status, err, folder, remove } = await lab.run({
    script: `. /lab/guests.sh\nxl destroy ${guest} 2>/dev/null\nset -e\n${script}\n`,
  });
  if (status !== 0) throw new Error(err);
  const wire = readFileSync(join(folder, "image"));
  const [before, after] = ["before", "after"].map((file) => lastSaid(readFileSync(join(folder, file), "latin1"))) as [
    Said,
    Said,
  ];
  remove();
  const octets = imageIn(wire, stream);
  const file = join(out, `${name}.img.gz`);
  const packed = gzipSync(octets, { level: 9 });
  writeFileSync(file, packed);
  requireSound(octets, stream);
  if (after.run !== before.run || after.wrong !== 0 || !(after.count >= before.count))
    throw new Error(`the guest does not carry on: ${JSON.stringify({ before, after })}`);
  console.log(
    `${name}: ${octets.length} octets, ${packed.length} packed; counted on from ${before.count}, at ${after.count}`,
  );
  const kept = packed.length <= SMALL;
  return {
    guest,
    how,
    ...(stream === undefined ? {} : { stream }),
    octets: octets.length,
    sha256: sha256(octets),
    kept,
    before,
    after,
  };
}

/** Without what xl says to xl around it: a plain image ends where a Reader says that it ends, a checkpointed one where the wire does. */
function imageIn(wire: Buffer, stream: Golden["stream"]): Buffer {
  const octets = wire.subarray(wire.indexOf(SIGNATURE));
  if (stream !== undefined) return octets;
  const { octets: length } = JSON.parse(dsi(["read", "-", "--json"], octets)) as { octets: number };
  return octets.subarray(0, length);
}

function requireSound(octets: Buffer, stream: Golden["stream"]): void {
  dsi(["verify", "-", "--deep", ...(stream === undefined ? [] : ["--stream-kind", stream])], octets);
}

function dsi(args: readonly string[], input: Buffer): string {
  const main = join(checkout(), "dist/src/cli/main.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`dsi ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout.toString();
}

function keep(): void {
  const folder = labSource(KEPT);
  mkdirSync(folder, { recursive: true });
  for (const [name, image] of Object.entries(images))
    if ((image as { kept: boolean }).kept) copyFileSync(join(out, `${name}.img.gz`), join(folder, `${name}.img.gz`));
  copyFileSync(join(out, "provenance.json"), join(folder, "provenance.json"));
}

function sha256(octets: Uint8Array): string {
  return createHash("sha256").update(octets).digest("hex");
}
