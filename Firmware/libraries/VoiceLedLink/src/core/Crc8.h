#pragma once
#include <stdint.h>

namespace voiceled {

/// CRC-8 with polynomial 0x07 and initial value 0x00 (CRC-8/SMBUS; "123456789" gives 0xF4).
uint8_t crc8(const char *bytes, uint8_t length);

/// A second checksum of the same bytes: polynomial 0x1D, initial value 0xFF (CRC-8/SAE-J1850 without its last
/// inversion). The two polynomials share no factor, so that both together miss one damage in 65,536.
uint8_t secondCrc8(const char *bytes, uint8_t length);

}  // namespace voiceled
