import { type CodecName, type Edition, UnsupportedError } from "../containers/index.ts";
import type { SaveReport } from "../hypervisor/index.ts";
import { warmUp } from "./carry-on.ts";
import { checksOf } from "./checksum-option.ts";
import { writeOutput } from "./output.ts";
import { domainOf, withBackend } from "./place.ts";
import { octetsText } from "./reading.ts";
import { hurryText, roundTeller, speedText } from "./round-text.ts";
import { complain } from "./terminal.ts";

/** The options of `dsi save`. Ticks are interrupts of the guest's timer, 100 a second of its time. */
export interface SaveOptions {
  /** v3 for domains of Xen, v4-draft for others. */
  readonly edition?: Edition;
  /** What is around the image of a domain of Xen; a file of xl where nothing is said. */
  readonly container?: "none" | "xl";
  readonly codec?: CodecName;
  readonly checksum?: string;
  readonly live?: boolean;
  readonly after: number;
}

/** Rounds with the guest running at most, and what is little enough to be sent with the guest paused: 1 MiB. */
const LIVE = { maxRounds: 8, maxDirty: 256 };

/** `dsi save URI OUT`: starts a guest, lets it run, and writes its image; a domain of Xen runs already, and has suspended when it is saved. What it says goes to standard error: OUT may be standard output. */
export function save(uri: string, out: string, options: SaveOptions): Promise<number> {
  const { live, after } = options;
  return withBackend(uri, async (backend, place) => {
    const { ramPages, saveDomain } = await import("../hypervisor/index.ts");
    const isXen = place.scheme === "xen";
    const how = imageOptions(options, isXen);
    const domain = await domainOf(place, backend);
    if (!isXen) await warmUp(uri, place, backend, domain, after);
    // How much memory a domain of Xen has is found out while it is saved.
    const teller = roundTeller(uri, isXen ? undefined : ramPages(domain.machine));
    const { onPages } = teller;
    const hears = live ? { ...teller, live: LIVE } : { onPages };
    let report: SaveReport | undefined;
    const begun = performance.now();
    try {
      if (live) await domain.resume();
      await writeOutput(out, async (write) => {
        report = await saveDomain(domain, write, { ...how, ...hears });
      });
    } finally {
      teller.stop();
    }
    if (isXen) complain(`${uri} has suspended: xl destroy ${domain.id} ends it`);
    else if (how.edition === "v3")
      complain(`${out} has memory and registers, and nothing of the devices: v3 has no place for them`);
    if (report !== undefined) complain(endText(out, report, performance.now() - begun));
    return 0;
  });
}

function imageOptions({ edition: wanted, container, codec, checksum }: SaveOptions, isXen: boolean) {
  const edition = wanted ?? (isXen ? "v3" : "v4-draft");
  if (edition !== "v3" && edition !== "v4-draft") throw new UnsupportedError(`saving machines in edition ${edition}`);
  return {
    edition,
    container: container ?? (isXen ? "xl" : "none"),
    ...(codec === undefined ? {} : { codec }),
    ...(checksum === undefined ? {} : { checks: checksOf(checksum, edition) }),
  } as const;
}

function endText(out: string, { rounds, octets, downtime }: SaveReport, ms: number): string {
  const seconds = (ms / 1000).toFixed(2);
  const speed = speedText(octets, ms);
  const paused = `paused for ${downtime.toFixed(1)} ms${hurryText(rounds, LIVE.maxDirty)}`;
  return `${out}: ${octetsText(octets)} in ${seconds} s, ${speed}, ${paused}`;
}
