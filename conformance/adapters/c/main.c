/* The adapter: about, read IMAGE, serve (conformance/README.md). */
#include "reader.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static const char ABOUT[] =
    "{\"protocol\":1,\"name\":\"dsi-c\",\"version\":\"1.0.0\",\"editions\":[\"v2\",\"v3\"],\"roles\":[\"reader\"],"
    "\"features\":[\"x86-pv\",\"x86-hvm\",\"big-endian\",\"synthetic\"],"
    "\"choices\":{\"byte-order\":\"both\",\"record-limit\":\"refuse\",\"static-in-v2\":\"refuse\"},"
    "\"values\":[\"edition\",\"endian\",\"octets\",\"end\",\"domain\",\"memory\"],\"serve\":true}";

static jmp_buf rejected;
static const char *reason;

_Noreturn void reject(const char *why) {
    reason = why;
    longjmp(rejected, 1);
}

/* The value of a key in a JSON text that holds no key twice: for a string its text between the quotes, else what stands
 * there. NULL where the key is missing. Good for what a harness sends: flat objects, one of them nested. */
static char *member(const char *json, const char *key) {
    char quoted[32];
    snprintf(quoted, sizeof quoted, "\"%s\"", key);
    for (const char *at = json ? strstr(json, quoted) : NULL; at != NULL; at = strstr(at + 1, quoted)) {
        const char *value = at + strlen(quoted);
        value += strspn(value, " \t");
        if (*value++ != ':') continue;
        value += strspn(value, " \t");
        bool text = *value == '"';
        if (text) value++;
        char *copy = malloc(strlen(value) + 1), *to = copy;
        if (copy == NULL) abort();
        for (; *value != '\0' && (text ? *value != '"' : strchr(",}] \t\n", *value) == NULL); value++) {
            if (text && *value == '\\') value++;
            *to++ = *value;
        }
        *to = '\0';
        return copy;
    }
    return NULL;
}

static bool is(const char *text, const char *wanted) { return text != NULL && strcmp(text, wanted) == 0; }

static uint8_t *load(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) return NULL;
    long size = ftell(file);
    uint8_t *octets = size < 0 ? NULL : malloc((size_t)size + 1);
    rewind(file);
    if (octets != NULL && fread(octets, 1, (size_t)size, file) != (size_t)size) {
        free(octets);
        octets = NULL;
    }
    fclose(file);
    *length = (size_t)size;
    return octets;
}

static void print_state(const image *image) {
    printf("{\"dsi\":\"state/1\",\"edition\":\"v%d\",\"container\":[],\"endian\":\"%s\",\"octets\":%zu,"
           "\"end\":\"complete\",\"domain\":{\"type\":\"%s\",\"pageShift\":12,\"xen\":[%u,%u]},\"memory\":",
           image->version, image->big_endian ? "big" : "little", image->consumed, image->kind == 1 ? "pv" : "hvm",
           image->xen_major, image->xen_minor);
    print_memory(&image->memory, stdout);
    printf(",\"checkpoints\":0}");
}

enum outcome { ACCEPT, REJECT, FAULT, UNSUPPORTED };

/* Reads one image; `state` is told where in the output a state begins and ends. */
static enum outcome answer(const char *path, const char *edition, const char *context, void (*accept)(const image *)) {
    char *stream = member(context, "stream"), *channel = member(context, "channel");
    bool plain = (stream == NULL || is(stream, "plain")) && (channel == NULL || is(channel, "forward"));
    free(stream), free(channel);
    if (!plain || !(edition == NULL || is(edition, "v2") || is(edition, "v3"))) return UNSUPPORTED;

    static image image;
    memset(&image, 0, sizeof image);
    image.into.edition = is(edition, "v2") ? 2 : 3;
    char *kind = member(context, "kind"), *vcpus = member(context, "vcpus");
    image.into.kind = is(kind, "pv") ? 1 : is(kind, "hvm") ? 2 : 0;
    image.into.vcpus = vcpus == NULL ? -1 : strtoll(vcpus, NULL, 10);
    free(kind), free(vcpus);
    uint8_t *octets = load(path, &image.all.length);
    image.all.at = octets;
    if (octets == NULL) return FAULT;
    enum outcome outcome = REJECT;
    if (setjmp(rejected) == 0) {
        image_read(&image);
        accept(&image);
        outcome = ACCEPT;
    }
    free(image.memory.list);
    free(octets);
    return outcome;
}

static const char *seq;

static void served(const image *image) {
    printf("{\"seq\":\"%s\",\"outcome\":\"accept\",\"value\":", seq);
    print_state(image);
    puts("}");
}

static int serve(void) {
    static char line[1 << 16];
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *asked = member(line, "seq"), *verb = member(line, "do"), *path = member(line, "image"),
             *edition = member(line, "edition");
        if (asked == NULL) return 2;
        seq = asked;
        switch (is(verb, "read") && path != NULL ? answer(path, edition, line, served) : UNSUPPORTED) {
        case ACCEPT: break;
        case REJECT: printf("{\"seq\":\"%s\",\"outcome\":\"reject\"}\n", asked); break;
        case UNSUPPORTED: printf("{\"seq\":\"%s\",\"outcome\":\"unsupported\",\"what\":\"this request\"}\n", asked); break;
        case FAULT: return 2;
        }
        fflush(stdout);
        free(asked), free(verb), free(path), free(edition);
    }
    return 0;
}

static void printed(const image *image) {
    print_state(image);
    puts("");
}

int main(int argc, char **argv) {
    if (argc == 2 && is(argv[1], "about")) return puts(ABOUT) < 0;
    if (argc == 2 && is(argv[1], "serve")) return serve();
    if (argc != 3 || !is(argv[1], "read")) {
        fputs("about | read IMAGE | serve\n", stderr);
        return 3;
    }
    switch (answer(argv[2], getenv("DSI_EDITION"), getenv("DSI_CONTEXT"), printed)) {
    case ACCEPT: return 0;
    case REJECT:
        fprintf(stderr, "%s\n", reason);
        puts("{}");
        return 1;
    case UNSUPPORTED: return 3;
    case FAULT: perror(argv[2]);
    }
    return 2;
}
