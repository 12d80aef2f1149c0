// PocketSphinx 0.8 (5prealpha) and the part of SphinxBase beneath it that the decoder needs.
#pragma once

#include <pocketsphinx/pocketsphinx.h>
#include <sphinxbase/cmd_ln.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/feat.h>
#include <sphinxbase/jsgf.h>

/// Receives one formatted message of the library, with the level that it gave it.
typedef void (*cpocketsphinx_line_handler)(int level, const char *line);

/// Sends every message of the library, of all threads, to `handler` instead of stderr.
///
/// The library's own callback is variadic, so Swift cannot supply one: the message is formatted here.
void cpocketsphinx_set_line_handler(cpocketsphinx_line_handler handler);
