#include "CPocketSphinx.h"

#include <stdarg.h>
#include <stdio.h>

static void format_line(void *handler, err_lvl_t level, const char *format, ...) {
    char line[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    ((cpocketsphinx_line_handler)handler)(level, line);
}

void cpocketsphinx_set_line_handler(cpocketsphinx_line_handler handler) {
    err_set_callback(format_line, (void *)handler);
}
