// Feeds the firmware's own code with whatever libFuzzer thinks of, and stops at the first broken promise.
//
// An input is a row of bytes for the two ports. 0xFF switches the port, 0xFE lets a random time pass, 0xFD lets the
// board speak; none of them is ever part of UTF-8. All others arrive as they are.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <string>

#include "Board.h"
#include "Crc8.h"

using namespace voiceled;

namespace {

void require(bool holds, const char *promise) {
  if (holds) return;
  fprintf(stderr, "broken promise: %s\n", promise);
  abort();
}

/// What one end of the wire sees of the board.
struct Wire {
  Port &port;
  bool hasFrames;
  std::string sent, heard;

  /// Frames that were sent with the CRC they claim, and answers to frames.
  unsigned intactFrames = 0, answeredFrames = 0;

  Wire(Port &port, bool hasFrames) : port(port), hasFrames(hasFrames) {}

  void send(char byte, uint32_t now) {
    port.receive(byte, now);
    // Any `#` may begin a frame, so every one that ends in its CRC counts as intact: more than the board may answer.
    if (byte == '\n' || byte == '\r' || byte == '#') {
      if (isFrame(sent, 1)) intactFrames++;
      sent.clear();
    }
    if (byte == '#' || !sent.empty()) sent += byte;
    if (sent.size() > 200) sent.clear();
  }

  void listen() {
    port.fillOutbox();
    while (!port.outbox.isEmpty()) hear(port.outbox.next());
  }

 private:
  /// Whether `text` from `start` on is `...*hh` with the CRC of what stands before.
  static bool isFrame(const std::string &text, size_t start) {
    if (text.size() < start + 3 || text[text.size() - 3] != '*') return false;
    unsigned given;
    char extra;
    if (sscanf(text.c_str() + text.size() - 2, "%2x%c", &given, &extra) != 1) return false;
    return crc8(text.data() + start, static_cast<uint8_t>(text.size() - start - 3)) == given;
  }

  void hear(char byte) {
    if (byte == '\n') {
      require(!heard.empty() && heard.back() == '\r', "lines end with CR and LF");
      heard.pop_back();
      require(!heard.empty() && heard.size() <= longestLine, "lines have 1 to 60 bytes");
      if (heard[0] == '#' || heard[0] == '!') require(isFrame(heard, 1), "answers and notices carry their CRC");
      if (heard[0] == '#') answeredFrames++;
      require(answeredFrames <= intactFrames, "damaged frames get no answer");
      if (heard[0] == '!') require(hasFrames, "only USB gets notices");
      heard.clear();
    } else {
      heard += byte;
    }
  }
};

void checkLights(const Lights &lights) {
  require(lights.count() == 4 && lights.ledCount() == 3, "lights neither come nor go");
  for (uint8_t i = 0; i < lights.count(); i++) {
    const Light &light = lights[i];
    require(light.level() >= 1 && light.level() <= 100, "levels are 1 to 100");
    require(light.blink() == 0 || (light.blink() >= shortestBlink && light.blink() <= longestBlink), "blinks in range");
    require(light.color() <= 0xFFFFFF && light.color() != 0, "colours have three bytes and are not black");
    require(light.isOn() || (light.blink() == 0 && light.duty(0) == 0), "what is off is dark and does not blink");
    require(light.origin <= Origin::bluetooth, "origins are known");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  Board board("voice_to_led");
  for (int i = 0; i < 3; i++) board.lights.add(false);
  board.lights.add(true);
  Wire usb(board.usb, true), bluetooth(board.bluetooth, false);
  Wire *wire = &usb;
  uint32_t now = 0xFFFFF000;  // soon wraps around
  board.usb.sendReady();
  for (size_t i = 0; i < count; i++) {
    switch (bytes[i]) {
      case 0xFF: wire = wire == &usb ? &bluetooth : &usb; break;
      case 0xFE: now += i + 1 < count ? bytes[++i] * 37 : 1; break;
      case 0xFD: wire->listen(); break;
      default: wire->send(static_cast<char>(bytes[i]), now);
    }
    board.lights.tick(now);
    checkLights(board.lights);
  }
  for (int i = 0; i < 8; i++) {
    usb.listen();
    bluetooth.listen();
  }
  return 0;
}
