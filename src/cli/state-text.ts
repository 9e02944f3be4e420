import type { State } from "../containers/index.ts";
import { groups, kindText, octetsText } from "./reading.ts";

/** A state as people read it: what machine it is, how much memory of which type, and its parts in a line each. */
export function stateText(state: State): string {
  const { edition, container, endian, octets, end, domain, memory } = state;
  const lines: [string, string][] = [
    ["image", `${kindText(edition, container)}, ${endian}-endian, ${octetsText(octets)}`],
    ["end", end === "complete" ? "complete" : `broke off after checkpoint ${end.failover}`],
    [
      "domain",
      `${domain.type}, pages of ${2 ** domain.pageShift} octets${state["x-machine"] === undefined ? writerText(domain.xen) : ""}`,
    ],
    ["memory", memoryText(memory)],
  ];
  const { cpuid, msrs, tsc, pv, hvm, emulators, config } = state;
  if (cpuid) lines.push(["cpuid", `${cpuid.length} leaves`]);
  if (msrs) lines.push(["msrs", msrs.map(([index, value]) => `0x${index.toString(16)}=${value}`).join(" ")]);
  if (tsc)
    lines.push(["tsc", `mode ${tsc.mode}, ${groups(tsc.khz)} kHz, ${tsc.nsec} ns, incarnation ${tsc.incarnation}`]);
  if (pv) {
    lines.push(["pv", `${pv.width * 8}-bit, ${pv.levels} levels of page tables, ${pv.p2m.frames.length} p2m frames`]);
    for (const { id, basic, extended, xsave, msrs: own } of pv.vcpus) {
      const more = [extended && `extended ${extended.len}`, xsave && `xsave ${xsave.len}`, own && `${own.length} msrs`];
      lines.push([`vcpu ${id}`, [`basic ${basic.len}`, ...more.filter(Boolean)].join(", ")]);
    }
  }
  if (hvm) {
    lines.push(["hvm", `${hvm.params.length} parameters, ${hvm.context.length} entries of context`]);
  }
  const machine = state["x-machine"];
  if (machine) {
    lines.push(["machine", machine.properties.map(([name, value]) => `${name} ${value}`).join(", ")]);
    lines.push(["vcpus", groups(machine.vcpus)], ["platform", octetsText(machine.platform.len)]);
  }
  for (const { id, index, xenstore, context } of emulators ?? []) {
    const held = context === null ? "no context" : `context of ${octetsText(context.len)}`;
    lines.push([`emulator ${id}.${index}`, `${xenstore.length} xenstore pairs, ${held}`]);
  }
  if (config !== undefined) lines.push(["config", octetsText(Buffer.byteLength(config))]);
  if (state.checkpoints > 0) lines.push(["checkpoints", groups(state.checkpoints)]);
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join("");
}

/** The release that wrote it; editions that do not say it have 0.0. */
function writerText([major, minor]: State["domain"]["xen"]): string {
  return major === 0 && minor === 0 ? "" : `, written by Xen ${major}.${minor}`;
}

function memoryText(memory: State["memory"]): string {
  const pages = new Map<string, bigint>();
  for (const { count, type } of memory) pages.set(type, (pages.get(type) ?? 0n) + BigInt(count));
  const total = [...pages.values()].reduce((sum, count) => sum + count, 0n);
  const types = [...pages].map(([type, count]) => `${groups(Number(count))} ${type}`).join(", ");
  return `${groups(Number(total))} pages${types === "" ? "" : `: ${types}`}`;
}
