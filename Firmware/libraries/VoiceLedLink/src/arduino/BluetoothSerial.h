#pragma once
#include <Arduino.h>

/// The line to a Bluetooth module: pin 10 receives, pin 11 transmits, 9,600 baud, 8N1.
///
/// SoftwareSerial keeps interrupts off for as long as a byte takes; this takes one short interrupt a bit, so the clock
/// goes on and USB loses nothing. It needs timer 2 (no `tone()`, no `analogWrite` on pins 3 and 11) and the pin-change
/// interrupt of pins 8 to 13. There is one such line: all objects of this class are the same.
class BluetoothSerial : public Stream {
 public:
  void begin();

  int available() override;
  int peek() override;
  int read() override;
  /// 0 if there is no room: it never waits.
  size_t write(uint8_t byte) override;
  using Print::write;
  int availableForWrite() override;
  /// Does nothing: what was written leaves by itself.
  void flush() override {}
};
