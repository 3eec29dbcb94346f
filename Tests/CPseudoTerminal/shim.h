#ifndef PRECEPTOR_CPSEUDOTERMINAL_SHIM_H
#define PRECEPTOR_CPSEUDOTERMINAL_SHIM_H

#include <spawn.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <wchar.h>

// The C library declares these only to those who ask for its extensions, which Swift does not.
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
int ptsname_r(int descriptor, char *path, size_t size);
int pipe2(int descriptors[2], int flags);
int wcwidth(wchar_t character);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

enum { PRECEPTOR_SPAWN_SETSID = 0x80 };

// Swift cannot call what takes any number of arguments. These follow a process, let it run on to its next system call,
// and to the end.
static inline long preceptor_trace(int process) {
    return ptrace(PTRACE_SEIZE, process, 0, (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL));
}
static inline long preceptor_trace_on(int process, long signal) {
    return ptrace(PTRACE_SYSCALL, process, 0, (void *)signal);
}

#endif
