// Three LEDs blinking side by side, each at its own pace, until the computer tells them otherwise.
//
//   LED1 on pin 2, LED2 on pin 3, LED3 on pin 4
//
// None waits for another: nothing here calls delay().
// Try it: open the Serial Monitor at 115200 baud, end of line "Newline", and send   ALL BLINK 100

#include <VoiceLedLink.h>

VoiceLedLink lights("led_aduino");

void setup() {
  lights.addLed(2);
  lights.addLed(3);
  lights.addLed(4);

  lights.blink(1, 1000);  // milliseconds between two changes
  lights.blink(2, 500);
  lights.blink(3, 200);

  lights.begin(Serial);
}

void loop() {
  lights.obey(Serial);
  lights.shine();
}
