// Preloaded into a program: one in PAROLO_FAIL_ONE_IN writes and syncs to files below PAROLO_FAIL_BELOW fails with the
// error number PAROLO_FAIL_WITH, nothing written.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static int fails(int fd) {
  static __thread unsigned state = 0;
  const char *below = getenv("PAROLO_FAIL_BELOW");
  const char *one_in = getenv("PAROLO_FAIL_ONE_IN");
  const char *with = getenv("PAROLO_FAIL_WITH");
  if (fd < 3 || below == NULL || one_in == NULL || with == NULL) return 0;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  if (strncmp(path, below, strlen(below)) != 0) return 0;
  if (state == 0) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    state = (unsigned)now.tv_nsec ^ (unsigned)getpid() * 2654435761u;
  }
  if (rand_r(&state) % (unsigned)atoi(one_in) != 0) return 0;
  errno = atoi(with);
  return 1;
}

#define REAL(name) static __typeof__(&name) real = NULL; if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t count) { REAL(write); return fails(fd) ? -1 : real(fd, bytes, count); }
ssize_t writev(int fd, const struct iovec *parts, int count) { REAL(writev); return fails(fd) ? -1 : real(fd, parts, count); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { REAL(pwrite); return fails(fd) ? -1 : real(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { REAL(pwrite64); return fails(fd) ? -1 : real(fd, bytes, count, at); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { REAL(pwritev); return fails(fd) ? -1 : real(fd, parts, count, at); }
int fsync(int fd) { REAL(fsync); return fails(fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails(fd) ? -1 : real(fd); }
