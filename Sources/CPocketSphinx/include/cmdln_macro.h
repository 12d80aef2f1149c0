// pocketsphinx.h asks for <cmdln_macro.h> as if its own folder were on the search path; this puts it there.
#include <pocketsphinx/cmdln_macro.h>
