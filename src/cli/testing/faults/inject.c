/*
 * A library for LD_PRELOAD that gets between a program and the files of one folder, and its standard input and output where they are pipes.
 *
 *   DSI_FAULT_FOLDER   only files below it are touched
 *   DSI_FAULT_SHORT    in percent: how many reads and writes move fewer octets than they were asked to, by DSI_FAULT_SEED
 *   DSI_FAULT_AT       the n-th write, rename or unlink (or read, with DSI_FAULT_READS) fails, counted from 1 ...
 *   DSI_FAULT_ERRNO    ... with this number
 *   DSI_FAULT_LOG      a file that a line is put into when that has happened
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long state, done;

static const char *folder(void) { return getenv("DSI_FAULT_FOLDER"); }

static long number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : atol(text);
}

static int below(const char *path) {
  const char *place = folder();
  return place != NULL && strncmp(path, place, strlen(place)) == 0;
}

/* Whether a descriptor is one of those that are to be tried: a file of the folder, or a pipe that the program was given. */
static int concerns(int fd) {
  char link[64], path[PATH_MAX];
  struct stat status;
  if (fd <= 1) return folder() != NULL && fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return below(path);
}

/* Whether the operation that comes now is the one that fails; says so in the log, and sets errno. */
static int fails(int reads) {
  long at = number("DSI_FAULT_AT");
  if (at == 0 || reads != (number("DSI_FAULT_READS") != 0)) return 0;
  pthread_mutex_lock(&lock);
  int now = (long)++done == at;
  pthread_mutex_unlock(&lock);
  if (!now) return 0;
  FILE *log = fopen(getenv("DSI_FAULT_LOG"), "a");
  if (log != NULL) {
    fputs("happened\n", log);
    fclose(log);
  }
  errno = (int)number("DSI_FAULT_ERRNO");
  return 1;
}

/* How many of `count` octets are moved this time, at least one. */
static size_t some(size_t count) {
  long percent = number("DSI_FAULT_SHORT");
  if (percent == 0 || count < 2) return count;
  pthread_mutex_lock(&lock);
  if (state == 0) state = (unsigned long)number("DSI_FAULT_SEED") | 1;
  state = state * 6364136223846793005UL + 1442695040888963407UL;
  unsigned long drawn = state >> 33;
  pthread_mutex_unlock(&lock);
  return (long)(drawn % 100) < percent ? 1 + drawn % (count - 1) : count;
}

/* The vectors as far as `some` of their octets go: the first of them, shortened. */
static struct iovec first_of(const struct iovec *vectors, int count) {
  struct iovec first = {NULL, 0};
  for (int index = 0; index < count && first.iov_len == 0; index++) first = vectors[index];
  first.iov_len = some(first.iov_len);
  return first;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ONE(name, parameters, arguments, reads)                 \
  ssize_t name parameters {                                     \
    if (concerns(fd)) {                                         \
      if (fails(reads)) return -1;                              \
      count = some(count);                                      \
    }                                                           \
    return REAL(name) arguments;                                \
  }
#define MANY(name, single, parameters, arguments, one, reads)   \
  ssize_t name parameters {                                     \
    if (!concerns(fd)) return REAL(name) arguments;             \
    if (fails(reads)) return -1;                                \
    if (number("DSI_FAULT_SHORT") == 0) return REAL(name) arguments; \
    struct iovec first = first_of(vectors, count);              \
    return REAL(single) one;                                    \
  }

ONE(write, (int fd, const void *octets, size_t count), (fd, octets, count), 0)
ONE(pwrite64, (int fd, const void *octets, size_t count, off64_t at), (fd, octets, count, at), 0)
ONE(read, (int fd, void *octets, size_t count), (fd, octets, count), 1)
ONE(pread64, (int fd, void *octets, size_t count, off64_t at), (fd, octets, count, at), 1)
MANY(writev, write, (int fd, const struct iovec *vectors, int count), (fd, vectors, count), (fd, first.iov_base, first.iov_len), 0)
MANY(pwritev64, pwrite64, (int fd, const struct iovec *vectors, int count, off64_t at), (fd, vectors, count, at),
     (fd, first.iov_base, first.iov_len, at), 0)
MANY(readv, read, (int fd, const struct iovec *vectors, int count), (fd, vectors, count), (fd, first.iov_base, first.iov_len), 1)
MANY(preadv64, pread64, (int fd, const struct iovec *vectors, int count, off64_t at), (fd, vectors, count, at),
     (fd, first.iov_base, first.iov_len, at), 1)
ssize_t pwrite(int fd, const void *octets, size_t count, off_t at) { return pwrite64(fd, octets, count, at); }
ssize_t pread(int fd, void *octets, size_t count, off_t at) { return pread64(fd, octets, count, at); }
ssize_t pwritev(int fd, const struct iovec *vectors, int count, off_t at) { return pwritev64(fd, vectors, count, at); }
ssize_t preadv(int fd, const struct iovec *vectors, int count, off_t at) { return preadv64(fd, vectors, count, at); }

int rename(const char *from, const char *to) {
  if (below(to) && fails(0)) return -1;
  return REAL(rename)(from, to);
}
