#pragma once
#include <stdint.h>

#include "Line.h"

namespace voiceled {

/// Lines waiting until their port has room, so that no answer ever stops the sketch.
class Outbox {
 public:
  /// All of the line and its end, or nothing: a sender that floods the board loses answers, never commands.
  void add(const Line &line);

  bool isEmpty() const { return begin == end; }
  /// The next byte to send; only if not empty.
  char next() { return buffer[begin++]; }

 private:
  /// Two lines with their ends: a notice on its way never costs the answer behind it.
  static constexpr uint8_t capacity = 2 * (longestLine + 2);
  char buffer[capacity];
  uint8_t begin = 0;
  uint8_t end = 0;
};

}  // namespace voiceled
