#include "CPocketSphinx.h"

#include <stdarg.h>
#include <stdio.h>

enum { LINES = 16, LINE_LENGTH = 256 };

// A ring. Per thread, so that decoders on different threads need no lock and don't see each other's troubles.
static _Thread_local struct {
    char text[LINES][LINE_LENGTH];
    char is_error[LINES];
    unsigned written;
} kept;

// Set before any thread loads a decoder, and never unset.
static int is_echoed;

static void keep_line(void *unused, err_lvl_t level, const char *format, ...) {
    (void)unused;
    if (level < ERR_WARN) return;
    unsigned slot = kept.written++ % LINES;
    kept.is_error[slot] = level >= ERR_ERROR;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(kept.text[slot], LINE_LENGTH, format, arguments);
    va_end(arguments);
    if (is_echoed) fputs(kept.text[slot], stderr);
}

static unsigned slot_of(int index) {
    unsigned oldest = kept.written < LINES ? 0 : kept.written - LINES;
    return (oldest + (unsigned)index) % LINES;
}

void cpocketsphinx_capture_log(void) {
    err_set_callback(keep_line, NULL);
    // Some of what it prints, such as its whole configuration, goes past the callback.
    err_set_logfp(NULL);
}

void cpocketsphinx_echo_log(void) {
    is_echoed = 1;
}

void cpocketsphinx_clear_log(void) {
    kept.written = 0;
}

int cpocketsphinx_log_count(void) {
    return kept.written < LINES ? (int)kept.written : LINES;
}

const char *cpocketsphinx_log_line(int index) {
    return kept.text[slot_of(index)];
}

int cpocketsphinx_log_line_is_error(int index) {
    return kept.is_error[slot_of(index)];
}
