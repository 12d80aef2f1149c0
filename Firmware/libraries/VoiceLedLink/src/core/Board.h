#pragma once
#include <stdint.h>

#include "Lights.h"
#include "Port.h"

namespace voiceled {

/// The lights and the two ends that command them: the computer on USB and a phone on Bluetooth. The last one wins.
class Board {
 public:
  /// `sketch` must outlive the board; at most 20 letters without spaces.
  explicit Board(const char *sketch)
      : usb(lights, Origin::usb, sketch), bluetooth(lights, Origin::bluetooth, sketch) {}

  Board(const Board &) = delete;
  Board &operator=(const Board &) = delete;

  Lights lights;
  Port usb;
  Port bluetooth;
};

}  // namespace voiceled
