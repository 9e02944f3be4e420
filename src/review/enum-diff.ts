import type { KsyType } from "../authoring/kaitai/ksy.ts";
import type { Finding, RuleId } from "./rules.ts";

/** What became of the enumerations of a structure. */
export function diffEnums(
  structure: string,
  old: KsyType,
  now: KsyType,
  report: (rule: RuleId, subject: string, old?: string, now?: string) => Finding,
): Finding[] {
  const findings: Finding[] = [];
  for (const [name, entries] of Object.entries(now.enums ?? {})) {
    const before = old.enums?.[name];
    if (!before) continue;
    const [was, is] = [numbers(before), numbers(entries)];
    const names = new Map([...is].map(([id, value]) => [value, id]));
    const subject = (id: string) => `${structure}.${name}.${id}`;
    for (const [id, value] of was) {
      const number = is.get(id);
      const heir = names.get(value);
      if (number !== undefined) {
        if (number !== value)
          findings.push(report("enumerator-renumbered", subject(id), String(value), String(number)));
      } else if (heir !== undefined && !was.has(heir))
        findings.push(report("enumerator-renamed", subject(id), id, heir));
      else findings.push(report("enumerator-dropped", subject(id), String(value)));
    }
    const old_ = new Set(was.values());
    for (const [id, value] of is) {
      if (!was.has(id) && !old_.has(value))
        findings.push(report("enumerator-added", subject(id), undefined, String(value)));
    }
  }
  return findings;
}

function numbers(entries: NonNullable<KsyType["enums"]>[string]): Map<string, number> {
  return new Map(
    Object.entries(entries).map(([value, entry]) => [typeof entry === "string" ? entry : entry.id, Number(value)]),
  );
}
