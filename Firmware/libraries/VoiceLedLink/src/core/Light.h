#pragma once
#include <stdint.h>

namespace voiceled {

/// Who set a light last.
enum class Origin : uint8_t { nobody, usb, bluetooth };

/// What one LED, or the lamp, should do, and what it shows at a given moment.
class Light {
 public:
  bool isLamp = false;
  Origin origin = Origin::nobody;

  bool isOn() const { return on; }
  /// Percent, 1 to 100: the brightness it has, or returns to when it is next turned on.
  uint8_t level() const { return percent; }
  /// Milliseconds between two changes; 0 is steady.
  uint16_t blink() const { return interval; }
  /// 0xRRGGBB; only the lamp shows it.
  uint32_t color() const { return rgb; }

  /// Steady light or darkness; ends blinking.
  void turn(bool lit);
  /// Percent; 0 is darkness and forgets no level. Ends blinking.
  void setLevel(uint8_t level);
  /// Lights in this colour. Black is darkness and forgets no colour. Blinking goes on.
  void setColor(uint32_t color);
  /// Starts with light. 0 is steady light.
  void setBlink(uint16_t milliseconds, uint32_t now);

  /// Lets time pass, in milliseconds; may wrap around.
  void tick(uint32_t now);

  /// What the pin of this channel (0 red, 1 green, 2 blue; a plain LED has only 0) shows, 0 to 255.
  uint8_t duty(uint8_t channel) const;

  /// True once after `duty` may have changed.
  bool takeChange();

 private:
  bool on = false;
  bool dark = false;  // the dark half of a blink
  bool changed = true;
  uint8_t percent = 100;
  uint16_t interval = 0;
  uint32_t rgb = 0xFFFFFF;
  uint32_t flippedAt = 0;
};

}  // namespace voiceled
