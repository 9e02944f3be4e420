/** The page of the specification on what a migration takes, in words that follow from the numbers. */

import { barChart, short } from "../compression/chart.ts";
import type { Moved, Protected, Results, Shape } from "./results.ts";

const MIB = 2 ** 20;

function shapeText({ megabits, delay }: Shape): string {
  return `${megabits === 1000 ? "1 Gbit/s" : `${megabits} Mbit/s`}, ${delay} ms`;
}

const same = (a: Shape, b: Shape) => a.megabits === b.megabits && a.delay === b.delay;

function shapesOf(list: readonly { readonly shape: Shape }[]): Shape[] {
  const shapes: Shape[] = [];
  for (const { shape } of list) if (!shapes.some((one) => same(one, shape))) shapes.push(shape);
  return shapes;
}

/** The charts of the page by file name. */
export function charts({ moved, protected: kept }: Results): (readonly [name: string, svg: string])[] {
  const chart = (title: string, unit: string, value: (one: Moved) => number) =>
    barChart({
      title,
      unit,
      series: [""],
      groups: shapesOf(moved).flatMap((shape) =>
        moved
          .filter((one) => same(one.shape, shape))
          .map((one) => ({ label: `${shapeText(shape)}, ${one.codec}`, values: [value(one)] })),
      ),
    });
  return [
    ["migration-total.svg", chart("Total time of a migration", "s", ({ total }) => total / 1000)],
    ["migration-downtime.svg", chart("Downtime of a migration", "ms", ({ downtime }) => downtime)],
    ["migration-octets.svg", chart("Octets on the wire", "MiB", ({ octets }) => octets / MIB)],
    [
      "migration-checkpoints.svg",
      barChart({
        title: "A checkpoint, from pause to acknowledgement",
        unit: "ms",
        series: ["paused", "acknowledged"],
        groups: kept.map((one) => ({ label: `${shapeText(one.shape)}, ${one.codec}`, values: [one.paused, one.ms] })),
      }),
    ],
  ];
}

function best<T>(list: readonly T[], value: (one: T) => number): T {
  return [...list].sort((a, b) => value(a) - value(b))[0] as T;
}

/** The page. */
export function page(results: Results): string {
  const { moved, protected: kept, guest } = results;
  const winners = shapesOf(moved).map((shape) => {
    const here = moved.filter((one) => same(one.shape, shape));
    const [fast, brief] = [best(here, ({ total }) => total), best(here, ({ downtime }) => downtime)];
    const plain = here.find(({ codec }) => codec === "none") ?? fast;
    return (
      `| ${shapeText(shape)} | ${fast.codec}: ${short(fast.total / 1000)} s, ${short(plain.total / 1000)} s uncompressed ` +
      `| ${brief.codec}: ${short(brief.downtime)} ms, ${short(plain.downtime)} ms uncompressed |`
    );
  });
  return `# Measurements: migration

\`npm run bench:migration\` made this page, its charts and [the numbers behind it](migration.json). Nothing here is a requirement.

${results.date}, commit ${results.commit}, ${results.machine}, Node ${results.node}; load of the machine ${short(results.load[0])} at the start, ${short(results.load[1])} at most: where it is above
the number of processors others were at work, and differences of less than a third in times say nothing.${crowd(results)} Each migration ran ${results.rounds === 1 ? "once" : `${results.rounds} times, and the one of median total time counts`}.

A Linux guest of QEMU (${guest.about}, ${Math.round(guest.memory / MIB)} MiB, emulated processor) with CPython that keeps changing a heap of small objects and a log at a steady rate went to and fro between two
processes, over TCP on loopback through [a link with a rate and a delay](../../src/bench/migration/link.ts). Octets are those that left the link at its far end, counted there. What the link does not have are TCP's own
slow start and losses, and the buffers of the system in front of it are those of loopback, some MiB: part of a round is on its way when the next begins. The hypervisors, both sides and the link share the processors; an
emulated processor writes more slowly than a real one.

## Which codec

| link | quickest | least downtime |
|---|---|---|
${winners.join("\n")}

Downtime is counted at the sender, from the pause until it has heard that the guest runs on the other side.

![Total time](migration-total.svg)

![Downtime](migration-downtime.svg)

![Octets on the wire](migration-octets.svg)

| link | codec | total, s | downtime, ms | rounds | pages sent | MiB on the wire | the guest writes, pages/s |
|---|---|---:|---:|---:|---:|---:|---:|
${moved.map(movedRow).join("\n")}
${missing(moved, shapesOf(moved))}
## Checkpoints

The same guest, protected: it runs on at the sender, and every ${results.interval} ms at most it is paused, what has changed is copied, and it runs again while that is sent (Remus). Medians of one
checkpoint, but for the first, which brings all of memory. The pause is for the most part the search for what has changed: each page of memory is compared with what was sent last.

![A checkpoint](migration-checkpoints.svg)

| link | codec | checkpoints | pages | KiB | paused, ms | acknowledged after, ms | the first, MiB | s | all, MiB on the wire |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|
${kept.map(protectedRow).join("\n")}
${missing(kept, shapesOf(moved))}`;
}

function movedRow({ shape, codec, total, downtime, rounds, pages, octets, dirtyRate }: Moved): string {
  const numbers = [short(total / 1000), short(downtime), rounds, pages, short(octets / MIB), Math.round(dirtyRate)];
  return `| ${shapeText(shape)} | ${codec} | ${numbers.join(" | ")} |`;
}

function protectedRow({ shape, codec, checkpoints, pages, octets, paused, ms, first, carried }: Protected): string {
  const each = [checkpoints, Math.round(pages), short(octets / 1024), short(paused), short(ms)];
  const all = [short(first.octets / MIB), short(first.ms / 1000), short(carried / MIB)];
  return `| ${shapeText(shape)} | ${codec} | ${[...each, ...all].join(" | ")} |`;
}

/** What a load far above the number of processors means for the numbers. */
function crowd({ machine, load }: Results): string {
  if (load[1] < 3 * Number.parseInt(machine, 10)) return "";
  return " Here it was so far above that times show the crowd more than the codec: sizes and rounds can be relied on, times want a quiet machine.";
}

/** Which measurements a run has left out, of those that it made with some codec or over some link. */
function missing(measured: readonly (Moved | Protected)[], shapes: readonly Shape[]): string {
  const codecs = [...new Set(measured.map(({ codec }) => codec))];
  const out = shapes.flatMap((shape) =>
    codecs
      .filter((codec) => !measured.some((one) => one.codec === codec && same(one.shape, shape)))
      .map((codec) => `${shapeText(shape)}, ${codec}`),
  );
  return out.length === 0 ? "" : `\nThis run has left out: ${out.join("; ")}.\n`;
}
