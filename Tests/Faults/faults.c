// Lets one call go wrong by which a program changes files below a folder. Loaded before the C library (LD_PRELOAD).
//
// FAULT_FOLDER  the folder, without links and a slash at its end
// FAULT_CALLS   a file that grows by a byte at each such call, so that its size is their number
// FAULT_AT      the number of the call that goes wrong, from 1; none does without it
// FAULT_KIND    fail         nothing is done, and the call tells of an input/output error
//               full         as on a full disk, now and ever after
//               short        half of what is to be written is, and the call tells so
//               kill-before  the program is killed before the call is made
//               kill-half    the program is killed when half of what is to be written is
//               kill-after   the program is killed once the call was made

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static long calls;
static int is_full;

#define NEXT(name) static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int is_below(const char *path) {
    const char *folder = getenv("FAULT_FOLDER");
    size_t length = folder ? strlen(folder) : 0;
    return length && path && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int concerns_path(const char *path) {
    if (!path || path[0] == '/') return is_below(path);
    char full[PATH_MAX * 2], here[PATH_MAX];
    if (syscall(SYS_getcwd, here, sizeof here) < 0) return 0;
    snprintf(full, sizeof full, "%s/%s", here, path);
    return is_below(full);
}

static int concerns(int descriptor) {
    char link[64], path[PATH_MAX];
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_below(path);
}

enum fault { NONE, FAIL, FULL, SHORT, KILL_BEFORE, KILL_HALF, KILL_AFTER };

// Counts a call, and says what becomes of it.
static enum fault next_fault(void) {
    const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND"), *report = getenv("FAULT_CALLS");
    calls++;
    if (report) {
        int file = (int)syscall(SYS_openat, AT_FDCWD, report, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file >= 0) {
            syscall(SYS_write, file, ".", 1);
            syscall(SYS_close, file);
        }
    }
    if (is_full) return FULL;
    if (!at || !kind || atol(at) != calls) return NONE;
    if (!strcmp(kind, "fail")) return FAIL;
    if (!strcmp(kind, "full")) { is_full = 1; return FULL; }
    if (!strcmp(kind, "short")) return SHORT;
    if (!strcmp(kind, "kill-before")) return KILL_BEFORE;
    if (!strcmp(kind, "kill-half")) return KILL_HALF;
    return KILL_AFTER;
}

static void end_at_once(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); }

// A call that writes nothing by itself, or all or nothing.
#define GUARDED(is_concerned, call)                                                            \
    if (!(is_concerned)) return call;                                                          \
    enum fault fault = next_fault();                                                           \
    if (fault == FAIL) { errno = EIO; return -1; }                                             \
    if (fault == FULL && TAKES_ROOM) { errno = ENOSPC; return -1; }                            \
    if (fault == KILL_BEFORE || fault == KILL_HALF) end_at_once();                             \
    __typeof__(call) result = call;                                                            \
    if (fault == KILL_AFTER) end_at_once();                                                    \
    return result

// A call that may write a part.
#define WRITTEN(size, whole, half)                                                             \
    if (!concerns(descriptor)) return whole;                                                   \
    enum fault fault = next_fault();                                                           \
    if (fault == FAIL) { errno = EIO; return -1; }                                             \
    if (fault == FULL) { errno = ENOSPC; return -1; }                                          \
    if (fault == KILL_BEFORE) end_at_once();                                                   \
    if (fault == SHORT && (size) > 1) return half;                                             \
    if (fault == KILL_HALF) { if ((size) > 1) (void)!half; end_at_once(); }                    \
    ssize_t result = whole;                                                                    \
    if (fault == KILL_AFTER) end_at_once();                                                    \
    return result

ssize_t write(int descriptor, const void *bytes, size_t size) {
    NEXT(write);
    WRITTEN(size, next(descriptor, bytes, size), next(descriptor, bytes, size / 2));
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t place) {
    NEXT(pwrite);
    WRITTEN(size, next(descriptor, bytes, size, place), next(descriptor, bytes, size / 2, place));
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t place) {
    NEXT(pwrite64);
    WRITTEN(size, next(descriptor, bytes, size, place), next(descriptor, bytes, size / 2, place));
}

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
    NEXT(writev);
    WRITTEN(count, next(descriptor, pieces, count), next(descriptor, pieces, count / 2));
}

#define TAKES_ROOM 0
int fsync(int descriptor) { NEXT(fsync); GUARDED(concerns(descriptor), next(descriptor)); }
int fdatasync(int descriptor) { NEXT(fdatasync); GUARDED(concerns(descriptor), next(descriptor)); }
int unlink(const char *path) { NEXT(unlink); GUARDED(concerns_path(path), next(path)); }
int ftruncate(int descriptor, off_t size) { NEXT(ftruncate); GUARDED(concerns(descriptor), next(descriptor, size)); }
int ftruncate64(int descriptor, off64_t size) { NEXT(ftruncate64); GUARDED(concerns(descriptor), next(descriptor, size)); }
#undef TAKES_ROOM
#define TAKES_ROOM 1
int rename(const char *old, const char *new) { NEXT(rename); GUARDED(concerns_path(new), next(old, new)); }
int link(const char *old, const char *new) { NEXT(link); GUARDED(concerns_path(new), next(old, new)); }
int mkdir(const char *path, mode_t mode) { NEXT(mkdir); GUARDED(concerns_path(path), next(path, mode)); }

// Opening changes something only where it may make or empty a file.
#define OPENED(call)                                                                           \
    mode_t mode = 0;                                                                           \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
        va_list list;                                                                          \
        va_start(list, flags);                                                                 \
        mode = va_arg(list, mode_t);                                                           \
        va_end(list);                                                                          \
    }                                                                                          \
    GUARDED((flags & (O_CREAT | O_TRUNC)) && concerns_path(path), call)

int open(const char *path, int flags, ...) { NEXT(open); OPENED(next(path, flags, mode)); }
int open64(const char *path, int flags, ...) { NEXT(open64); OPENED(next(path, flags, mode)); }
