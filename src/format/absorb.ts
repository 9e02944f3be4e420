/** Takes events into the facts, after the rules have looked at them. */

import { armVcpuId, readRegions } from "./arm.ts";
import { absorbDraftB } from "./draft-b.ts";
import type { CodecEdition } from "./edition.ts";
import type { Event, PageList, RecordBody, RecordHead } from "./events.ts";
import type { Facts, P2mFrames } from "./facts.ts";
import { readHvmContext } from "./hvm-context.ts";
import { readHvmParams } from "./hvm-params.ts";
import { absorbLegacy } from "./legacy/absorb.ts";
import { machineVcpuId, readMachine } from "./machine.ts";
import { profileOf } from "./profile.ts";
import { readRequires } from "./requires.ts";
import { VCPU_HEADER, VCPU_TYPES, vcpuId } from "./vcpu-records.ts";
import { bringsPages, LIBXL, PAGE_TYPES, RECORD } from "./vocabulary.ts";
import { readCpuidPolicy, xsaveComponents } from "./x86-common.ts";
import { readP2mFrames, readPvInfo } from "./x86-pv.ts";

/** pfns from here on are never entered, whatever a Verifier goes on to read. */
const PFN_LIMIT = 2 ** 40;

/** Takes one event into `facts`. */
export function absorb(event: Event, facts: Facts): void {
  switch (event.kind) {
    case "libxl-header":
      facts.libxl = event.subject;
      break;
    case "xenopsd-part":
      if (!facts.parts.has(event.subject.type)) facts.parts.set(event.subject.type, event.subject.at);
      break;
    case "image-header":
      facts.image = event.subject;
      facts.imageState = "inside";
      break;
    case "image-features":
      facts.features = event.subject;
      break;
    case "domain-header":
      facts.domain = event.subject;
      break;
    case "record":
      absorbHead(event.subject, facts);
      break;
    case "body":
      if (event.subject.head.layer !== "image") break;
      if (facts.edition === "draft-b") absorbDraftB(event.subject, facts);
      else absorbBody(event.subject, facts);
      break;
    case "emulator": {
      const { head, id, index } = event.subject;
      facts.roundEmulators.add(`${head.type}/${id}/${index}`);
      break;
    }
    case "page-list":
      if (!facts.verifying) absorbPages(event.subject, facts);
      break;
    case "record-end":
      absorbEnd(event.subject, facts);
      break;
    case "legacy":
      absorbLegacy(event.subject, facts);
      break;
  }
}

function absorbHead(head: RecordHead, facts: Facts): void {
  const { layer, type } = head;
  if (layer === "libxl") {
    facts.libxlRecords++;
    if (type === LIBXL.EMULATOR_CONTEXT || type === LIBXL.EMULATOR_XENSTORE_DATA) {
      if (facts.imageState === "before") facts.earlyEmulators.push(head);
    }
    return;
  }
  facts.seen.set(type, facts.count(type) + 1);
  facts.round.set(type, facts.countInRound(type) + 1);
  facts.lastType = type;
  if (facts.edition === "draft-b") return;
  if (type === RECORD.STATIC_DATA_END) facts.static = "ended";
  if (type === RECORD.VERIFY) facts.verifying = true;
  const memory = bringsPages(type) || type === RECORD.X86_PV_P2M_FRAMES;
  if (memory && facts.static === "open" && facts.edition === "v2") facts.static = "inferred";
}

function absorbBody(body: RecordBody, facts: Facts): void {
  const { head, at, octets } = body;
  if (VCPU_TYPES.includes(head.type)) absorbVcpu(body, facts);
  switch (head.type) {
    case RECORD.X86_PV_INFO:
      facts.pvInfo ??= readPvInfo(body);
      break;
    case RECORD.X86_PV_P2M_FRAMES:
      facts.p2m = joined(facts.p2m, readP2mFrames(body), facts.edition);
      break;
    case RECORD.MEMORY_LAYOUT:
      facts.layout ??= readRegions(body);
      facts.layoutBody ??= octets.slice();
      break;
    case RECORD.MACHINE:
      facts.machine ??= keptMachine(body);
      break;
    case RECORD.MACHINE_VCPU: {
      const id = machineVcpuId(body);
      if (id !== undefined) facts.roundVcpus.add(`${RECORD.MACHINE_VCPU}/${id}`);
      break;
    }
    case RECORD.ARM_VCPU: {
      const id = armVcpuId(body);
      if (id === undefined) break;
      facts.armVcpus.add(id);
      facts.roundVcpus.add(`${RECORD.ARM_VCPU}/${id}`);
      break;
    }
    case RECORD.REQUIRES:
      facts.requires ??= readRequires(body);
      break;
    case RECORD.X86_CPUID_POLICY:
      facts.xstate = xsaveComponents(readCpuidPolicy(body));
      break;
    case RECORD.HVM_CONTEXT:
      facts.hvm = readHvmContext({ head, at, octets: octets.slice() });
      break;
    case RECORD.HVM_PARAMS:
      for (const param of readHvmParams(body))
        facts.params.set(Number(param.index), { at: at + param.at, value: param.value });
      break;
  }
}

function keptMachine(body: RecordBody): Facts["machine"] {
  const said = readMachine(body);
  return said && { body: body.octets.slice(), vcpus: said.vcpus };
}

/** In `v4-draft` further records are windows that go on where the one before ended (REG-015); elsewhere the last one counts. */
function joined(
  before: P2mFrames | undefined,
  next: P2mFrames | undefined,
  edition: CodecEdition,
): P2mFrames | undefined {
  if (before === undefined || next === undefined) return next ?? before;
  if (edition !== "v4-draft") return next;
  return { ...before, end: next.end, frames: [...before.frames, ...next.frames], index: next.index };
}

/** A record without content restores nothing (REC-025), but still counts as one of its kind. */
function absorbVcpu(body: RecordBody, facts: Facts): void {
  const { head, at, octets } = body;
  const id = vcpuId(body);
  if (id === undefined) return;
  facts.roundVcpus.add(`${head.type}/${id}`);
  if (octets.length === VCPU_HEADER) return;
  const records = facts.vcpus.get(id) ?? new Map();
  records.set(head.type, { at, index: head.index, octets: octets.slice(), isBe: head.isBe });
  facts.vcpus.set(id, records);
}

function absorbPages({ entries, runs }: PageList, { pages }: Facts): void {
  for (let run = 0; run < runs.count; run++) {
    const end = run + 1 < runs.count ? (runs.starts[run + 1] as number) : entries;
    const pfn = runs.pfns[run] as number;
    const type = runs.types[run] as number;
    const count = Math.min(end - (runs.starts[run] as number), PFN_LIMIT - pfn);
    if (count > 0 && PAGE_TYPES[type] !== undefined) pages.setRun(pfn, count, type);
  }
}

function absorbEnd({ layer, type }: RecordHead, facts: Facts): void {
  if (layer === "libxl") {
    if (type === LIBXL.CHECKPOINT_END && facts.imageState === "checkpoint") {
      facts.imageState = "inside";
      commit(facts);
    }
    return;
  }
  if (type === RECORD.END) facts.imageState = "after";
  if (type === profileOf(facts.edition).checkpoint) {
    facts.checkpoints++;
    facts.round = new Map();
    facts.roundVcpus = new Set();
    facts.roundEmulators = new Set();
    if (facts.libxl === undefined) commit(facts);
    else facts.imageState = "checkpoint";
  }
}

function commit(facts: Facts): void {
  facts.commits++;
  facts.pages.commit();
}
