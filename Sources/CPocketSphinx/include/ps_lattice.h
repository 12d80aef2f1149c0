// pocketsphinx.h asks for <ps_lattice.h> as if its own folder were on the search path; this puts it there.
#include <pocketsphinx/ps_lattice.h>
