// Only what the Swift importer cannot see by itself belongs here: variadic functions, macros, and headers that its
// Glibc module leaves out.
#pragma once

#include <alsa/asoundlib.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/eventfd.h>

/// What the last failing call on this thread complained of; alsa-lib would print it over the top of our own messages.
static _Thread_local char calsa_last_message[256];

// The handler that alsa-lib wants is variadic, so Swift cannot supply one.
static inline void calsa_keep_message(const char *file, int line, const char *function, int error,
                                      const char *format, ...) {
    (void)file, (void)line, (void)function, (void)error;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(calsa_last_message, sizeof calsa_last_message, format, arguments);
    va_end(arguments);
}

static inline void calsa_capture_messages(void) {
    snd_lib_error_set_handler(calsa_keep_message);
}
