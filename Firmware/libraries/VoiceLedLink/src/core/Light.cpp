#include "Light.h"

namespace voiceled {

void Light::turn(bool lit) {
  on = lit;
  interval = 0;
  dark = false;
  changed = true;
}

void Light::setLevel(uint8_t level) {
  if (level > 0) percent = level;
  turn(level > 0);
}

void Light::setColor(uint32_t color) {
  if (color == 0) return turn(false);
  rgb = color;
  on = true;
  changed = true;
}

void Light::setBlink(uint16_t milliseconds, uint32_t now) {
  turn(true);
  interval = milliseconds;
  flippedAt = now;
}

void Light::tick(uint32_t now) {
  if (interval == 0 || now - flippedAt < interval) return;
  // Counting on from the planned moment keeps the rhythm; after a long stop it starts from now instead.
  flippedAt += interval;
  if (now - flippedAt >= interval) flippedAt = now;
  dark = !dark;
  changed = true;
}

uint8_t Light::duty(uint8_t channel) const {
  if (!on || dark) return 0;
  uint8_t full = isLamp ? rgb >> (16 - 8 * channel) & 0xFF : 255;
  return (static_cast<uint16_t>(full) * percent + 50) / 100;
}

bool Light::takeChange() {
  bool was = changed;
  changed = false;
  return was;
}

}  // namespace voiceled
