/*
 * Xen's own restorer, libxenguest, asked about many images in one process: for each line "FILE KIND VCPUS STREAM" of standard input it
 * makes a domain, has a child restore FILE into it by xc_domain_restore, as xl's helper does, and destroys the domain. Says for each what
 * libxc logged, every line after "FILE: ", and then "FILE accept", "FILE reject", "FILE hang" or "FILE crash SIGNAL".
 * KIND is pv, pvh or hvm, STREAM plain or remus.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xenctrl.h>
#include <xenguest.h>

/* Seconds for one image, and KiB that a domain may have: more than any image of a tiny guest takes. */
enum { LIMIT = 120, MOST_KIB = 160 << 10, P2M_OCTETS = 8 << 20 };
enum { ACCEPT, REJECT, FAULT };

static const struct { const char *kind; uint32_t flags, emulation; } KINDS[] = {
    {"pv", 0, 0},
    {"pvh", XEN_DOMCTL_CDF_hvm | XEN_DOMCTL_CDF_hap, XEN_X86_EMU_LAPIC},
    {"hvm", XEN_DOMCTL_CDF_hvm | XEN_DOMCTL_CDF_hap, XEN_X86_EMU_ALL & ~XEN_X86_EMU_VPCI},
};

static xc_interface *xch;
static uint32_t domain;

static int static_data_done(unsigned int missing, void *data) {
    (void)data;
    if (!(missing & XGR_SDD_MISSING_CPUID)) return 0;
    return xc_cpuid_apply_policy(xch, domain, true, NULL, 0, true, false, false, NULL, NULL);
}

static int checkpoint(void *data) {
    (void)data;
    return XGR_CHECKPOINT_SUCCESS;
}

static bool make_domain(const char *kind, unsigned int vcpus) {
    for (size_t i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++) {
        if (strcmp(kind, KINDS[i].kind) != 0) continue;
        struct xen_domctl_createdomain config = {
            .handle = {0x7f},
            .flags = KINDS[i].flags,
            .max_vcpus = vcpus,
            .max_evtchn_port = 1023,
            .max_grant_frames = 32,
            .max_maptrack_frames = 1024,
            .grant_opts = XEN_DOMCTL_GRANT_version(2),
            .arch.emulation_flags = KINDS[i].emulation,
        };
        domain = 0;
        return xc_domain_create(xch, &domain, &config) == 0 && xc_domain_max_vcpus(xch, domain, vcpus) == 0 &&
               xc_domain_setmaxmem(xch, domain, MOST_KIB) == 0 &&
               (KINDS[i].flags == 0 || xc_set_paging_mempool_size(xch, domain, P2M_OCTETS) == 0);
    }
    return false;
}

/* libxc reads in small pieces, which a share of the host answers one by one: it gets a copy in memory. */
static int in_memory(const char *file) {
    static char buffer[1 << 19];
    int from = open(file, O_RDONLY), to = memfd_create("image", 0);
    ssize_t got;
    while ((got = read(from, buffer, sizeof buffer)) > 0)
        if (write(to, buffer, got) != got) return -1;
    close(from);
    return got < 0 || lseek(to, 0, SEEK_SET) != 0 ? -1 : to;
}

static int restore(int image, xc_stream_type_t stream) {
    xentoollog_logger *log = (xentoollog_logger *)xtl_createlogger_stdiostream(stderr, XTL_INFO, 0);
    unsigned long store = 0, console = 0;
    struct restore_callbacks callbacks = {.static_data_done = static_data_done, .checkpoint = checkpoint};
    xch = xc_interface_open(log, log, 0);
    if (xch == NULL) return FAULT;
    int store_port = xc_evtchn_alloc_unbound(xch, domain, 0), console_port = xc_evtchn_alloc_unbound(xch, domain, 0);
    if (store_port < 0 || console_port < 0) return FAULT;
    int failed = xc_domain_restore(xch, image, domain, store_port, &store, 0, console_port, &console, 0, stream, &callbacks, -1);
    return failed ? REJECT : ACCEPT;
}

static void tell_log(const char *file, int from) {
    char line[4096];
    FILE *log = fdopen(from, "r");
    while (fgets(line, sizeof line, log)) printf("%s: %s%s", file, line, strchr(line, '\n') ? "" : "\n");
    fclose(log);
}

static void tell(const char *file, const char *stream, int image) {
    int log[2], status;
    if (pipe(log) != 0) exit(2);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        dup2(log[1], STDERR_FILENO);
        close(log[0]);
        close(log[1]);
        alarm(LIMIT);
        _exit(restore(image, strcmp(stream, "remus") == 0 ? XC_STREAM_REMUS : XC_STREAM_PLAIN));
    }
    close(log[1]);
    tell_log(file, log[0]);
    if (child < 0 || waitpid(child, &status, 0) != child || (WIFEXITED(status) && WEXITSTATUS(status) >= FAULT)) exit(2);
    if (WIFEXITED(status)) printf("%s %s\n", file, WEXITSTATUS(status) == ACCEPT ? "accept" : "reject");
    else if (WTERMSIG(status) == SIGALRM) printf("%s hang\n", file);
    else printf("%s crash %s\n", file, strsignal(WTERMSIG(status)));
}

int main(void) {
    char file[256], kind[8], stream[8];
    unsigned int vcpus;
    xch = xc_interface_open(NULL, NULL, 0);
    if (xch == NULL) return 2;
    while (scanf("%255s %7s %u %7s", file, kind, &vcpus, stream) == 4) {
        int image = in_memory(file);
        if (image < 0 || !make_domain(kind, vcpus)) {
            perror(file);
            return 2;
        }
        tell(file, stream, image);
        close(image);
        if (xc_domain_destroy(xch, domain) != 0) return 2;
        fflush(stdout);
    }
    return 0;
}
