#pragma once
#include <stdint.h>

#include "Command.h"
#include "Light.h"
#include "Line.h"

namespace voiceled {

/// All lights of the board: the LEDs in their order, then the lamp if there is one.
class Lights {
 public:
  static constexpr uint8_t most = 4;

  /// Up to `most`; the lamp comes last. False if there is no room.
  bool add(bool isLamp);

  uint8_t count() const { return lightCount; }
  uint8_t ledCount() const { return lightCount - (hasLamp() ? 1 : 0); }
  bool hasLamp() const { return lightCount > 0 && lights[lightCount - 1].isLamp; }
  Light &operator[](uint8_t index) { return lights[index]; }
  const Light &operator[](uint8_t index) const { return lights[index]; }

  /// Carries out a command, or nothing of it.
  Result apply(const Command &command, Origin origin, uint32_t now);

  void tick(uint32_t now);

  /// Writes the next thing the computer has not heard of, as a command that would bring it about: `LED2 ON`.
  /// False if it knows everything. Only what the phone changed is news.
  bool takeNews(Line &line);

  /// `LED2` or `LAMP`.
  void writeName(Line &line, uint8_t index) const;

 private:
  /// What can be told of a light, in the order of telling: each line keeps what those before it set.
  enum News : uint8_t { colorNews = 1, levelNews = 2, powerNews = 4, blinkNews = 8 };

  bool isMeant(const Command &command, uint8_t index) const;
  void change(uint8_t index, const Command &command, uint32_t now);
  void note(uint8_t index, News add, Origin origin);
  uint32_t newsValue(uint8_t index, News kind) const;
  bool isSameForAll(News kind) const;

  Light lights[most];
  uint8_t news[most] = {};
  uint8_t lightCount = 0;
};

}  // namespace voiceled
