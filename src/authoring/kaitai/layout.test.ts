import { describe, expect, it } from "vitest";
import { fieldTable, octetDiagram } from "./index.ts";
import { readKsySet } from "./ksy.ts";
import { constantSize, findType } from "./layout.ts";
import { root } from "./testing/images.ts";

const set = readKsySet(root);

// Sizes that a C compiler gives the hypervisor's public structures.
it.each([
  ["image_header", "image_header", 24],
  ["domain_header", "domain_header", 16],
  ["record_header", "record_header", 8],
  ["libxl_header", "libxl_header", 16],
  ["x86_fxsave_area", "x86_fxsave_area", 512],
  ["vcpu_guest_context_x86_64", "vcpu_guest_context_x86_64", 5168],
  ["vcpu_guest_context_x86_64", "user_regs", 200],
  ["vcpu_guest_context_x86_32", "vcpu_guest_context_x86_32", 2800],
  ["vcpu_guest_context_x86_32", "user_regs", 68],
  ["shared_info_x86_64", "shared_info_x86_64", 4096],
  ["shared_info_x86_64", "vcpu_info", 64],
  ["shared_info_x86_64", "arch_shared_info", 48],
  ["shared_info_x86_32", "shared_info_x86_32", 4096],
  ["shared_info_x86_32", "vcpu_info", 64],
  ["shared_info_x86_32", "arch_shared_info", 28],
  ["start_info_x86_64", "start_info_x86_64", 1168],
  ["start_info_x86_32", "start_info_x86_32", 1112],
  ["vcpu_time_info", "vcpu_time_info", 32],
  ["x86_cpuid_policy", "leaf", 24],
  ["x86_msr_policy", "msr", 16],
  ["x86_tsc_info", "x86_tsc_info", 24],
  ["x86_pv_info", "x86_pv_info", 8],
  ["hvm_context", "header", 24],
  ["hvm_context", "pic", 8],
  ["hvm_context", "ioapic", 400],
  ["hvm_context", "lapic_regs", 1024],
  ["hvm_context", "pit", 56],
  ["hvm_context", "hpet", 1048],
  ["hvm_context", "mtrr", 240],
])("%s %s is %i octets long", (file, type, size) => {
  expect(constantSize(set, findType(set, file, type))).toBe(size);
});

describe("places of fields", () => {
  it.each([
    [
      "vcpu_guest_context_x86_64",
      "vcpu_guest_context_x86_64",
      { trap_ctxt: 720, ldt_base: 4816, gdt_ents: 4960, ctrlreg: 4984, vm_assist: 5136 },
    ],
    [
      "vcpu_guest_context_x86_64",
      "user_regs",
      { rbp: 32, rax: 80, rdx: 96, error_code: 120, rip: 128, saved_upcall_mask: 140, ss: 160, gs: 192 },
    ],
    [
      "vcpu_guest_context_x86_32",
      "vcpu_guest_context_x86_32",
      { user_regs: 516, trap_ctxt: 584, gdt_frames: 2640, ctrlreg: 2716, event_callback_cs: 2780, vm_assist: 2796 },
    ],
    [
      "shared_info_x86_64",
      "shared_info_x86_64",
      { evtchn_pending: 2048, evtchn_mask: 2560, wc_version: 3072, arch: 3088 },
    ],
    ["shared_info_x86_32", "shared_info_x86_32", { evtchn_mask: 2176, wc_version: 2304, arch: 2316 }],
    [
      "start_info_x86_64",
      "start_info_x86_64",
      { nr_pages: 32, flags: 48, store_mfn: 56, store_evtchn: 64, console_mfn: 72, console_evtchn: 80 },
    ],
    ["start_info_x86_32", "start_info_x86_32", { shared_info: 36, store_mfn: 44, console_evtchn: 56 }],
    [
      "hvm_context",
      "cpu",
      { rip: 640, control: 656, limits: 768, sysenter: 920, tsc_aux: 1000, pending_event: 1016, flags: 1024 },
    ],
    ["hvm_context", "hpet", { config: 16, isr: 32, mc64: 240, timers: 256, period: 1024 }],
    [
      "hvm_context",
      "viridian_vcpu",
      { pad: 9, simp_msr: 16, sint_msr: 24, stimer_config_msr: 152, stimer_count_msr: 184 },
    ],
    ["x86_pv_vcpu_extended", "extended_context", { syscall32_callback_cs: 24, sysenter_disables_events: 29, vmce: 32 }],
    ["xl_header", "xl_header", { byteorder: 32, mandatory_flags: 36, optional_flags: 40, optional_data_len: 44 }],
  ])("%s %s", (file, type, wanted) => {
    const found = Object.fromEntries(fieldTable(root, file, type).map(({ name, offset }) => [name, Number(offset)]));
    expect(found).toMatchObject(wanted);
  });
});

it("a table says what a field is, where, and which requirements hold it", () => {
  expect(
    fieldTable(root, "page_data", "page_data").map(({ offset, size, name, type, req }) => [
      offset,
      size,
      name,
      type,
      req,
    ]),
  ).toEqual([
    ["0", "4", "count", "u32", ["PAGE-001"]],
    ["4", "4", "reserved", "u32", ["PAGE-005"]],
    ["8", "count × 8", "pfns", "pfn_entry[count]", []],
    ["8 + count × 8", "num_pages × page_size", "pages", "octets[num_pages]", ["PAGE-003"]],
  ]);
});

it("a table has bits, 64-bit numbers, and fields that reach to the end", () => {
  const row = (file: string, type: string, name: string) => fieldTable(root, file, type).find((r) => r.name === name);
  expect(row("hvm_context", "pic", "priority_add")).toMatchObject({ offset: "4", size: "4 bits" });
  expect(row("hvm_context", "rtc", "rtc_offset")).toMatchObject({ offset: "16", type: "s64, optional" });
  expect(row("x86_pv_p2m_frames", "x86_pv_p2m_frames", "frames")).toMatchObject({ size: "to the end", type: "u64[]" });
});

it("a diagram shows eight octets to a row", () => {
  expect(octetDiagram(root, "libxc_record", "libxc_record")).toBe(
    [
      "        0       1       2       3       4       5       6       7",
      "      +-------------------------------+-------------------------------+",
      "    0 | type                          | body_length                   |",
      "      +---------------------------------------------------------------+",
      "    8 | body (body_length octets)                                     |",
      "      +---------------------------------------------------------------+",
      "      | padding (len_padding octets)                                  |",
      "      +---------------------------------------------------------------+",
      "      | trailer (len_trailer octets)                                  |",
      "      +---------------------------------------------------------------+",
    ].join("\n"),
  );
});

it("names that do not fit stand below a diagram", () => {
  const lines = octetDiagram(root, "x86_pv_info", "x86_pv_info").split("\n");
  expect(lines[2]).toBe("    0 | a     | b     | reserved                                      |");
  expect(lines.slice(-2)).toEqual(["     a  guest_width", "     b  pt_levels"]);
});

it.each([
  ["nothing", "nothing", "no schemas/nothing.ksy"],
  ["page_data", "nothing", "schemas/page_data.ksy has no type nothing"],
])("%s %s is refused by name", (file, type, message) => {
  expect(() => fieldTable(root, file, type)).toThrow(message);
  expect(() => octetDiagram(root, file, type)).toThrow(message);
});
