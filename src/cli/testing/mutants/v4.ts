/** Mutants of kind `replace` that read version 4 (spec 18 to 20). */

import { CODEC } from "../../../codecs/page-codecs.ts";
import { allRules } from "../../../containers/rules.ts";
import { isZeroPage } from "../../../format/compressed-pages.ts";
import type { CompressedBody } from "../../../format/events.ts";
import { readItems } from "../../../format/requires.ts";
import { type AnyRule, bodyRule, type Rule, rule, type Subjects } from "../../../format/rule.ts";
import { isOptional, RECORD } from "../../../format/vocabulary.ts";
import { codec, type Implementation, withReport } from "./bench.ts";
import { headersOf, isBare, isVersion4, joined } from "./records.ts";

/** A rule that never reports, but may change what the codec keeps. */
function watching<K extends keyof Subjects>(on: K, watch: Rule<K>["check"]): AnyRule {
  return rule("image-marker", on, watch);
}

/** The codec with other digests of pages: `page` is told of each, and of the compressed body that it came out of. */
function restoring(
  page: (subject: Subjects["page"], digest: Uint8Array, body?: CompressedBody) => void,
): Implementation {
  return (ready) => {
    let body: CompressedBody | undefined;
    const taps = [
      watching("record", () => {
        body = undefined;
      }),
      watching("compressed", (subject) => {
        body = subject;
      }),
      watching("page", (subject) => {
        if (subject.digest !== undefined) page(subject, subject.digest, body);
      }),
    ];
    return codec([...allRules, ...taps])(ready);
  };
}

/** Whether one of the entries for a pfn stands for a page of zeros. */
function saysZeros(body: CompressedBody, pfn: number): boolean {
  const data = new DataView(body.octets.buffer, body.octets.byteOffset);
  return Array.from({ length: body.count }, (_, entry) => entry).some(
    (entry) =>
      isZeroPage(body, entry) && data.getUint32(16 + 8 * entry + (body.head.isBe ? 4 : 0), !body.head.isBe) === pfn,
  );
}

/** The codec, which restores a second image as well: it does not notice where one begins, nor what is wrong from there on. */
function takingBoth(code: AnyRule["code"]): Implementation {
  return (ready) => {
    let second = false;
    const rules = allRules.map((one) => {
      const check = one.check as Rule["check"];
      const deaf: Rule["check"] = (subject, facts, report) =>
        check(subject, facts, (...found) => {
          if (one.code === code) second = true;
          else if (!second) report(...found);
        });
      return { ...one, check: deaf } as AnyRule;
    });
    return codec(rules)(ready);
  };
}

const SUMS: readonly string[] = ["check-sum", "digest-sum"];

/** Implementations by the id of their file in conformance/mutants. */
export const v4Readers: Readonly<Record<string, Implementation>> = {
  "sum-007-looks-for-a-trailer": (ready) => {
    const { octets } = ready;
    const summed = isBare(octets) && isVersion4(octets) && octets[35] !== 0;
    if (!summed) return codec()(ready);
    const behind = headersOf(octets);
    return codec()({ ...ready, octets: joined([octets.subarray(0, behind), octets.subarray(behind + 8)]) });
  },
  "sum-008-rejects-at-once": (ready) => {
    let committed = false;
    let wrong = false;
    const tap = watching("record", (_, facts) => {
      committed = facts.commits > 0;
    });
    const faults = allRules.map((one) =>
      withReport(one, (code) => {
        if (committed && SUMS.includes(code)) wrong = true;
      }),
    );
    const answer = codec([tap, ...faults])(ready);
    return wrong ? { accepted: false } : answer;
  },
  "zip-011-leaves-the-buffer": (ready) => {
    const before = new Uint8Array(32);
    return restoring(({ pfn }, digest, body) => {
      if (body !== undefined && saysZeros(body, pfn)) digest.set(before);
      else before.set(digest);
    })(ready);
  },
  "zip-026-keeps-the-base": (ready) => {
    const bases = new Map<number, Uint8Array>();
    return restoring(({ pfn }, digest, body) => {
      const base = bases.get(pfn);
      if (body?.codec === CODEC["word-delta"] && base !== undefined) digest.set(base);
      bases.set(pfn, digest.slice());
    })(ready);
  },
  "lxl-019-takes-both-images": takingBoth("libxl-image-repeated"),
  "lxl-020-takes-both-images": takingBoth("libxl-image-repeated"),
  "xpd-015-takes-both-images": takingBoth("xenopsd-image-repeated"),
  "xpd-016-takes-both-images": takingBoth("xenopsd-image-repeated"),
  "cap-011-rejects-optional-item": codec([
    ...allRules,
    bodyRule(RECORD.REQUIRES, "requires-tag", ({ head, at, octets }, _, report) => {
      for (const { tag } of readItems(octets, head.isBe).items)
        if (isOptional(tag)) report(at, "items", tag, "a tag that is given out");
    }),
  ]),
};
