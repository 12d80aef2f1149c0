#include "CALSA.h"

#include <stdarg.h>
#include <stdio.h>

static _Thread_local char message[256];

// The handler that alsa-lib wants is variadic, so Swift cannot supply one.
static void keep_message(const char *file, int line, const char *function, int error, const char *format, ...) {
    (void)file, (void)line, (void)function, (void)error;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
}

void calsa_capture_messages(void) {
    snd_lib_error_set_handler(keep_message);
}

void calsa_clear_message(void) {
    message[0] = '\0';
}

const char *calsa_message(void) {
    return message;
}
