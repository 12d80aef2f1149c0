#include "LedPin.h"

namespace voiceled {

void LedPin::attach(uint8_t pin) {
  this->pin = pin;
  uint8_t timer = digitalPinToTimer(pin);
  // Timer 2 keeps the time of BluetoothSerial.
  hasPwm = timer != NOT_ON_TIMER && timer != TIMER2A && timer != TIMER2B;
  pinMode(pin, OUTPUT);
}

void LedPin::shine(uint8_t duty) {
  if (hasPwm) return analogWrite(pin, duty);
  bool isSteady = duty == 0 || duty == 255;
  lit = isSteady ? 0 : static_cast<uint32_t>(period) * duty / 255;
  if (isSteady) write(duty == 255);
}

void LedPin::refresh(uint16_t now) {
  if (lit == 0) return;
  uint16_t elapsed = now - periodStart;
  if (elapsed >= period) {
    periodStart = elapsed < 2 * period ? periodStart + period : now;
    elapsed = now - periodStart;
  }
  bool high = elapsed < lit;
  if (high != isHigh) write(high);
}

void LedPin::write(bool high) {
  isHigh = high;
  digitalWrite(pin, high ? HIGH : LOW);
}

}  // namespace voiceled
