#pragma once
#include <Arduino.h>

#include "arduino/BluetoothSerial.h"
#include "arduino/LedPin.h"
#include "arduino/Watchdog.h"
#include "core/Board.h"

/// Bits per second on USB, the same number as in the program on the computer.
constexpr uint32_t USB_BAUD = 115200;
/// What the sketch really uses: another number only in the builds that measure other speeds.
#ifndef VOICELED_USB_BAUD
#define VOICELED_USB_BAUD USB_BAUD
#endif

/// Whether the chip resets itself when the sketch hangs. Not for boards with a bootloader from before 2011 (old Nanos): it
/// leaves the watchdog running after such a reset, and the board resets itself for ever, until its power is cut.
constexpr bool USES_WATCHDOG = true;

/// LEDs that obey lines of text such as `LED2 ON`. See README.md for all of them.
///
///     VoiceLedLink lights("my_sketch");
///     void setup() { lights.addLed(13); lights.begin(Serial); }
///     void loop()  { lights.obey(Serial); lights.shine(); }
class VoiceLedLink {
 public:
  explicit VoiceLedLink(const char *sketch) : board(sketch) {}

  /// The next LED: the first is LED1. Up to four lights in all.
  void addLed(uint8_t pin);
  /// One RGB LED, after all others. Pins that can do `analogWrite` give the best colours.
  void addLamp(uint8_t redPin, uint8_t greenPin, uint8_t bluePin);
  /// Blinks LED `number` until told otherwise: `milliseconds` between two changes.
  void blink(uint8_t number, uint16_t milliseconds);

  /// Opens USB, says that the board is ready, and starts the watchdog: from now on `shine` is due every two seconds.
  void begin(HardwareSerial &usb);
  /// Does what the computer says. Call it from `loop()`; it never waits.
  void obey(HardwareSerial &usb);
  /// Does what the phone says, and tells the computer. Call it from `loop()`. The line must know `availableForWrite()`.
  void obeyPhone(Stream &bluetooth);
  /// Lets the pins show it. Call it from `loop()`, as often as possible: dimming depends on it.
  void shine();

 private:
  void serve(voiceled::Port &port, Stream &line);

  voiceled::Board board;
  voiceled::LedPin pins[voiceled::Lights::most + 2];
};
