/* Headers, records and their order: chapters 2 to 5, 8 and 10. */
#include "reader.h"
#include <string.h>

enum {
    END, PAGE_DATA, PV_INFO, P2M_FRAMES, VCPU_BASIC, VCPU_EXTENDED, VCPU_XSAVE, SHARED_INFO, TSC_INFO, HVM_CONTEXT,
    HVM_PARAMS, TOOLSTACK, VCPU_MSRS, VERIFY, CHECKPOINT, DIRTY_PFN_LIST, STATIC_DATA_END, CPUID_POLICY, MSR_POLICY,
    TYPES
};

static const uint32_t OPTIONAL = 0x80000000, LONGEST = 128 << 20;

uint32_t le32(const uint8_t *at) { return at[0] | at[1] << 8 | at[2] << 16 | (uint32_t)at[3] << 24; }
uint64_t le64(const uint8_t *at) { return le32(at) | (uint64_t)le32(at + 4) << 32; }

static uint32_t be32(const uint8_t *at) { return (uint32_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]; }

uint32_t u32(const image *image, const uint8_t *at) { return image->big_endian ? be32(at) : le32(at); }

uint64_t u64(const image *image, const uint8_t *at) {
    return image->big_endian ? (uint64_t)be32(at) << 32 | be32(at + 4) : le64(at);
}

bool all_zero(const uint8_t *at, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (at[i] != 0) return false;
    return true;
}

static void headers(image *image) {
    const uint8_t *at = image->all.at;
    if (image->all.length < 24) reject("ends inside the image header");
    for (int i = 0; i < 8; i++)
        if (at[i] != 0xff) reject("marker");
    if (memcmp(at + 8, "XENF", 4) != 0) reject("id");
    uint32_t version = be32(at + 12);
    if (version != 2 && !(version == 3 && image->into.edition == 3)) reject("version");
    image->version = (int)version;
    image->big_endian = at[17] & 1;
    if (image->all.length < 40) reject("ends inside the domain header");
    image->kind = u32(image, at + 24);
    if (image->kind != 1 && image->kind != 2) reject("domain type");
    if (image->into.kind != 0 && (uint32_t)image->into.kind != image->kind) reject("not the kind of the domain");
    unsigned page_shift = image->big_endian ? at[28] << 8 | at[29] : at[28] | at[29] << 8;
    if (page_shift != 12) reject("page shift");
    image->xen_major = u32(image, at + 32);
    image->xen_minor = u32(image, at + 36);
}

/* X86_TSC_INFO, 8.1; mode 3 is of version 2 only. */
static void tsc(const image *image, octets body) {
    if (body.length != 24) reject("length of X86_TSC_INFO");
    if (u32(image, body.at) > (image->version == 2 ? 3u : 2u)) reject("mode of X86_TSC_INFO");
}

static bool leaf_is_known(uint32_t leaf, uint32_t subleaf) {
    switch (leaf) {
    case 0x4: return subleaf < 6;
    case 0x7: return subleaf < 3;
    case 0xb: return subleaf < 2;
    case 0xd: return subleaf < 63;
    }
    bool known = leaf <= 0xd || leaf == 0x40000000 || leaf == 0x40000100 || (leaf >= 0x80000000 && leaf <= 0x80000021);
    return known && subleaf == 0xffffffff;
}

static void policy(image *image, uint32_t type, octets body) {
    size_t each = type == CPUID_POLICY ? 24 : 16;
    if (body.length == 0 || body.length % each != 0) reject("length of a policy");
    for (size_t at = 0; at < body.length; at += each) {
        uint32_t first = u32(image, body.at + at), second = u32(image, body.at + at + 4);
        if (type == CPUID_POLICY ? !leaf_is_known(first, second) : (first != 0xce && first != 0x10a) || second != 0)
            reject("entry of a policy");
        /* 7.3.3: eax is the size of the component, ebx its offset. Subleaves 0 and 1 are about the area as a whole. */
        uint64_t size = u32(image, body.at + at + 8);
        if (type == CPUID_POLICY && first == 0xd && second >= 2 && size != 0)
            image->xsave_ends[second] = size + u32(image, body.at + at + 12);
    }
}

static void record(image *image, uint32_t type, octets body) {
    if (type & OPTIONAL) return;
    if (type >= TYPES || type == TOOLSTACK || type == DIRTY_PFN_LIST) reject("a mandatory record that has no place here");
    if (type == CHECKPOINT) reject("CHECKPOINT in a plain stream");
    bool of_static = type == STATIC_DATA_END || type == CPUID_POLICY || type == MSR_POLICY;
    if (of_static && image->version == 2) reject("static data of version 3 in version 2");
    if (of_static && image->static_end) reject("static data after STATIC_DATA_END");
    if ((type == PAGE_DATA || type == P2M_FRAMES) && image->version == 3 && !image->static_end)
        reject("memory before STATIC_DATA_END");
    bool of_pv = (type >= PV_INFO && type <= SHARED_INFO) || type == VCPU_MSRS;
    bool of_hvm = type == HVM_CONTEXT || type == HVM_PARAMS;
    if ((of_pv && image->kind != 1) || (of_hvm && image->kind != 2)) reject("a record of the other kind of domain");
    switch (type) {
    case PAGE_DATA: page_data(image, body); break;
    case TSC_INFO: tsc(image, body); break;
    case HVM_CONTEXT: hvm_context(image, body); break;
    case HVM_PARAMS: hvm_params(image, body); break;
    case VERIFY: image->verifying = true; break;
    case STATIC_DATA_END: image->static_end = true; break;
    case CPUID_POLICY:
    case MSR_POLICY: policy(image, type, body); break;
    default: pv_record(image, type, body);
    }
}

void image_read(image *image) {
    headers(image);
    const uint8_t *octet = image->all.at;
    size_t at = 40, size = image->all.length;
    for (;;) {
        if (size - at < 8) reject("ends before END");
        uint32_t type = u32(image, octet + at), length = u32(image, octet + at + 4);
        if (length > LONGEST) reject("a record of more than 128 MiB");
        size_t padded = ((size_t)length + 7) & ~(size_t)7;
        if (size - at - 8 < padded) reject("ends inside a record");
        octets body = {octet + at + 8, length};
        at += 8 + padded;
        if (type == END) break;
        record(image, type, body);
    }
    image->consumed = at;
    if (image->version == 3 && !image->static_end) reject("no STATIC_DATA_END");
    pages_settle(&image->memory);
    if (image->kind == 1) pv_finish(image);
    else if (!image->has_context) reject("no HVM_CONTEXT");
}
