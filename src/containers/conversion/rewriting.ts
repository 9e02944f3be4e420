/** An image written anew, record by record: in another edition, with other sums, or its page data under another codec. */

import type { CodecEdition } from "../../format/edition.ts";
import type { DomainHeader, Event, ImageHeader, RecordBody, RecordHead } from "../../format/events.ts";
import type { Facts } from "../../format/facts.ts";
import { bringsPages, RECORD } from "../../format/vocabulary.ts";
import type { ConversionTarget } from "./convert.ts";
import type { ImageBody } from "./image.ts";
import { type Checks, ImageOutput, NO_CHECKS } from "./image-output.ts";
import type { Put } from "./layers.ts";
import { p2mWindows } from "./p2m-windows.ts";
import { type PageRecords, pagesAsTheyCome, pagesInBatches } from "./page-records.ts";
import { type RecordPlan, recordPlan } from "./records.ts";
import { requiresAnew, requiresOf } from "./requirements.ts";

/** The image that is converted, as its headers tell it; `own` are its sums. */
export type Original = {
  readonly from: CodecEdition;
  readonly header: ImageHeader;
  readonly domain: DomainHeader;
  readonly facts: Facts;
  readonly own: Checks;
};

/** What becomes of the record that is being told. */
type Fate = "dropped" | "body" | "pages" | "compressed" | "requires" | "window";

export class Rewriting implements ImageBody {
  private readonly target: ConversionTarget;
  private readonly from: CodecEdition;
  private readonly out: ImageOutput;
  private readonly plan: RecordPlan;
  private readonly windows: ReturnType<typeof p2mWindows>;
  private readonly asTheyCome: PageRecords;
  private batches: PageRecords;
  /** Who took page data last: it may hold some back. */
  private pages: PageRecords;
  private readonly pageSize: number;
  private fate: Fate = "dropped";

  constructor(target: ConversionTarget, { from, header, domain, facts, own }: Original, put: Put) {
    const { edition, codec, checks } = target;
    const { type, pageShift, xenMajor, xenMinor, arch } = domain;
    this.target = target;
    this.from = from;
    this.out = new ImageOutput(edition, put);
    this.plan = recordPlan(from, edition);
    this.windows = p2mWindows(this.out);
    this.pageSize = 2 ** pageShift;
    this.asTheyCome = pagesAsTheyCome(this.out);
    this.batches = pagesInBatches(this.out, this.pageSize, codec ?? "none");
    this.pages = this.asTheyCome;
    const said = { type, pageShift, xenMajor, xenMinor, ...(arch === undefined ? {} : { arch }) };
    this.out.begin(said, header.isBe, checks ?? (from === edition ? own : NO_CHECKS));
    if (edition === "v4-draft" && from !== edition)
      this.out.whole(RECORD.REQUIRES, requiresOf(facts.kind as "pv" | "hvm", facts.checkpointed, codec, header.isBe));
  }

  take(event: Event): void {
    const { fate, out } = this;
    switch (event.kind) {
      case "record":
        this.record(event.subject);
        break;
      case "compressed":
        if (fate === "compressed") out.whole(event.subject.head.type, event.subject.octets);
        break;
      case "page-list":
        if (fate === "pages") this.pages.entries(event.subject);
        break;
      case "pages":
        if (fate === "pages") this.pages.contents(event.subject);
        break;
      case "body":
        this.body(event.subject);
        break;
      case "chunk":
        if (fate === "body") out.add(event.subject.octets);
        break;
      case "record-end":
        if (fate === "body") out.close();
        if (fate === "pages") this.pages.recordEnd();
        break;
    }
  }

  private record(head: RecordHead): void {
    const { before, keep } = this.plan.decide(head);
    const { type } = head;
    const fate = this.fateOf(type, keep);
    const pages = type === RECORD.PAGE_DATA && !this.compresses ? this.asTheyCome : this.batches;
    if (fate !== "pages" || pages !== this.pages) this.pages.flush();
    if (fate !== "window") this.windows.flush();
    for (const missing of before) this.out.whole(missing);
    if (fate === "pages") this.pages = pages;
    if (fate === "body") this.out.open(type, head.length);
    // What follows is compared and not applied: it is no base for a delta.
    if (type === RECORD.VERIFY && this.target.codec === "word-delta")
      this.batches = pagesInBatches(this.out, this.pageSize, "none");
    this.fate = fate;
  }

  private get compresses(): boolean {
    const { codec } = this.target;
    return codec !== undefined && codec !== "none";
  }

  private fateOf(type: number, keep: boolean): Fate {
    const { codec, edition } = this.target;
    if (edition === "v4-draft") {
      if (type === RECORD.REQUIRES) return "requires";
      if (type === RECORD.PAGE_DATA_COMPRESSED && codec === undefined) return "compressed";
    } else if (this.from === "v4-draft" && type === RECORD.X86_PV_P2M_FRAMES) return "window";
    if (bringsPages(type)) return "pages";
    return keep ? "body" : "dropped";
  }

  private body({ head, octets }: RecordBody): void {
    const { fate, out, target } = this;
    if (fate === "body") out.add(octets);
    else if (fate === "window") this.windows.take(octets);
    else if (fate === "requires")
      out.whole(head.type, target.codec === undefined ? octets : requiresAnew(octets, target.codec, out.isBe));
  }
}
