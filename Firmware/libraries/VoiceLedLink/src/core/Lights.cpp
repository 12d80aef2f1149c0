#include "Lights.h"

namespace voiceled {

bool Lights::add(bool isLamp) {
  if (lightCount == most || hasLamp()) return false;
  lights[lightCount++].isLamp = isLamp;
  return true;
}

bool Lights::isMeant(const Command &command, uint8_t index) const {
  bool isLamp = lights[index].isLamp;
  uint8_t number = index + 1;
  switch (command.target) {
    case Target::all: return true;
    case Target::lamp: return isLamp;
    case Target::led: return !isLamp && number == command.number;
    case Target::odd: return !isLamp && number % 2 == 1;
    case Target::even: return !isLamp && number % 2 == 0;
  }
  return false;
}

Result Lights::apply(const Command &command, Origin origin, uint32_t now) {
  bool anyMeant = false;
  for (uint8_t i = 0; i < lightCount; i++) anyMeant |= isMeant(command, i);
  if (!anyMeant) return Result::led;
  if (command.action == Action::color && command.target != Target::lamp) return Result::color;

  for (uint8_t i = 0; i < lightCount; i++) {
    if (!isMeant(command, i)) continue;
    change(i, command, now);
    lights[i].origin = origin;
    switch (command.action) {
      case Action::color: note(i, lights[i].isOn() ? colorNews : powerNews, origin); break;
      case Action::level:
      case Action::levelChange: note(i, lights[i].isOn() ? levelNews : powerNews, origin); break;
      case Action::blink: note(i, lights[i].blink() ? blinkNews : powerNews, origin); break;
      default: note(i, powerNews, origin);
    }
  }
  return Result::ok;
}

void Lights::change(uint8_t index, const Command &command, uint32_t now) {
  Light &light = lights[index];
  switch (command.action) {
    case Action::on: return light.turn(true);
    case Action::off: return light.turn(false);
    case Action::toggle: return light.turn(!light.isOn());
    case Action::color: return light.setColor(command.value);
    case Action::level: return light.setLevel(command.value);
    case Action::blink:
      if (command.value == 0) return light.turn(true);
      return light.setBlink(command.value, now);
    case Action::levelChange: {
      int16_t level = (light.isOn() ? light.level() : 0) + command.value;
      return light.setLevel(level < 0 ? 0 : level > 100 ? 100 : level);
    }
  }
}

void Lights::tick(uint32_t now) {
  for (uint8_t i = 0; i < lightCount; i++) lights[i].tick(now);
}

void Lights::note(uint8_t index, News add, Origin origin) {
  // The computer knows its own commands, unless older news would overtake them in its picture.
  if (origin != Origin::bluetooth && news[index] == 0) return;
  if (lights[index].blink() == 0) news[index] &= ~blinkNews;
  news[index] |= add;
}

uint32_t Lights::newsValue(uint8_t index, News kind) const {
  const Light &light = lights[index];
  switch (kind) {
    case colorNews: return light.color();
    case levelNews: return light.level();
    case powerNews: return light.isOn();
    case blinkNews: return light.blink();
  }
  return 0;
}

bool Lights::isSameForAll(News kind) const {
  for (uint8_t i = 0; i < lightCount; i++)
    if (!(news[i] & kind) || newsValue(i, kind) != newsValue(0, kind)) return false;
  return kind != colorNews && lightCount > 1;
}

bool Lights::takeNews(Line &line) {
  for (uint8_t kindBit = colorNews; kindBit <= blinkNews; kindBit <<= 1) {
    News kind = static_cast<News>(kindBit);
    for (uint8_t i = 0; i < lightCount; i++) {
      if (!(news[i] & kind)) continue;
      uint32_t value = newsValue(i, kind);
      if (isSameForAll(kind)) {
        line.text("ALL");
        for (uint8_t each = 0; each < lightCount; each++) news[each] &= ~kind;
      } else {
        writeName(line, i);
        news[i] &= ~kind;
      }
      switch (kind) {
        case colorNews: line.text(" RGB ").hex(value, 6); break;
        case levelNews: line.text(" LEVEL ").number(value); break;
        case powerNews: line.text(value ? " ON" : " OFF"); break;
        case blinkNews: line.text(" BLINK ").number(value); break;
      }
      return true;
    }
  }
  return false;
}

void Lights::writeName(Line &line, uint8_t index) const {
  if (lights[index].isLamp) line.text("LAMP");
  else line.text("LED").number(index + 1);
}

}  // namespace voiceled
