#include "BluetoothSerial.h"

#include "ByteQueue.h"

namespace {

// Timer 2 goes round once a bit: 16 MHz / 8 / 208 is 9,615 baud, 0.2 % too fast. Its compare A, at the top, sends a bit;
// its compare B, set to the middle of the bits by the edge of each start bit, samples one.
constexpr uint8_t ticksPerBit = F_CPU / 8 / 9600;
constexpr uint8_t halfBit = ticksPerBit / 2;
// What a compare's flag remembers from before it was wanted is told by its age, for its interrupt is never that late.
// Clearing the flag would be the usual way, but simavr then forgets the other compare's.
constexpr uint8_t latest = ticksPerBit / 4;

constexpr uint8_t receivePin = _BV(PB2);
constexpr uint8_t transmitPin = _BV(PB3);

voiceled::ByteQueue<64> received;
voiceled::ByteQueue<8> waiting;

/// 0 is the start bit, 9 the stop bit.
uint8_t receivingBit;
uint8_t receiving;
/// What is left of the byte and its stop bit, the next bit lowest; 0 when it has left.
uint16_t sending;

inline bool isReceivePinHigh() { return PINB & receivePin; }

inline void awaitStartBit() {
  TIMSK2 &= ~_BV(OCIE2B);
  PCMSK0 |= receivePin;
}

}  // namespace

void BluetoothSerial::begin() {
  digitalWrite(11, HIGH);
  pinMode(11, OUTPUT);
  pinMode(10, INPUT_PULLUP);
  TIMSK2 = 0;
  TCCR2A = _BV(WGM21);
  TCCR2B = _BV(CS21);
  OCR2A = ticksPerBit - 1;
  PCICR |= _BV(PCIE0);
  PCMSK0 |= receivePin;
}

int BluetoothSerial::available() { return received.count(); }

int BluetoothSerial::peek() { return received.count() > 0 ? received.first() : -1; }

int BluetoothSerial::read() {
  int byte = peek();
  if (byte >= 0) received.dropFirst();
  return byte;
}

int BluetoothSerial::availableForWrite() { return waiting.room(); }

size_t BluetoothSerial::write(uint8_t byte) {
  if (waiting.room() == 0) return 0;
  waiting.add(byte);
  uint8_t interrupts = SREG;
  noInterrupts();
  TIMSK2 |= _BV(OCIE2A);
  SREG = interrupts;
  return 1;
}

ISR(PCINT0_vect) {
  uint8_t now = TCNT2;
  if (isReceivePinHigh()) return;
  PCMSK0 &= ~receivePin;
  OCR2B = now < halfBit ? now + halfBit : now - halfBit;
  TIMSK2 |= _BV(OCIE2B);
  receivingBit = 0;
}

ISR(TIMER2_COMPB_vect) {
  bool isHigh = isReceivePinHigh();
  uint8_t bit = receivingBit;
  if (bit == 0) {
    uint8_t now = TCNT2, middle = OCR2B;
    uint8_t age = now >= middle ? now - middle : now + (ticksPerBit - middle);
    if (age > latest) return;
    // A spike is no start bit.
    if (isHigh) return awaitStartBit();
  } else if (bit <= 8) {
    receiving >>= 1;
    if (isHigh) receiving |= 0x80;
  } else {
    if (isHigh && received.room() > 0) received.add(receiving);
    return awaitStartBit();
  }
  receivingBit = bit + 1;
}

ISR(TIMER2_COMPA_vect) {
  if (sending == 0) {
    if (waiting.count() == 0) {
      TIMSK2 &= ~_BV(OCIE2A);
      return;
    }
    if (TCNT2 > latest) return;
    PORTB &= ~transmitPin;
    sending = 0x100 | waiting.first();
    waiting.dropFirst();
    return;
  }
  if (sending & 1) PORTB |= transmitPin;
  else PORTB &= ~transmitPin;
  sending >>= 1;
}
