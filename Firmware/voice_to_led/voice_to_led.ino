// Three LEDs and an RGB lamp that obey the computer (USB) and a phone (Bluetooth).
//
//   LED1 on pin 13, LED2 on pin 3, LED3 on pin 4
//   lamp on pins 5 (red), 6 (green) and 9 (blue)
//   Bluetooth module HC-06: its TXD to pin 10, its RXD to pin 11
//
// Try it: open the Serial Monitor at 115200 baud, end of line "Newline", and send   LED2 ON

#include <VoiceLedLink.h>

VoiceLedLink lights("voice_to_led");
BluetoothSerial bluetooth;  // receives on pin 10, transmits on pin 11

void setup() {
  lights.addLed(13);
  lights.addLed(3);
  lights.addLed(4);
  lights.addLamp(5, 6, 9);

  bluetooth.begin();
  lights.begin(Serial);
}

void loop() {
  lights.obey(Serial);
  lights.obeyPhone(bluetooth);
  lights.shine();
}
