#ifndef PRECEPTOR_CPSEUDOTERMINAL_SHIM_H
#define PRECEPTOR_CPSEUDOTERMINAL_SHIM_H

#include <spawn.h>
#include <stddef.h>
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

#endif
