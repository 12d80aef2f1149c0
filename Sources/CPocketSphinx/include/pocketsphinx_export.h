// pocketsphinx.h asks for <pocketsphinx_export.h> as if its own folder were on the search path; this puts it there.
#include <pocketsphinx/pocketsphinx_export.h>
