/* PAGE_DATA and the memory that is left of it: chapter 6. */
#include "reader.h"
#include <stdlib.h>
#include <string.h>

static const char *const NAMES[16] = {"notab", "l1",    "l2",    "l3",    "l4",     NULL,     NULL,     NULL,
                                      NULL,    "l1pin", "l2pin", "l3pin", "l4pin", "broken", "xalloc", "xtab"};

bool has_contents(uint8_t type) { return type < 0xd; }

void page_data(image *image, octets body) {
    if (image->kind == 1 && !image->has_p2m) reject("PAGE_DATA before X86_PV_P2M_FRAMES");
    if (body.length < 8) reject("a short PAGE_DATA");
    uint64_t count = u32(image, body.at), wanted = 8 + 8 * count;
    if (count == 0) reject("a PAGE_DATA without entries");
    if (body.length < wanted) reject("a short PAGE_DATA");
    const uint8_t *data = body.at + wanted;
    pages *memory = &image->memory;
    for (uint64_t i = 0; i < count; i++) {
        uint64_t entry = u64(image, body.at + 8 + 8 * i), pfn = entry & 0xfffffffffffff;
        uint8_t type = entry >> 60;
        if (NAMES[type] == NULL) reject("page type 5 to 8");
        if (image->kind == 1 && pfn > image->p2m_end) reject("a pfn beyond end_pfn");
        if (image->kind == 2 && pfn >> 40 != 0) reject("a pfn of 2^40 or more");
        if (image->kind == 1 && image->levels == 3 && (type == 4 || type == 0xc)) reject("a fourth level of three");
        const uint8_t *contents = NULL;
        if (has_contents(type)) {
            wanted += 4096;
            if (body.length < wanted) reject("a short PAGE_DATA");
            contents = data, data += 4096;
        }
        if (image->verifying) continue;
        if (memory->count == memory->room) {
            memory->room = memory->room ? 2 * memory->room : 1024;
            memory->list = realloc(memory->list, memory->room * sizeof *memory->list);
            if (memory->list == NULL) abort();
        }
        memory->list[memory->count] = (page){pfn, memory->count, contents, type};
        memory->count++;
    }
    if (body.length != wanted) reject("a long PAGE_DATA");
}

static int by_pfn_then_order(const void *left, const void *right) {
    const page *a = left, *b = right;
    if (a->pfn != b->pfn) return a->pfn < b->pfn ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

void pages_settle(pages *memory) {
    if (memory->count == 0) return;
    qsort(memory->list, memory->count, sizeof *memory->list, by_pfn_then_order);
    size_t kept = 0;
    for (size_t i = 0; i < memory->count; i++) {
        if (kept > 0 && memory->list[kept - 1].pfn == memory->list[i].pfn) kept--;
        memory->list[kept++] = memory->list[i];
    }
    memory->count = kept;
}

const page *page_of(const pages *memory, uint64_t pfn) {
    size_t low = 0, high = memory->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (memory->list[middle].pfn < pfn) low = middle + 1;
        else high = middle;
    }
    return low < memory->count && memory->list[low].pfn == pfn ? &memory->list[low] : NULL;
}

/* Runs of one type; the digest of a run is over the digests of its pages. */
void print_memory(const pages *memory, FILE *out) {
    fputc('[', out);
    for (size_t first = 0, next; first < memory->count; first = next) {
        const page *run = memory->list + first;
        sha256 sum;
        uint8_t digest[32];
        sha256_start(&sum);
        for (next = first; next < memory->count; next++) {
            const page *one = memory->list + next;
            if (one->type != run->type || one->pfn != run->pfn + (next - first)) break;
            if (one->data == NULL) continue;
            sha256 contents;
            sha256_start(&contents);
            sha256_add(&contents, one->data, 4096);
            sha256_end(&contents, digest);
            sha256_add(&sum, digest, sizeof digest);
        }
        fprintf(out, "%s{\"pfn\":\"0x%llx\",\"count\":\"0x%llx\",\"type\":\"%s\"", first ? "," : "",
                (unsigned long long)run->pfn, (unsigned long long)(next - first), NAMES[run->type]);
        if (has_contents(run->type)) {
            sha256_end(&sum, digest);
            fputs(",\"sha256\":\"", out);
            for (int i = 0; i < 32; i++) fprintf(out, "%02x", digest[i]);
            fputc('"', out);
        }
        fputc('}', out);
    }
    fputc(']', out);
}
