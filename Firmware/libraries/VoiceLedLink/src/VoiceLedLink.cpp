#include "VoiceLedLink.h"

using namespace voiceled;

void VoiceLedLink::addLed(uint8_t pin) {
  if (board.lights.add(false)) pins[board.lights.count() - 1].attach(pin);
}

void VoiceLedLink::addLamp(uint8_t redPin, uint8_t greenPin, uint8_t bluePin) {
  if (!board.lights.add(true)) return;
  LedPin *red = &pins[board.lights.count() - 1];
  red[0].attach(redPin);
  red[1].attach(greenPin);
  red[2].attach(bluePin);
}

void VoiceLedLink::blink(uint8_t number, uint16_t milliseconds) {
  board.lights.apply({Target::led, number, Action::blink, milliseconds}, Origin::nobody, millis());
}

void VoiceLedLink::begin(HardwareSerial &usb) {
  usb.begin(VOICELED_USB_BAUD);
  board.usb.sendReady();
  if (USES_WATCHDOG) Watchdog::start();
}

void VoiceLedLink::obey(HardwareSerial &usb) { serve(board.usb, usb); }

void VoiceLedLink::obeyPhone(Stream &bluetooth) { serve(board.bluetooth, bluetooth); }

void VoiceLedLink::serve(Port &port, Stream &line) {
  for (int waiting = line.available(); waiting > 0; waiting--) port.receive(line.read(), millis());
  port.fillOutbox();
  while (!port.outbox.isEmpty() && line.availableForWrite() > 0) line.write(port.outbox.next());
}

void VoiceLedLink::shine() {
  if (USES_WATCHDOG) Watchdog::feed();
  board.lights.tick(millis());
  for (uint8_t i = 0; i < board.lights.count(); i++) {
    Light &light = board.lights[i];
    if (!light.takeChange()) continue;
    for (uint8_t channel = 0; channel < (light.isLamp ? 3 : 1); channel++)
      pins[i + channel].shine(light.duty(channel));
  }
  for (LedPin &pin : pins) pin.refresh(micros());
}
