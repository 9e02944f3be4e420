import type { Finding } from "../containers/index.ts";
import { type Verification, verifyImage } from "../containers/verify.ts";
import { adviceText } from "./advice.ts";
import { endingOf, NO, nameOf, YES } from "./ending.ts";
import { feed } from "./feed.ts";
import { findingText } from "./finding-text.ts";
import { openInput } from "./input.ts";
import { kindText, octetsText, openOptions, type ReadingOptions } from "./reading.ts";
import { type Colours, colours, complain, print } from "./terminal.ts";

/** Lines for one image that say the same thing over and over are cut after this many. */
const ALIKE = 10;

/** `dsi verify IMAGE...`: every departure of each image, and a verdict; the largest exit status applies. */
export async function verify(images: readonly string[], options: ReadingOptions): Promise<number> {
  let status = YES;
  for (const image of images) {
    status = Math.max(status, await verifyOne(image, options));
  }
  return status;
}

async function verifyOne(image: string, options: ReadingOptions): Promise<number> {
  let verification: Verification;
  try {
    verification = await verificationOf(image, options);
  } catch (error) {
    const ending = endingOf(error, image);
    complain(ending.line);
    return ending.status;
  }
  await print(options.json ? jsonLine(image, verification) : text(image, verification, await colours()));
  return verification.verdict === "accept" ? YES : NO;
}

/** Verifies one image; throws for what is no matter of its content (a missing file, an unsupported format). */
export async function verificationOf(image: string, options: ReadingOptions): Promise<Verification> {
  const input = openInput(image);
  try {
    return await feed(input, verifyImage(openOptions(options)), options);
  } finally {
    input.close();
  }
}

function jsonLine(image: string, { edition, container, verdict, findings, notChecked }: Verification): string {
  const plain = findings.map(({ code, req, level, at, path, found, wanted }) => ({
    code,
    req,
    level,
    at,
    path,
    found,
    wanted,
  }));
  return `${JSON.stringify({ image, edition, container, verdict, findings: plain, notChecked })}\n`;
}

function text(image: string, verification: Verification, colour: Colours): string {
  const { edition, container, verdict, findings, notChecked, octets } = verification;
  const name = nameOf(image);
  const lines = fewAlike(findings).map((item) => {
    if ("more" in item) return `${name}: ${item.more} more of ${item.code}, listed by --json`;
    const breach = item.level === "MUST";
    return `${name}: ${findingText(item, breach ? colour.red("rejected") : colour.yellow("departs"))}`;
  });
  const first = findings.find(({ level }) => level === "MUST");
  if (first !== undefined) lines.push(`${name}: next: ${adviceText(first, image)}`);
  if (verdict === "accept") {
    const kind = kindText(edition, container);
    lines.push(`${name}: ${colour.green("accepted")}: ${kind}, ${octetsText(octets)}`);
  }
  if (notChecked.length > 0 && verdict === "accept") {
    lines.push(`${name}: not checked without --deep: ${notChecked.join(" ")}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function fewAlike(findings: readonly Finding[]): (Finding | { code: string; more: number })[] {
  const seen = new Map<string, number>();
  const shown = findings.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= ALIKE;
  });
  const cut = [...seen].filter(([, count]) => count > ALIKE);
  return [...shown, ...cut.map(([code, count]) => ({ code, more: count - ALIKE }))];
}
