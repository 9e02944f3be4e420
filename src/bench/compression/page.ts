/** The page of the specification that answers whether compression and checksums pay, in words that follow from the numbers. */

import { barChart, short } from "./chart.ts";
import type { CheckpointMeasured, Measured, Results } from "./results.ts";

const MIB = 2 ** 20;
/** Octets a second of links of 1 Gbit/s and 100 Mbit/s, without what their frames take. */
const GIGABIT = 125e6;
const FAST_ETHERNET = 12.5e6;

/** Where an image can go, and what that takes: reading, sending and writing overlap, so that the slowest of them counts. */
function places({ disk }: Results) {
  const saved = (rate: number) => (one: Measured) => Math.max(one.save, one.octets / rate);
  const moved = (rate: number) => (one: Measured) => Math.max(one.save, one.octets / rate, one.restore);
  return [
    { name: "disk", long: "to a disk", seconds: saved(disk) },
    { name: "1 Gbit/s", long: "over 1 Gbit/s", seconds: moved(GIGABIT) },
    { name: "100 Mbit/s", long: "over 100 Mbit/s", seconds: moved(FAST_ETHERNET) },
  ] as const;
}

/** Milliseconds from the pause to the moment at which the receiver has a checkpoint: one step after the other. */
function commit(one: CheckpointMeasured, count: number, rate: number): number {
  return (1000 * (one.encode + one.octets / rate + one.decode)) / count;
}

function best<T>(list: readonly T[], value: (one: T) => number): T {
  const [first] = [...list].sort((a, b) => value(a) - value(b));
  if (first === undefined) throw new Error("nothing was measured");
  return first;
}

/** The charts of the page by file name. */
export function charts(results: Results): (readonly [name: string, svg: string])[] {
  const { compression, checks, order, checkpoints } = results;
  const times = (list: readonly Measured[]) =>
    list.map(({ label, save, restore }) => ({ label, values: [save, restore] }));
  const series = ["save", "restore"];
  const [linux] = checkpoints;
  if (linux === undefined) throw new Error("no checkpoints were measured");
  return [
    [
      "size.svg",
      barChart({
        title: "Size of the image",
        unit: "MiB",
        series: [""],
        groups: compression.map(({ label, octets }) => ({ label, values: [octets / MIB] })),
      }),
    ],
    ["time.svg", barChart({ title: "Time to save and to restore", unit: "s", series, groups: times(compression) })],
    [
      "places.svg",
      barChart({
        title: "Time until the image is there",
        unit: "s",
        series: places(results).map(({ name }) => name),
        groups: compression.map((one) => ({
          label: one.label,
          values: places(results).map(({ seconds }) => seconds(one)),
        })),
      }),
    ],
    [
      "checkpoints.svg",
      barChart({
        title: "A checkpoint of the Linux guest, from pause to arrival",
        unit: "ms",
        series: ["1 Gbit/s", "100 Mbit/s"],
        groups: linux.methods.map((one) => ({
          label: one.label,
          values: [commit(one, linux.count, GIGABIT), commit(one, linux.count, FAST_ETHERNET)],
        })),
      }),
    ],
    ["checks.svg", barChart({ title: "Checksums", unit: "s", series, groups: times(checks) })],
    ["order.svg", barChart({ title: "Byte order", unit: "s", series, groups: times(order) })],
  ];
}

/**
 * The open question of 2014: what each codec makes of the image in batches, against both levels of gzip around it. A difference in time of less
 * than a third is none.
 */
function answer({ compression }: Results): string {
  const of = (id: string): Measured => {
    const one = compression.find((method) => method.id === id);
    if (one === undefined) throw new Error(`${id} was not measured`);
    return one;
  };
  const [plain, fast, small] = [of("plain"), of("outside-gzip-1"), of("outside-gzip-6")];
  const batches = compression.filter(({ id }) => id.startsWith("batch-"));
  const faster = batches.filter(({ save, restore }) => save < fast.save / 1.33 && restore < fast.restore / 1.33);
  const verdict =
    faster.length === batches.length
      ? "Better in time, whichever codec"
      : faster.length === 0
        ? "No better in time"
        : `Better in time under ${faster.map(({ label }) => label.replace(", per batch", "")).join(" and ")}`;
  const least = best(batches, ({ octets }) => octets);
  const than = (gzip: Measured) => {
    const percent = (100 * least.octets) / gzip.octets - 100;
    return `${Math.abs(percent).toFixed(1)} % ${percent < 0 ? "less" : "more"}`;
  };
  const times = (ours: number, theirs: number) => `${(theirs / ours).toFixed(1)} times`;
  const share = ({ octets }: Measured) => `${((100 * octets) / plain.octets).toFixed(1)} %`;
  return `**${verdict}; in size, ${than(fast)} than gzip -1 around the image and ${than(small)} than gzip -6, by ${least.label}.**

| | of uncompressed | as fast to save as gzip -1 around the image | as fast to restore |
|---|---:|---:|---:|
${[...batches, fast, small].map((one) => `| ${one.label} | ${share(one)} | ${times(one.save, fast.save)} | ${times(one.restore, fast.restore)} |`).join("\n")}`;
}

/** The page. */
export function page(results: Results): string {
  const { guest, compression, checks, order, checkpoints, golden, disk } = results;
  const [plain] = compression;
  if (plain === undefined) throw new Error("nothing was measured");
  const share = (octets: number) => `${((100 * octets) / plain.octets).toFixed(1)} %`;
  const inside = compression.filter(({ id }) => !id.startsWith("outside"));
  const winners = places(results).map(({ name, long, seconds }) => {
    const all = best(compression, seconds);
    const within = best(inside, seconds);
    const also = within === all ? "" : `; of what the format itself has, ${within.label} (${short(seconds(within))} s)`;
    const near = compression
      .filter((one) => one !== all && seconds(one) < seconds(all) * 1.33)
      .map(({ label }) => label);
    const tied =
      near.length === 0 ? "" : `; within a third of it: ${near.map((label) => label.replace(", ", " ")).join(", ")}`;
    return `| ${name} | ${all.label} | ${short(seconds(all))} s ${long}, ${short(seconds(plain))} s uncompressed${also}${tied} |`;
  });
  const remus = checkpoints.map(({ name, count, methods }) => {
    const [whole] = methods as [CheckpointMeasured];
    const [fast, slow] = [GIGABIT, FAST_ETHERNET].map((rate) => best(methods, (one) => commit(one, count, rate))) as [
      CheckpointMeasured,
      CheckpointMeasured,
    ];
    const line = (one: CheckpointMeasured, rate: number) =>
      `${one.label} (${short(commit(one, count, rate))} ms, ${short(commit(whole, count, rate))} ms as whole pages)`;
    return `| Remus, ${name} | ${fast === slow ? fast.label : `${fast.label}, ${slow.label}`} | 1 Gbit/s: ${line(fast, GIGABIT)}; 100 Mbit/s: ${line(slow, FAST_ETHERNET)} |`;
  });
  const smallest = best(compression, ({ octets }) => octets);
  const smallestInside = best(inside, ({ octets }) => octets);
  return `# Measurements: compression and checksums

\`npm run bench:compression\` made this page, its charts and [the numbers behind it](compression.json). Nothing here is a requirement.

${results.date}, commit ${results.commit}, ${results.machine}, Node ${results.node}, zstd of the format by ${results.zstd}; load of the machine
${short(results.load[0])} at the start, ${short(results.load[1])} at most. Times are medians of ${results.rounds} rounds, in which the methods took turns, a process for each. Where the load is above the number
of processors others were at work, and differences of less than a third say nothing; sizes are exact.

## The answer

Is compressing in the format better or worse than to gzip the entire saved image? ${answer(results)}

Which of all ways wins depends on where the image goes. "Until the image is there" means saving, sending and, on a link,
restoring at the same time, so that the slowest of them counts; for Remus, one after the other for each checkpoint. The disk took ${Math.round(disk / 1e6)} MB/s.

| for | wins | by |
|---|---|---|
${[...winners, ...remus].join("\n")}

Smallest of all is ${smallest.label}, ${share(smallest.octets)} of the uncompressed image; of what the format has, ${smallestInside.label}, ${share(smallestInside.octets)}.
What goes around the whole image cannot tell where a record begins, nor commit a checkpoint.

## Images of a whole guest

The memory is that of a Linux guest (${guest.about}) with CPython, ${guest.memory / MIB} MiB, ${Math.round((100 * guest.zeroPages) / guest.pages)} % of its pages full of zeros: page cache, a heap of
small objects, a log. It was saved from a file in memory to an image in memory, by the encoder of this repository, and restored by its Reader into a
file that was then compared. All images are of \`v4-draft\`, of 1024 pages a record. Compressing records leave pages of zeros out. A frame is that of one
page, or of the batch. gzip, zstd and lz4 inside are at their fastest level; around the image it is the programs, beside the encoder, on another
processor if one is free. The peak is that of the process, and of the program beside it.

![Size of the image](size.svg)

![Time to save and to restore](time.svg)

![Time until the image is there](places.svg)

${table(compression, share)}

The golden images' guests are small and mostly empty; times would say nothing. Octets of the image:

| guest | ${compression.map(({ label }) => label).join(" | ")} |
|---|${compression.map(() => "---:|").join("")}
${golden.map(({ name, octets }) => `| ${name} | ${compression.map(({ id }) => octets[id] ?? "").join(" | ")} |`).join("\n")}

## Checkpoints

What the Linux guest had changed after each ${guest.interval} ms that it ran, and what the golden checkpointed stream brings with each of its checkpoints: octets and
milliseconds of one, the mean of all. The Linux guest ran on an emulated processor, which is slower than a real one and changes less. Pages count where
they differ; Xen also sends those that were written and are the same again.

![A checkpoint](checkpoints.svg)

${checkpoints.map(checkpointTable).join("\n\n")}

## Checksums

Uncompressed images with a sum over each record, over the image, or over both. CRC-32 and SHA-256 are the platform's compiled code, CRC-32C is
computed by tables in JavaScript: its times are those of this implementation, not of the algorithm. ${results.checks.length > 0 ? checksSaid(checks) : ""}

![Checksums](checks.svg)

${table(checks, share)}

## Byte order

The same image written and read in both byte orders, in batches and a page a record. Contents of pages have no byte order; heads and entries do. A Reader
that converts on a little-endian machine took ${ratios(order)} times as long as one that need not.

![Byte order](order.svg)

${table(order, share)}
`;
}

function table(list: readonly Measured[], share: (octets: number) => string): string {
  const rows = list.map(
    ({ label, octets, save, restore, savePeak, restorePeak }) =>
      `| ${label} | ${short(octets / MIB)} | ${share(octets)} | ${short(save)} | ${short(restore)} | ${Math.round(savePeak)} | ${Math.round(restorePeak)} |`,
  );
  const head =
    "| | MiB | of uncompressed | save, s | restore, s | peak saving, MiB | peak restoring, MiB |\n|---|---:|---:|---:|---:|---:|---:|";
  return `${head}\n${rows.join("\n")}`;
}

function checkpointTable({ name, count, methods }: Results["checkpoints"][number]): string {
  const rows = methods.map((one) => {
    const each = (value: number) => value / count;
    return `| ${one.label} | ${Math.round(each(one.octets))} | ${short(1000 * each(one.encode))} | ${short(1000 * each(one.decode))} | ${short(commit(one, count, GIGABIT))} | ${short(commit(one, count, FAST_ETHERNET))} |`;
  });
  const pages = methods[0]?.pages ?? 0;
  const head = `| ${name}: ${count} checkpoints, ${short(pages / count)} pages each | octets | encode, ms | decode, ms | at 1 Gbit/s, ms | at 100 Mbit/s, ms |\n|---|---:|---:|---:|---:|---:|`;
  return `${head}\n${rows.join("\n")}`;
}

function checksSaid(checks: readonly Measured[]): string {
  const [none, ...others] = checks;
  if (none === undefined) return "";
  const total = ({ save, restore }: Measured) => save + restore;
  const cheapest = best(others, total);
  const dearest = best(others, (one) => -total(one));
  return `Saving and restoring took ${short(total(none))} s without any, ${short(total(cheapest))} s with the cheapest (${cheapest.label}), ${short(total(dearest))} s with the dearest (${dearest.label}).`;
}

/** Restoring big-endian against little-endian, for each pair. */
function ratios(order: readonly Measured[]): string {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < order.length; index += 2) {
    const [little, big] = [order[index] as Measured, order[index + 1] as Measured];
    pairs.push(`${short(big.restore / little.restore)} (${little.label.split(", ")[1]})`);
  }
  return pairs.join(" and ");
}
