// pocketsphinx.h asks for <ps_search.h> as if its own folder were on the search path; this puts it there.
#include <pocketsphinx/ps_search.h>
