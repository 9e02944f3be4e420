#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Verification, verifyImage } from "../containers/verify.ts";
import { putOnTrial, reportText, writeReports } from "./certify.ts";
import { endingOf, NO, YES } from "./ending.ts";
import { findingText } from "./finding-text.ts";
import { packageRoot } from "./package-root.ts";
import { kindText, octetsText } from "./reading.ts";
import { showMachine } from "./start-machine.ts";
import { type Colours, colours, complain, print } from "./terminal.ts";

// `npm start`: the main job of this repository in one go. Certifies the reference in every edition and role, writes
// the reports to out/, verifies the images that a real Xen saved, and saves and restores a running guest.

const root = packageRoot();
const out = join(root, "out");

try {
  process.exitCode = await start(await colours());
} catch (error) {
  const { line, status } = endingOf(error);
  complain(line);
  process.exitCode = status;
}

async function start(colour: Colours): Promise<number> {
  await print("Certifying the reference against conformance/ ...\n\n");
  const result = await putOnTrial({});
  await writeReports(out, result);
  await print(`${reportText(result.report, colour)}\n`);
  await print("Verifying the images that Xen saved ...\n\n");
  const accepted = await verifyGolden(colour);
  await print("\nSaving a running guest of v86, and restoring it ...\n\n");
  const carriedOn = await showMachine(root, out, colour);
  const conforms = result.exitCode === YES;
  await print(
    `\n${result.certificates.length} certificates, ${result.report.trials.length} trials: ` +
      `${conforms ? colour.green("all conform") : colour.red("not all conform")}\n` +
      `Report: ${relative(process.cwd(), join(out, "report.html"))}\n`,
  );
  return conforms && accepted && carriedOn ? YES : NO;
}

/** Verifies each golden image with every rule; a line each. Returns whether all were accepted. */
async function verifyGolden(colour: Colours): Promise<boolean> {
  let all = true;
  for (const name of goldenNames()) {
    const { verdict, findings, edition, container, octets } = verifyGoldenImage(name);
    const said = verdict === "accept" ? colour.green("accepted") : colour.red("rejected");
    await print(`${name}: ${said}: ${kindText(edition, container)}, ${octetsText(octets)}\n`);
    for (const finding of findings) await print(`  ${findingText(finding, "departs")}\n`);
    all &&= verdict === "accept";
  }
  return all;
}

/** The images that a program of another language has listed, which are those that Xen saved and restores. */
function goldenNames(): string[] {
  const records = readFileSync(join(root, "conformance/images/RECORDS.txt"), "utf8");
  return [...records.matchAll(/^== (\S+)\.(?:xl|wire): /gm)].map(([, name]) => name!);
}

function verifyGoldenImage(name: string): Verification {
  const place = join(root, "conformance/images", name);
  const { needs } = JSON.parse(readFileSync(`${place}.json`, "utf8")) as { needs: string[] };
  const stream = needs.includes("checkpoint") ? "remus" : "plain";
  const octets = new Uint8Array(gunzipSync(readFileSync(`${place}.img.gz`)));
  const consumer = verifyImage({ context: { stream, channel: "forward" }, deep: true });
  consumer.push(octets);
  const first = consumer.end();
  const second = consumer.secondPass?.();
  if (second === undefined) return first;
  second.push(octets);
  return second.end();
}
