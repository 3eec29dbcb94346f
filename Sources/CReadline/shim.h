#ifndef PRECEPTOR_CREADLINE_SHIM_H
#define PRECEPTOR_CREADLINE_SHIM_H

// readline.h uses FILE and does not include it.
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

// Swift 6 refuses mutable C globals. These few are only touched by ReadlineSource.swift, which has one owner
// at a time and is called from one thread.
#define PRECEPTOR_SHARED extern __attribute__((swift_attr("nonisolated(unsafe)")))

PRECEPTOR_SHARED const char *rl_readline_name;
PRECEPTOR_SHARED char *rl_line_buffer;
PRECEPTOR_SHARED int rl_done;
PRECEPTOR_SHARED unsigned long rl_readline_state;
PRECEPTOR_SHARED int rl_change_environment;
PRECEPTOR_SHARED rl_getc_func_t *rl_getc_function;
PRECEPTOR_SHARED rl_completion_func_t *rl_attempted_completion_function;
PRECEPTOR_SHARED int rl_attempted_completion_over;
PRECEPTOR_SHARED const char *rl_completer_word_break_characters;

#undef PRECEPTOR_SHARED

#endif
