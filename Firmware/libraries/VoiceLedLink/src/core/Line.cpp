#include "Line.h"

#include "Crc8.h"

namespace voiceled {

Line &Line::character(char c) {
  if (count < longestLine) buffer[count++] = c;
  return *this;
}

Line &Line::text(const char *text) {
  while (*text) character(*text++);
  return *this;
}

Line &Line::number(uint16_t value) {
  if (value >= 10) number(value / 10);
  return character('0' + value % 10);
}

Line &Line::hex(uint32_t value, uint8_t digits) {
  while (digits-- > 0) character("0123456789abcdef"[value >> (4 * digits) & 0xF]);
  return *this;
}

Line &Line::sealed() {
  uint8_t crc = crc8(buffer + 1, count - 1);
  return character('*').hex(crc, 2);
}

}  // namespace voiceled
