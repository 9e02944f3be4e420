/** A survey of an image: its headers, what a Reader restores from it, its records by kind, and every page by its pfn. */

import { sha256Stream } from "../codecs/sha256.ts";
import type { Event, RecordHead } from "../format/events.ts";
import type { PageMap } from "../format/page-map.ts";
import { isDefined, recordName } from "../format/profile.ts";
import type { State } from "../format/state.ts";
import { StateBuilder } from "../format/state-builder.ts";
import { bringsPages } from "../format/vocabulary.ts";
import { type InspectedLayer, LayerList } from "./layers.ts";
import { type Consumer, type OpenOptions, Session } from "./session.ts";

/** Records of one kind: how many, and of those that the edition does not define the digest of their bodies. */
export type RecordTally = { readonly count: number; readonly sha256?: string };

export type Survey = {
  readonly state: State;
  readonly layers: readonly InspectedLayer[];
  /** By name. Not those of page data: how pages are batched says nothing of them. */
  readonly records: ReadonlyMap<string, RecordTally>;
  readonly pages: PageMap;
};

/**
 * Surveys one input as a Reader of it. Memory grows with the pages that have contents, by a digest of 32 octets for each. Throws
 * FormatError where a Reader has to reject it. There is no survey of a back channel.
 */
export function surveyImage(options: OpenOptions): Consumer<Survey> {
  const layers = new LayerList();
  const tally = new Tally();
  const session: Session = new Session({ ...options, deep: true }, "reader", (event) => {
    builder.take(event);
    layers.take(event);
    tally.take(event, session);
  });
  const { facts } = session.examiner;
  const builder = new StateBuilder(facts);
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      const state = builder.state(session.container);
      return { state, layers: layers.list, records: tally.records(), pages: facts.pages };
    },
  };
}

class Tally {
  private readonly counts = new Map<string, number>();
  private readonly bodies = new Map<string, ReturnType<typeof sha256Stream>>();

  take(event: Event, { examiner: { facts } }: Session): void {
    if (event.kind === "record") {
      const { layer, type } = event.subject;
      if (layer === "image" && bringsPages(type)) return;
      const name = nameOf(event.subject, facts.edition);
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      if (!isDefined(layer, type, facts.edition) && !this.bodies.has(name)) this.bodies.set(name, sha256Stream());
    }
    if (event.kind === "chunk")
      this.bodies.get(nameOf(event.subject.head, facts.edition))?.update(event.subject.octets);
  }

  records(): Map<string, RecordTally> {
    return new Map(
      [...this.counts].map(([name, count]) => {
        const body = this.bodies.get(name);
        return [name, body === undefined ? { count } : { count, sha256: body.hex() }];
      }),
    );
  }
}

function nameOf({ layer, type }: RecordHead, edition: Parameters<typeof recordName>[2]): string {
  return `${layer === "libxl" ? "libxl " : ""}${recordName(layer, type, edition)}`;
}
