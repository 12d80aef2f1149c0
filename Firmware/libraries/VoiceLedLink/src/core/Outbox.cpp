#include "Outbox.h"

#include <string.h>

namespace voiceled {

void Outbox::add(const Line &line) {
  memmove(buffer, buffer + begin, end - begin);
  end -= begin;
  begin = 0;
  if (end + line.length() + 2 > capacity) return;
  memcpy(buffer + end, line.bytes(), line.length());
  end += line.length();
  buffer[end++] = '\r';
  buffer[end++] = '\n';
}

}  // namespace voiceled
