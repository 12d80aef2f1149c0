#pragma once
#include <stdint.h>

namespace voiceled {

enum class Target : uint8_t { led, all, odd, even, lamp };

enum class Action : uint8_t { on, off, toggle, color, level, levelChange, blink };

/// One change to the lights, however it was written.
struct Command {
  Target target;
  /// Which LED, counted from 1; only for Target::led.
  uint8_t number;
  Action action;
  /// 0xRRGGBB, percent, percent points or milliseconds, as `action` says.
  int32_t value;
};

/// What became of a line. Each refusal has a word on the wire, see `word`.
enum class Result : uint8_t { ok, unknown, syntax, led, color, range, hello, order };

/// The word after `ERR`, such as "range".
const char *word(Result result);

constexpr uint16_t shortestBlink = 50;
/// Four digits, so that STATUS fits its line. 10000 is taken for it.
constexpr uint16_t longestBlink = 9999;

/// Reads `LED2 ON`, `LAMP RGB ff0000`, `ALL LEVEL +10`, in either case. `LED` alone is LED1.
Result parseCommand(const char *text, uint8_t length, Command &command);

/// Reads the Korean sentences, with or without spaces: `2번 불 켜 줘` (light two on), `전체 불 꺼 줘` (all off).
/// False if `text` is something else.
bool parseSentence(const char *text, uint8_t length, Command &command);

/// Whether `text` is exactly this word, in either case, spaces around it aside.
bool isWord(const char *text, uint8_t length, const char *upperCase);

}  // namespace voiceled
