/* Records of HVM domains: chapter 9. The chain of HVM_CONTEXT is the hypervisor's own, little-endian. */
#include "reader.h"

enum { CPU = 2, PIC = 3, PCI_LINK = 9, PIT = 10, CPU_XSAVE = 16, VIRIDIAN_VCPU = 17, CPU_MSR = 20, CODES = 21 };

typedef struct {
    uint32_t length;
    bool shorter; /* a shorter one is extended with zeros */
    bool per_vcpu;
} entry_rule;

static const entry_rule RULES[CODES] = {
    [1] = {24, 0, 0},   [2] = {1032, 1, 1}, [3] = {8, 0, 0},    [4] = {400, 0, 0},   [5] = {32, 1, 1},
    [6] = {1024, 0, 1}, [7] = {16, 0, 0},   [8] = {8, 0, 0},    [9] = {8, 0, 0},     [10] = {56, 0, 0},
    [11] = {24, 1, 0},  [12] = {1048, 0, 0}, [13] = {8, 0, 0},  [14] = {240, 0, 1},  [15] = {32, 1, 0},
    [16] = {0, 0, 1},   [17] = {216, 1, 1}, [18] = {32, 1, 1},  [19] = {8, 0, 1},    [20] = {0, 0, 1},
};

static void msrs(octets body) {
    if (body.length < 8) reject("length of CPU_MSR");
    uint64_t count = le32(body.at);
    if (count == 0 || body.length != 8 + 16 * count) reject("length of CPU_MSR");
    for (uint64_t i = 0; i < count; i++)
        if (le32(body.at + 8 + 16 * i + 4) != 0) reject("reserved word of CPU_MSR");
}

static void xsave(const image *image, octets body) {
    if (body.length < 600) reject("length of CPU_XSAVE");
    uint64_t enabled = le64(body.at + 8), ever = le64(body.at + 16);
    uint64_t size = xsave_size(image, ever);
    const uint8_t *header = body.at + 24 + 512;
    if (body.length < 24 + size) reject("length of CPU_XSAVE");
    if (size != 0 && !all_zero(body.at + 24 + size, body.length - 24 - size)) reject("a surplus of CPU_XSAVE that is not zero");
    if (enabled & ~ever || le64(header) & ~ever) reject("components of CPU_XSAVE");
    if (!all_zero(header + 8, 56)) reject("header of CPU_XSAVE");
}

static void must_be_zero(const uint8_t *at, octets body, size_t from, size_t to) {
    for (size_t i = from; i < to && i < body.length; i++)
        if (at[i] != 0) reject("octets that must be zero");
}

static void entry(const image *image, unsigned code, unsigned instance, octets body) {
    if (code >= CODES) reject("typecode");
    const entry_rule *rule = &RULES[code];
    if (rule->length != 0 && (body.length > rule->length || (body.length < rule->length && !rule->shorter)))
        reject("length of an entry");
    if (rule->per_vcpu ? instance >= 128 || (image->into.vcpus >= 0 && instance >= image->into.vcpus)
                       : instance > (code == PIC))
        reject("instance of an entry");
    switch (code) {
    case CPU: must_be_zero(body.at, body, 1028, 1032); break;
    case PCI_LINK: must_be_zero(body.at, body, 4, 8); break;
    case PIT: must_be_zero(body.at, body, 52, 56); break;
    case VIRIDIAN_VCPU: must_be_zero(body.at, body, 9, 16); break;
    case CPU_XSAVE: xsave(image, body); break;
    case CPU_MSR: msrs(body); break;
    }
}

void hvm_context(image *image, octets body) {
    for (size_t at = 0; at + 8 <= body.length;) {
        const uint8_t *head = body.at + at;
        unsigned code = head[0] | head[1] << 8, instance = head[2] | head[3] << 8;
        if (at == 0 && code != 1) reject("HVM_CONTEXT without HEADER");
        if (code == 0) {
            image->has_context = true;
            return;
        }
        octets inner = {head + 8, le32(head + 4)};
        if (inner.length > body.length - at - 8) reject("an entry that overruns HVM_CONTEXT");
        entry(image, code, instance, inner);
        if (code == 1 && (le32(inner.at) != 0x54381286 || le32(inner.at + 4) != 1)) reject("HEADER of HVM_CONTEXT");
        at += 8 + inner.length;
    }
    reject("HVM_CONTEXT without END");
}

void hvm_params(const image *image, octets body) {
    if (body.length < 8 || body.length != 8 + 16 * (uint64_t)u32(image, body.at)) reject("length of HVM_PARAMS");
    for (size_t at = 8; at < body.length; at += 16) {
        uint64_t index = u64(image, body.at + at), value = u64(image, body.at + at + 8);
        if (index >= 39) reject("index of a parameter");
        if (index == 36 && value != 0 && value != 4 && value != 8) reject("value of parameter 36");
        if (index == 9 && value != 0 && (!(value & 1) || value >> 13 != 0)) reject("value of parameter 9");
    }
}
