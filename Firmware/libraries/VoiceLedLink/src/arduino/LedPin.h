#pragma once
#include <Arduino.h>

namespace voiceled {

/// One pin with an LED on it. Dims with the chip's PWM where the pin has it, and by switching in `refresh` where not.
class LedPin {
 public:
  void attach(uint8_t pin);

  /// 0 is dark, 255 full; both leave the pin perfectly steady.
  void shine(uint8_t duty);

  /// Switches a pin without PWM, 100 times a second. `now` in microseconds.
  void refresh(uint16_t now);

 private:
  static constexpr uint16_t period = 10000;

  void write(bool high);

  uint8_t pin = 0;
  bool hasPwm = false;
  bool isHigh = false;
  /// Microseconds of light in each period; 0 while nothing is to be switched.
  uint16_t lit = 0;
  uint16_t periodStart = 0;
};

}  // namespace voiceled
