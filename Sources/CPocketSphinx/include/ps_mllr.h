// pocketsphinx.h asks for <ps_mllr.h> as if its own folder were on the search path; this puts it there.
#include <pocketsphinx/ps_mllr.h>
