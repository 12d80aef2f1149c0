#pragma once
#include <stdint.h>

namespace voiceled {

/// Longest line on the wire, in bytes, its end not counted.
constexpr uint8_t longestLine = 60;

/// A line being written. What does not fit is left off.
class Line {
 public:
  Line &text(const char *text);
  Line &character(char c);
  Line &number(uint16_t value);
  /// `digits` lower-case hexadecimal digits.
  Line &hex(uint32_t value, uint8_t digits);
  /// Adds `*` and the CRC-8 of all but the first character.
  Line &sealed();

  const char *bytes() const { return buffer; }
  uint8_t length() const { return count; }

 private:
  char buffer[longestLine];
  uint8_t count = 0;
};

}  // namespace voiceled
