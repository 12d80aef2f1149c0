#include "Crc8.h"

namespace voiceled {

namespace {

uint8_t checksum(const char *bytes, uint8_t length, uint8_t polynomial, uint8_t crc) {
  for (uint8_t i = 0; i < length; i++) {
    crc ^= static_cast<uint8_t>(bytes[i]);
    for (uint8_t bit = 0; bit < 8; bit++) crc = (crc & 0x80) ? (crc << 1) ^ polynomial : crc << 1;
  }
  return crc;
}

}  // namespace

uint8_t crc8(const char *bytes, uint8_t length) { return checksum(bytes, length, 0x07, 0x00); }

uint8_t secondCrc8(const char *bytes, uint8_t length) { return checksum(bytes, length, 0x1D, 0xFF); }

}  // namespace voiceled
