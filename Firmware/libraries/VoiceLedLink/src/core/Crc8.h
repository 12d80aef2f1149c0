#pragma once
#include <stdint.h>

namespace voiceled {

/// CRC-8 with polynomial 0x07 and initial value 0x00 (CRC-8/SMBUS; "123456789" gives 0xF4).
uint8_t crc8(const char *bytes, uint8_t length);

}  // namespace voiceled
