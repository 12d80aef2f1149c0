// alsa-lib, and what the Swift importer cannot see by itself.
#pragma once

#include <alsa/asoundlib.h>
#include <sys/eventfd.h>

/// Keeps alsa-lib's complaints, which otherwise go to stderr, over the top of our own messages.
void calsa_capture_messages(void);

/// Forgets what was complained of on this thread.
void calsa_clear_message(void);

/// The last complaint on this thread; empty if there was none.
const char *calsa_message(void);
