/** Holds a stream of events against the rules and keeps the facts that rules ask for. */

import { sha256 } from "../codecs/sha256.ts";
import { absorb } from "./absorb.ts";
import { type CodecEdition, NEWEST } from "./edition.ts";
import type { Event, Pages, RecordBody, RecordHead } from "./events.ts";
import { Facts } from "./facts.ts";
import { UnsupportedError } from "./fault.ts";
import { Judge } from "./judge.ts";
import { profileOf } from "./profile.ts";
import type { AnyRule } from "./rule.ts";
import { type Choices, type Context, LIBXL, NOTAB, RECORD, type Role } from "./vocabulary.ts";

/** Who examines what, and how deep. `deep`: page contents are looked at as well. */
export type Examination = {
  readonly role: Role;
  /** The edition whose role is played; undefined: the one that the image's version names. */
  readonly edition: CodecEdition | undefined;
  readonly context: Context;
  readonly choices: Choices;
  readonly deep: boolean;
  readonly rules: readonly AnyRule[];
  /** SHA-256 of a page, by somebody who may know it already. */
  readonly digest?: ((page: Uint8Array) => Uint8Array) | undefined;
};

/** Octets of contents that are kept for deltas. */
const CONTENTS_LIMIT = 2 ** 30;
const WORD_DELTA = 1n << 1n;

function announcesDeltas({ head }: RecordBody, { requires }: Facts): boolean {
  return head.type === RECORD.REQUIRES && requires !== undefined && (requires.codecs & WORD_DELTA) !== 0n;
}

const shallows = new WeakMap<readonly AnyRule[], readonly AnyRule[]>();

/** The rules that do without contents of pages; the same list for the same rules, since judges remember what they select of a list. */
function shallow(rules: readonly AnyRule[]): readonly AnyRule[] {
  const known = shallows.get(rules) ?? rules.filter((rule) => rule.deep !== true);
  shallows.set(rules, known);
  return known;
}

export class Examiner {
  readonly facts: Facts;
  readonly judge: Judge;
  private readonly deep: boolean;
  private readonly byContent: boolean;
  private readonly keepsContents: boolean;
  private readonly digest: (page: Uint8Array) => Uint8Array;

  constructor({ role, edition, context, choices, deep, rules, digest = sha256 }: Examination) {
    this.deep = deep;
    this.digest = digest;
    this.keepsContents = deep || role === "reader";
    this.byContent = edition === undefined;
    this.facts = new Facts(edition ?? NEWEST, context);
    this.judge = new Judge(deep ? rules : shallow(rules), role, choices, this.facts);
  }

  /** Judges one event and takes it into the facts. A Reader's FormatError comes from here. */
  examine(event: Event): void {
    const { facts, judge } = this;
    if (event.kind === "image-header") {
      facts.edition = event.subject.edition;
      if (this.byContent) facts.asked = facts.edition;
    }
    if (event.kind === "legacy" && event.subject.part === "start") facts.legacy = { size: 0, compression: false };
    if (event.kind === "body") judge.considerBody(event.subject);
    if (event.kind === "record") judge.considerHead(event.subject);
    else judge.consider(event.kind, event.subject as never);
    if (event.kind === "record-end") this.complete(event.subject);
    if (event.kind === "pages" && this.deep) this.pages(event.subject);
    if (event.kind === "pages" && facts.contents !== undefined) this.keep(event.subject, facts.contents);
    const commits = facts.commits;
    absorb(event, facts);
    if (event.kind === "body" && this.keepsContents && announcesDeltas(event.subject, facts))
      facts.contents ??= new Map();
    if (event.kind === "record-end" && (facts.checkpoints > 0 || commits !== facts.commits))
      this.afterCommit(event.subject, commits);
  }

  /** At END and CHECKPOINT everything of a consistent state should have been said. */
  private complete({ layer, type, at, index }: RecordHead): void {
    const { facts, judge } = this;
    if (layer !== "image" || (type !== RECORD.END && type !== profileOf(facts.edition).checkpoint)) return;
    if (type === RECORD.END && facts.commits > 0) return;
    judge.consider("state", { at, index, by: type === RECORD.END ? "END" : "CHECKPOINT" });
  }

  /** From the first commit on a Reader's faults wait for the next (CKPT-014): the image's for CHECKPOINT, libxl's for CHECKPOINT_END. */
  private afterCommit({ layer, type }: RecordHead, commits: number): void {
    const { facts, judge } = this;
    const settles =
      (layer === "image" && type === RECORD.CHECKPOINT) || (layer === "libxl" && type === LIBXL.CHECKPOINT_END);
    if (settles && facts.imageState !== "after") judge.settle();
    if (facts.commits !== commits) judge.deferring = true;
  }

  /** Contents that a delta may be against. Throws UnsupportedError for more than 1 GiB of them. */
  private keep({ list, first, octets }: Pages, contents: Map<number, Uint8Array>): void {
    if (this.facts.verifying) return;
    const { pageSize } = list;
    for (let page = 0; page * pageSize < octets.length; page++) {
      const entry = list.withData[first + page] as number;
      const pfn = list.pfns[entry] as number;
      if (list.types[entry] !== NOTAB) contents.delete(pfn);
      else if (contents.size * pageSize < CONTENTS_LIMIT || contents.has(pfn))
        contents.set(pfn, octets.slice(page * pageSize, (page + 1) * pageSize));
      else throw new UnsupportedError("codec word-delta over more than 1 GiB of memory");
    }
  }

  private pages({ list, at, first, octets }: Pages): void {
    const { facts, judge } = this;
    const { pageSize } = list;
    for (let page = 0; page * pageSize < octets.length; page++) {
      const entry = list.withData[first + page] as number;
      const pfn = list.pfns[entry] as number;
      const contents = octets.subarray(page * pageSize, (page + 1) * pageSize);
      const digest = this.digest(contents);
      judge.consider("page", {
        at: at + page * pageSize,
        pfn,
        type: list.types[entry] as number,
        octets: contents,
        digest,
      });
      if (!facts.verifying) facts.pages.setDigest(pfn, digest);
    }
  }
}
