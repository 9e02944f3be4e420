/* A Reader of domain save images, editions v2 and v3, written from spec/ alone: plain streams without a container, PV and
 * HVM, both byte orders. It keeps the whole image in memory and points into it. */
#ifndef READER_H
#define READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Octets of the image, or of a record's body in it. */
typedef struct {
    const uint8_t *at;
    size_t length;
} octets;

/* One entry of a PAGE_DATA record; `data` is NULL where the type has no contents. */
typedef struct {
    uint64_t pfn;
    size_t order; /* place in the image, so that the last one can win */
    const uint8_t *data;
    uint8_t type;
} page;

typedef struct {
    page *list; /* as they came; sorted, one for each pfn, after pages_settle */
    size_t count, room;
} pages;

enum { MAX_VCPUS = 8192 };
enum { BASIC, EXTENDED, XSAVE, MSRS, VCPU_KINDS };

/* What the image was asked to be restored into, where that is known. */
typedef struct {
    int edition; /* 2 or 3: whose Reader this is */
    int kind;    /* 0 not known, 1 PV, 2 HVM */
    int64_t vcpus; /* -1 not known */
} target;

typedef struct {
    target into;
    octets all;
    bool big_endian;
    int version;
    uint32_t kind; /* domain type: 1 PV, 2 HVM */
    uint32_t xen_major, xen_minor;
    size_t consumed;

    bool static_end, verifying;
    pages memory;

    bool has_info, has_p2m;
    uint32_t width, levels; /* of PV domains */
    uint32_t p2m_start, p2m_end;
    octets p2m_frames;
    octets vcpus[VCPU_KINDS][MAX_VCPUS]; /* contexts, the last of each kind and vCPU */

    uint64_t xsave_ends[64]; /* where each component ends in an area by the CPUID policy; 0 where it does not say */
    bool has_context;
} image;

/* Ends the reading: the image is rejected, `why` is for people. Never returns. */
_Noreturn void reject(const char *why);

/* Integers in the byte order of the image, and in that of x86, which the hypervisor's own structures keep. */
uint32_t u32(const image *, const uint8_t *);
uint64_t u64(const image *, const uint8_t *);
uint32_t le32(const uint8_t *);
uint64_t le64(const uint8_t *);
bool all_zero(const uint8_t *, size_t length);

/* image.c: reads `all`, or rejects it. */
void image_read(image *);

/* pages.c: chapter 6. */
void page_data(image *, octets body);
void pages_settle(pages *);
const page *page_of(const pages *, uint64_t pfn); /* NULL where the image does not name the pfn */
bool has_contents(uint8_t type);
void print_memory(const pages *, FILE *);

/* pv.c: chapter 7. */
void pv_record(image *, uint32_t type, octets body);
void pv_finish(image *);
/* Octets of an XSAVE area of these components, 0 when one of them is unknown. */
uint64_t xsave_size(const image *, uint64_t components);

/* hvm.c: chapter 9. */
void hvm_context(image *, octets body);
void hvm_params(const image *, octets body);

/* sha256.c: FIPS 180-4. */
typedef struct {
    uint32_t state[8];
    uint64_t length;
    uint8_t block[64];
} sha256;
void sha256_start(sha256 *);
void sha256_add(sha256 *, const void *, size_t length);
void sha256_end(sha256 *, uint8_t digest[32]);

#endif
