#pragma once
#include <stdint.h>

#include "Lights.h"
#include "Outbox.h"

namespace voiceled {

/// One end of a line of text: takes bytes, makes the lights obey, and puts answers into its outbox.
class Port {
 public:
  Port(Lights &lights, Origin origin, const char *sketch) : lights(lights), sketch(sketch), origin(origin) {}

  /// Takes the next byte that arrived. `now` in milliseconds.
  void receive(char byte, uint32_t now);

  /// Says that the board has started.
  void sendReady();
  /// Puts what waits to be said into the outbox, if that is empty.
  void fillOutbox();

  Outbox outbox;

 private:
  void finishLine(uint32_t now);
  void obeyFrame(uint32_t now);
  /// Whether a frame with two checksums may be obeyed now; answers it if it may not.
  bool isInOrder(uint8_t sequence, uint8_t crc);
  void obeyPlain(uint32_t now);
  void answerFrame(uint8_t sequence, Result result);
  void answerHello(uint8_t sequence);
  void answerStatus(uint8_t sequence);
  void answerPlain(const Command &command);
  void refusePlain(Result result, const Command &command);
  void describe(Line &line, uint8_t index) const;

  Lights &lights;
  const char *sketch;
  Origin origin;

  char line[longestLine];
  uint8_t length = 0;
  bool isFrame = false;
  bool isTooLong = false;

  // The frame answered last: seen again, it is answered again and not carried out again.
  bool hasLast = false;
  uint8_t lastSequence = 0;
  uint8_t lastCrc = 0;
  /// Whether a HELLO has come since the start, which a frame with two checksums waits for.
  bool isGreeted = false;
  Result lastResult = Result::ok;

  /// Next light that a plain STATUS has yet to describe.
  uint8_t statusIndex = Lights::most;
};

}  // namespace voiceled
