/* Records of PV domains: chapter 7, with the page tables of 6.4. */
#include "reader.h"
#include <string.h>

enum { NOTAB = 0, PINNED = 8, BROKEN = 0xd, XTAB = 0xf };

static void info(image *image, octets body) {
    if (image->has_info) reject("a second X86_PV_INFO");
    if (body.length < 8) reject("a short X86_PV_INFO");
    image->width = body.at[0];
    image->levels = body.at[1];
    bool pair = (image->width == 4 && image->levels == 3) || (image->width == 8 && image->levels == 4);
    if (!pair) reject("guest_width and pt_levels");
    image->has_info = true;
}

static void p2m(image *image, octets body) {
    if (!image->has_info) reject("X86_PV_P2M_FRAMES before X86_PV_INFO");
    if (body.length < 8) reject("a short X86_PV_P2M_FRAMES");
    uint32_t start = u32(image, body.at), end = u32(image, body.at + 4), each = 4096 / image->width;
    if (start > end || end == 0) reject("bounds of X86_PV_P2M_FRAMES");
    if (body.length != 8 + 8 * ((uint64_t)end / each - start / each + 1)) reject("length of X86_PV_P2M_FRAMES");
    image->p2m_start = start;
    image->p2m_end = end;
    image->p2m_frames = (octets){body.at + 8, body.length - 8};
    image->has_p2m = true;
}

uint64_t xsave_size(const image *image, uint64_t components) {
    /* Where each component ends in an area that is not compacted, on most processors; 0 for those that have no place in one. */
    static const uint16_t usual[64] = {576, 576, 832, 1024, 1088, 1152, 1664, 2688, 0, 2696, [17] = 2816, [18] = 11008};
    uint64_t size = 576;
    for (int i = 0; i < 64; i++) {
        if (!(components >> i & 1)) continue;
        uint64_t end = image->xsave_ends[i] != 0 ? image->xsave_ends[i] : usual[i];
        if (end == 0) return 0;
        if (end > size) size = end;
    }
    return size;
}

static void xsave(const image *image, octets context) {
    if (context.length == 16 && all_zero(context.at, 16)) return;
    if (context.length < 16 + 576) reject("length of X86_PV_VCPU_XSAVE");
    uint64_t enabled = le64(context.at), ever = le64(context.at + 8);
    const uint8_t *header = context.at + 16 + 512;
    uint64_t size = xsave_size(image, ever);
    if (size != 0 && context.length != 16 + size) reject("length of X86_PV_VCPU_XSAVE");
    if (enabled & ~ever || le64(header) & ~ever) reject("components of an XSAVE area");
    if (!all_zero(header + 8, 56)) reject("header of an XSAVE area");
}

/* The index and its reserved word are the hypervisor's, little-endian. */
static void msrs(octets context) {
    static const uint32_t known[] = {0x48, 0x140, 0xc0000103, 0xc0011027, 0xc0011019, 0xc001101a, 0xc001101b};
    if (context.length % 16 != 0) reject("length of X86_PV_VCPU_MSRS");
    for (size_t at = 0; at < context.length; at += 16) {
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) found |= le32(context.at + at) == known[i];
        if (!found || le32(context.at + at + 4) != 0) reject("entry of X86_PV_VCPU_MSRS");
    }
}

static void vcpu(image *image, int kind, octets body) {
    if (body.length < 8) reject("a short vCPU record");
    if (body.length == 8) return;
    uint32_t id = u32(image, body.at);
    if (id >= MAX_VCPUS || (image->into.vcpus >= 0 && id >= image->into.vcpus)) reject("vcpu_id");
    octets context = {body.at + 8, body.length - 8};
    if (kind == EXTENDED && (context.length < 32 || context.length > 128)) reject("length of X86_PV_VCPU_EXTENDED");
    if (kind == XSAVE) xsave(image, context);
    if (kind == MSRS) msrs(context);
    image->vcpus[kind][id] = context;
}

void pv_record(image *image, uint32_t type, octets body) {
    switch (type) {
    case 2: info(image, body); break;
    case 3: p2m(image, body); break;
    case 4: vcpu(image, BASIC, body); break;
    case 5: vcpu(image, EXTENDED, body); break;
    case 6: vcpu(image, XSAVE, body); break;
    case 7:
        if (!image->has_info) reject("SHARED_INFO before X86_PV_INFO");
        if (body.length != 4096) reject("length of SHARED_INFO");
        break;
    case 12: vcpu(image, MSRS, body); break;
    }
}

static bool is_memory(const image *image, uint64_t pfn) {
    const page *found = page_of(&image->memory, pfn);
    return found != NULL && found->type == NOTAB;
}

/* Whether a pfn is a page table of this level, pinned or not. */
static bool is_table(const image *image, uint64_t pfn, uint32_t level) {
    const page *found = page_of(&image->memory, pfn);
    return found != NULL && (found->type & ~PINNED) == level && found->type <= 0xc;
}

static void start_info(const image *image, uint64_t pfn) {
    if (!is_memory(image, pfn)) reject("start_info");
    const uint8_t *at = page_of(&image->memory, pfn)->data;
    bool wide = image->width == 8;
    uint64_t rings[2] = {wide ? le64(at + 56) : le32(at + 44), wide ? le64(at + 72) : le32(at + 52)};
    for (int i = 0; i < 2; i++) {
        const page *ring = page_of(&image->memory, rings[i]);
        if (ring == NULL || ring->type == BROKEN || ring->type == XTAB) reject("a ring of start_info");
    }
}

static void basic(const image *image, uint32_t id, octets context) {
    bool wide = image->width == 8;
    if (context.length != (wide ? 5168 : 2800)) reject("length of X86_PV_VCPU_BASIC");
    const uint8_t *at = context.at;
    uint64_t entries = wide ? le64(at + 4960) : le32(at + 2704);
    if (entries > 7168) reject("gdt_ents");
    for (uint64_t i = 0; i < (entries + 511) / 512; i++)
        if (!is_memory(image, wide ? le64(at + 4832 + 8 * i) : le32(at + 2640 + 4 * i))) reject("a frame of the GDT");
    uint32_t cr3 = le32(at + 2728);
    if (!is_table(image, wide ? le64(at + 5008) >> 12 : cr3 >> 12 | (uint64_t)(cr3 & 0xfff) << 20, image->levels))
        reject("ctrlreg[3]");
    if (wide && at[4992] & 1 && !is_table(image, le64(at + 4992) >> 12, 4)) reject("ctrlreg[1]");
    if (id == 0) start_info(image, wide ? le64(at + 616) : le32(at + 524));
}

/* A table names pfns of the domain, and no large pages above level 1. */
static void table(const image *image, const page *page) {
    uint32_t level = page->type & ~PINNED;
    for (int slot = 0; slot < 512; slot++) {
        uint64_t entry = le64(page->data + 8 * slot);
        if (!(entry & 1)) continue;
        bool of_xen = (level == 4 && slot >= 256 && slot < 272) || (level == 3 && image->levels == 3 && slot >= 4);
        if (level >= 2 && entry & 0x80 && !of_xen) reject("a large page in a page table");
        if ((entry >> 12 & 0xffffffffff) > image->p2m_end) reject("a page table entry beyond end_pfn");
    }
}

void pv_finish(image *image) {
    if (!image->has_info || !image->has_p2m) reject("no X86_PV_INFO or no X86_PV_P2M_FRAMES");
    if (image->vcpus[BASIC][0].at == NULL) reject("no X86_PV_VCPU_BASIC of vCPU 0");
    for (size_t at = 0; at < image->p2m_frames.length; at += 8) {
        uint64_t frame = u64(image, image->p2m_frames.at + at);
        if (frame > image->p2m_end || !is_memory(image, frame)) reject("a frame of the p2m table");
    }
    for (size_t i = 0; i < image->memory.count; i++) {
        const page *page = &image->memory.list[i];
        if (page->type != NOTAB && has_contents(page->type)) table(image, page);
    }
    for (uint32_t id = 0; id < MAX_VCPUS; id++)
        if (image->vcpus[BASIC][id].at != NULL) basic(image, id, image->vcpus[BASIC][id]);
}
