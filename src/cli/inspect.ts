import { type Consumer, type Inspection, inspectImage, memorySurvey } from "../containers/index.ts";
import { adviceText } from "./advice.ts";
import { CommandError, endingOf, NO, nameOf, YES } from "./ending.ts";
import { recordInto } from "./extract.ts";
import { feed } from "./feed.ts";
import { findingText } from "./finding-text.ts";
import { openInput } from "./input.ts";
import { hexDump, type Span, spanOctets, spanOf } from "./inspect/hex.ts";
import { recordPlace } from "./inspect/outline.ts";
import { recordText } from "./inspect/record.ts";
import { inspectionTable } from "./inspect/table.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";
import { complain, isTerminal, print, type Screen, screen } from "./terminal.ts";

/** The options of `dsi inspect`: how to read, and one way to show what was read. */
export interface InspectOptions extends ReadingOptions {
  readonly tree?: boolean;
  readonly map?: boolean;
  readonly hex?: string;
  readonly record?: string;
  readonly extract?: string;
  readonly jsonl?: boolean;
  /** In a browser of this computer; the port, or nothing for any that is free. */
  readonly web?: boolean | number;
}

const WAYS = ["tree", "map", "hex", "record", "extract", "json", "jsonl", "web"] as const;

/** `dsi inspect IMAGE...`: layers and records of each image in the order they lie, up to where it breaks, in one of several ways. */
export async function inspect(images: readonly string[], options: InspectOptions): Promise<number> {
  const [way, another] = WAYS.filter((name) => options[name] !== undefined);
  if (another !== undefined) throw new CommandError(`--${way} and --${another} are two ways to show it: take one`);
  if (options.web !== undefined) {
    const { inspectInBrowser } = await import("./inspect/web.ts");
    return await inspectInBrowser(images, typeof options.web === "number" ? options.web : 0);
  }
  if (options.extract !== undefined) return await extractOne(images, options.extract, options);
  const shown = await screen();
  let status = YES;
  for (const image of images) status = Math.max(status, await inspectOne(image, images.length > 1, options, shown));
  return status;
}

async function inspectOne(image: string, several: boolean, options: InspectOptions, shown: Screen): Promise<number> {
  try {
    if (several && !options.json && !options.jsonl) await print(`${shown.colour.bold(nameOf(image))}\n`);
    const fault = await show(image, options, shown);
    if (fault === undefined) return YES;
    complain(`${nameOf(image)}: ${findingText(fault, "rejected")}`);
    if (!options.json && !options.jsonl) complain(`next: ${adviceText(fault, image)}`);
    return NO;
  } catch (error) {
    const ending = endingOf(error, image);
    complain(ending.line);
    return ending.status;
  }
}

/** Prints what was asked for; returns why the image could not be read to its end. */
async function show(image: string, options: InspectOptions, shown: Screen): Promise<Inspection["fault"]> {
  if (options.map) {
    const survey = await consume(image, memorySurvey(openOptions(options)), options);
    await print((await import("./inspect/map.ts")).memoryMap(survey, shown));
    return survey.fault;
  }
  if (options.jsonl) return (await import("./inspect/lines.ts")).inspectionLines(image, options);
  const wanted = options.hex ?? (options.record === undefined ? undefined : recordId(options.record));
  if (wanted !== undefined) return await showOctets(image, wanted, options, shown);
  const inspection = await consume(image, inspectImage(openOptions(options)), options);
  const { edition, container, layers, records, fault } = inspection;
  if (options.json) {
    const broken = fault === undefined ? {} : { "x-fault": fault };
    await print(`${JSON.stringify({ edition, container, layers, records, ...broken })}\n`);
  } else if (options.tree) await print((await import("./inspect/tree.ts")).inspectionTree(inspection, shown));
  else await print(inspectionTable(inspection, shown));
  return fault;
}

/** Octets of a range or a record, which are taken in a second pass, once it is known where they are. */
async function showOctets(image: string, wanted: string, options: InspectOptions, shown: Screen) {
  const inspector = inspectImage(openOptions(options));
  let inspection: Inspection | undefined;
  let span: Span | undefined;
  let octets: Uint8Array | undefined;
  const second = (of: Span): Consumer<Inspection> => {
    const taking = spanOctets(of);
    return {
      push: (chunk) => taking.push(chunk),
      done: () => taking.done?.() ?? false,
      end() {
        octets = taking.end();
        return inspection as Inspection;
      },
    };
  };
  const first: Consumer<Inspection> = {
    push: (chunk) => inspector.push(chunk),
    done: () => inspector.done?.() ?? false,
    end() {
      inspection = inspector.end();
      span = spanOf(wanted, inspection);
      return inspection;
    },
    secondPass: () => second(span as Span),
  };
  const found = await consume(image, first, { ...options, deep: true });
  if (!span || !octets || octets.length === 0) throw new CommandError(`ends before ${wanted}`, NO);
  const text =
    options.record === undefined ? hexDump(octets, span, found, shown) : recordText(wanted, octets, span, found, shown);
  await print(text);
  return found.fault;
}

async function consume<T>(image: string, consumer: Consumer<T>, options: ReadingOptions): Promise<T> {
  const input = openInput(image);
  try {
    return await feed(input, consumer, options);
  } finally {
    input.close();
  }
}

/** The name of a record, of which a number alone means one of the image. */
function recordId(text: string): string {
  recordPlace(text);
  return /^\d+$/.test(text) ? `rec[${Number(text)}]` : text;
}

async function extractOne(images: readonly string[], record: string, options: InspectOptions): Promise<number> {
  const [image, ...more] = images;
  if (image === undefined || more.length > 0) throw new CommandError("--extract takes one image");
  if (isTerminal(1)) {
    throw new CommandError(`--extract writes octets: send them on, or look at them with --hex '${recordId(record)}'`);
  }
  return await recordInto(image, recordPlace(record), "-", options);
}
