// voice_to_led's LEDs, in a sketch that stands still for ever as soon as LED3 is lit. For the test of the watchdog.

#include <VoiceLedLink.h>

VoiceLedLink lights("hangs");

void setup() {
  lights.addLed(13);
  lights.addLed(3);
  lights.addLed(4);
  lights.begin(Serial);
}

void loop() {
  lights.obey(Serial);
  lights.shine();
  while (digitalRead(4) == HIGH) {
  }
}
