/** Drives the decoders over an input that arrives in pieces: finds the container, holds every event against the rules. */

import { CODEC_EDITIONS, type CodecEdition, type Edition, editionOf, NEWEST } from "../format/edition.ts";
import type { Event } from "../format/events.ts";
import { Examiner } from "../format/examiner.ts";
import { UnsupportedError } from "../format/fault.ts";
import { decodeImage } from "../format/image-decoder.ts";
import { XENF } from "../format/image-header.ts";
import { Input, type Steps } from "../format/input.ts";
import type { LegacyKind } from "../format/legacy/parts.ts";
import { decodeLegacy } from "../format/legacy/stream.ts";
import type { AnyRule, StartInfoPage } from "../format/rule.ts";
import { startInfoPfn } from "../format/vcpu-records.ts";
import {
  type Choices,
  type Context,
  NOTAB,
  PAGE_SIZE,
  plainContext,
  RECORD,
  type Role,
  referenceChoices,
} from "../format/vocabulary.ts";
import { decodeBackChannel } from "./back-channel.ts";
import { announcesLegacy, DETECTION_LENGTH, detect } from "./detect.ts";
import { decodeLibvirtHeader } from "./libvirt-save-file.ts";
import { decodeLibxl } from "./libxl-stream.ts";
import { allRules, rulesOn } from "./rules.ts";
import { decodeSuspendImage } from "./xenopsd-suspend-image.ts";
import { decodeXlHeader } from "./xl-save-file.ts";

/** How an input is to be read. Without `edition` its own version decides. */
export type OpenOptions = {
  readonly edition?: Edition;
  readonly context?: Context;
  readonly choices?: Partial<Choices>;
  /** What a legacy stream holds, where it does not tell itself: one of a PV domain without extended information. */
  readonly guest?: LegacyKind;
  /** Look at page contents as well: page tables, VERIFY, start_info. */
  readonly deep?: boolean;
  /** `false`: frames of compressed pages are left closed. */
  readonly frames?: false;
  /** `false`: nobody hears of the contents of pages, which may then be passed over where no sum covers them. */
  readonly contents?: false;
  /** `false`: sums are not computed, and none is found wrong. */
  readonly sums?: false;
  /** SHA-256 of a page, for those who look at the same pages many times and remember it. */
  readonly digest?: (page: Uint8Array) => Uint8Array;
  /** Another table of rules; for tests that take one away. */
  readonly rules?: readonly AnyRule[];
};

/** Takes octets in pieces of any size and comes to a result. FormatError and UnsupportedError come out of `push` and `end`. */
export type Consumer<T> = {
  push(octets: Uint8Array): void;
  end(): T;
  /** How many of the next octets have no bearing on the result: who can seek may pass over as many, or fewer, and says so by `passOver`. */
  overlooked?(): number;
  passOver?(octets: number): void;
  /** Whether nothing more is wanted of the input: what it is can be told, whatever else comes. */
  done?(): boolean;
  /** After `end`: a consumer that wants to see the same octets once more and has the better result, if there is one to be had. */
  secondPass?(): Consumer<T> | undefined;
};

/** The edition, where this codec reads and writes it; throws UnsupportedError for the others. */
export function codecEdition(edition: Edition): CodecEdition {
  const found = CODEC_EDITIONS.find((known) => known === edition);
  if (found !== undefined) return found;
  throw new UnsupportedError(`edition ${edition}`);
}

/** Ends the decoding where nothing sensible can be read any more. */
const STOPPED = new Error("stopped");

/** The wrappers around an image, outermost first. */
export type Container = "xl" | "libvirt" | "xenopsd" | "libxl";

export class Session {
  readonly examiner: Examiner;
  readonly container: Container[] = [];
  readonly input: Input;
  /** Whether nothing more is wanted of the input. */
  done = false;
  private readonly options: OpenOptions;
  private readonly role: Role;
  private readonly context: Context;
  private readonly listener: (event: Event) => void;
  private readonly steps: Steps<void>;

  constructor(options: OpenOptions, role: Role, listener: (event: Event) => void) {
    const { choices, deep = false, rules = allRules } = options;
    const { edition: named } = options;
    const edition = named === undefined || named === "legacy" ? undefined : codecEdition(named);
    this.options = options;
    this.role = role;
    this.context = options.context ?? plainContext;
    this.listener = listener;
    this.examiner = new Examiner({
      role,
      edition,
      context: this.context,
      choices: { ...referenceChoices, ...choices },
      deep,
      rules: rulesOn(this.context.channel, rules),
      digest: options.digest,
    });
    const { facts } = this.examiner;
    this.input = new Input((event) => this.take(event), {
      type: (pfn) => facts.pages.type(pfn),
      contents: (pfn) => facts.contents?.get(pfn),
      frames: options.frames !== false,
      heard: options.contents !== false,
      summed: options.sums !== false,
    });
    this.steps = this.decode();
  }

  push(octets: Uint8Array): void {
    if (this.done || octets.length === 0) return;
    this.input.push(octets);
    this.drive();
  }

  /** Octets that need not be pushed (`Consumer.overlooked`). */
  get overlooked(): number {
    return this.done ? 0 : this.input.overlooked;
  }

  passOver(octets: number): void {
    this.input.passOver(octets);
    if (this.input.overlooked === 0) this.drive();
  }

  /** Tells that the input is over. */
  finish(): void {
    this.input.ended = true;
    this.drive();
  }

  /** The edition of the image; null where there is no image to take it from. */
  get edition(): Edition | null {
    const { image, edition, legacy } = this.examiner.facts;
    if (legacy !== undefined) return legacy.size > 0 ? "legacy" : null;
    return image !== undefined && image.id === XENF && image.marker.every((octet) => octet === 0xff) ? edition : null;
  }

  private drive(): void {
    if (this.done) return;
    try {
      if (this.steps.next().done === true) this.done = true;
    } catch (error) {
      if (error !== STOPPED) throw error;
      this.done = true;
      if (this.examiner.judge.broke)
        this.hear({ kind: "broken", subject: { at: this.input.at, layer: "image", inside: "body" } });
    }
  }

  private take(event: Event): void {
    this.hear(event);
    if (this.examiner.judge.stopped || this.examiner.judge.broke) throw STOPPED;
  }

  private hear(event: Event): void {
    this.examiner.examine(event);
    this.listener(event);
  }

  private *decode(): Steps<void> {
    if (!(yield* this.outermost())) return;
    const { at } = this.input;
    this.input.tell({ kind: "end", subject: { at } });
    if (this.role === "reader") return;
    const octets = yield* this.input.peek(8);
    if (octets.length > 0) this.input.tell({ kind: "trailing", subject: { at, octets } });
  }

  private *outermost(): Steps<boolean> {
    const { input, context } = this;
    const { edition, deep = false } = this.options;
    const asked = edition === undefined ? byContent : () => codecEdition(edition);
    if (edition === "draft-b") return yield* decodeImage(input, { asked });
    if (context.channel === "back") return yield* decodeBackChannel(input);
    const start = yield* input.peek(DETECTION_LENGTH);
    const found = detect(start);
    if (found.kind === "unsupported" && edition === undefined) throw new UnsupportedError(found.what);
    const inside = found.kind === "legacy" || (found.kind === "xl" && announcesLegacy(start));
    if (edition === "legacy" || (edition === undefined && inside)) return yield* this.legacy(found.kind === "xl", deep);
    if (found.kind === "image" || found.kind === "legacy" || found.kind === "unsupported")
      return yield* decodeImage(input, { asked });
    const within = edition === undefined ? contained : asked;
    if (found.kind !== "libxl") this.container.push(found.kind);
    if (found.kind === "xenopsd") return yield* decodeSuspendImage(input, within);
    if (found.kind === "xl" && !(yield* decodeXlHeader(input))) return false;
    if (found.kind === "libvirt" && !(yield* decodeLibvirtHeader(input))) return false;
    this.container.push("libxl");
    return yield* decodeLibxl(input, context, within);
  }

  /** A legacy stream, bare or behind the header of an xl save file. */
  private *legacy(inXl: boolean, contents: boolean): Steps<boolean> {
    const { input, context } = this;
    input.tell({ kind: "legacy", subject: { part: "start", at: input.at } });
    if (inXl) {
      this.container.push("xl");
      if (!(yield* decodeXlHeader(input))) return false;
    }
    return yield* decodeLegacy(input, { context, contents, kind: context.target?.kind ?? this.options.guest });
  }
}

/** The edition of an image by its version, where nobody asks for one. */
const byContent = (version: number) => editionOf(version) ?? NEWEST;

/** The same inside a container, in which no image of the proposal of 2014 stands (spec 16). */
const contained = (version: number) => (byContent(version) === "draft-b" ? NEWEST : byContent(version));

/**
 * The second look at an image of a PV domain: its start_info page can be told only once the last vCPU record has come, so its contents are
 * looked for in a pass of their own (PV-040). `settle` is called once the page has been judged.
 */
export function startInfoPass<T>(
  first: Session,
  options: OpenOptions,
  settle: (judged: boolean) => T,
): Consumer<T> | undefined {
  const { facts, judge } = first.examiner;
  if (facts.legacy !== undefined) return undefined;
  const place = options.deep === true ? startInfoPfn(facts) : undefined;
  if (place === undefined || facts.pages.type(place.pfn) !== NOTAB) return undefined;
  let latest: StartInfoPage | undefined;
  let committed: StartInfoPage | undefined;
  const second = new Session({ ...options, deep: false, rules: [] }, "reader", (event) => {
    if (event.kind === "pages") latest = pageIn(event.subject, place.pfn) ?? latest;
    if (event.kind === "record-end" && event.subject.layer === "image" && event.subject.type === RECORD.CHECKPOINT)
      committed = latest;
  });
  return {
    push: (octets) => second.push(octets),
    end() {
      second.finish();
      const page = facts.commits > 0 ? committed : latest;
      if (page !== undefined) {
        judge.deferring = false;
        judge.consider("start-info", { ...page, basic: place.basic });
      }
      return settle(page !== undefined);
    },
  };
}

/** The last contents of `pfn` among some pages, copied. */
function pageIn(
  { list, at, first, octets }: Extract<Event, { kind: "pages" }>["subject"],
  pfn: number,
): StartInfoPage | undefined {
  for (let page = octets.length / PAGE_SIZE - 1; page >= 0; page--) {
    if (list.pfns[list.withData[first + page] as number] !== pfn) continue;
    return { at: at + page * PAGE_SIZE, pfn, octets: octets.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) };
  }
  return undefined;
}
