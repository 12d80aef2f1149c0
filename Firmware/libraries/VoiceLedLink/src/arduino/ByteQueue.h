#pragma once
#include <stdint.h>

namespace voiceled {

/// Bytes on their way between an interrupt and the sketch: one adds, the other takes. `size` is a power of two, at most 128.
template <uint8_t size>
class ByteQueue {
 public:
  uint8_t count() const { return static_cast<uint8_t>(end - begin); }
  uint8_t room() const { return size - count(); }

  /// Only if there is room.
  void add(uint8_t byte) {
    bytes[end % size] = byte;
    end = end + 1;
  }
  /// The oldest byte; only if there is one.
  uint8_t first() const { return bytes[begin % size]; }
  void dropFirst() { begin = begin + 1; }

 private:
  // One byte each, so that neither side ever sees half of a change; all volatile, so that the byte is there before its count.
  volatile uint8_t bytes[size];
  volatile uint8_t begin = 0;
  volatile uint8_t end = 0;
};

}  // namespace voiceled
