// PocketSphinx 0.8 (5prealpha) and the part of SphinxBase beneath it that the decoder needs.
#pragma once

#include <pocketsphinx/pocketsphinx.h>
#include <sphinxbase/cmd_ln.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/feat.h>
#include <sphinxbase/jsgf.h>

/// Keeps the library's warnings and errors instead of letting it print them; each thread has the last of its own.
///
/// The library's callback is variadic, so Swift cannot supply one.
void cpocketsphinx_capture_log(void);

/// From now on each line is also written to stderr at once, where it outlives a process that the library ends.
void cpocketsphinx_echo_log(void);

/// Forgets the lines of this thread.
void cpocketsphinx_clear_log(void);

/// How many lines of this thread are kept.
int cpocketsphinx_log_count(void);

/// One line of this thread, 0 being the oldest; valid until the library is called again.
const char *cpocketsphinx_log_line(int index);

/// Whether that line is an error and not only a warning.
int cpocketsphinx_log_line_is_error(int index);
