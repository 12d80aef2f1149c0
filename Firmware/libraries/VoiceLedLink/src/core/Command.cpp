#include "Command.h"

#include <string.h>

namespace voiceled {

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int8_t hexDigit(char c) {
  if (isDigit(c)) return c - '0';
  c = upper(c);
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// A stretch of the line, not terminated.
struct Word {
  const char *start;
  uint8_t length;

  bool is(const char *upperCase) const {
    if (strlen(upperCase) != length) return false;
    for (uint8_t i = 0; i < length; i++)
      if (upper(start[i]) != upperCase[i]) return false;
    return true;
  }

  Word from(uint8_t offset) const { return {start + offset, static_cast<uint8_t>(length - offset)}; }

  /// Only digits, at least one. More than five digits read as 99999: out of every range.
  bool number(int32_t &value) const {
    value = 0;
    for (uint8_t i = 0; i < length; i++) {
      if (!isDigit(start[i])) return false;
      if (value <= 9999) value = value * 10 + (start[i] - '0');
      else value = 99999;
    }
    return length > 0;
  }

  bool color(int32_t &value) const {
    value = 0;
    if (length != 6) return false;
    for (uint8_t i = 0; i < length; i++) {
      int8_t digit = hexDigit(start[i]);
      if (digit < 0) return false;
      value = value << 4 | digit;
    }
    return true;
  }
};

/// Takes words off the front of a line.
class Words {
 public:
  Words(const char *text, uint8_t length) : rest{text, length} {}

  /// An empty word once the line is used up.
  Word next() {
    while (rest.length > 0 && *rest.start == ' ') rest = rest.from(1);
    uint8_t length = 0;
    while (length < rest.length && rest.start[length] != ' ') length++;
    Word word = {rest.start, length};
    rest = rest.from(length);
    return word;
  }

 private:
  Word rest;
};

Result parseTarget(Word word, Command &command) {
  command.number = 0;
  if (word.is("ALL")) command.target = Target::all;
  else if (word.is("ODD")) command.target = Target::odd;
  else if (word.is("EVEN")) command.target = Target::even;
  else if (word.is("LAMP")) command.target = Target::lamp;
  else if (word.length >= 3 && Word{word.start, 3}.is("LED")) {
    int32_t number = 1;
    if (word.length > 3 && !word.from(3).number(number)) return Result::unknown;
    command.target = Target::led;
    command.number = number > 255 ? 255 : number;
  } else return Result::unknown;
  return Result::ok;
}

Result parseLevel(Word word, Command &command) {
  bool relative = word.length > 0 && (*word.start == '+' || *word.start == '-');
  if (!(relative ? word.from(1) : word).number(command.value)) return Result::syntax;
  if (command.value > 100) return Result::range;
  if (relative && *word.start == '-') command.value = -command.value;
  command.action = relative ? Action::levelChange : Action::level;
  return Result::ok;
}

Result parseBlink(Word word, Command &command) {
  if (!word.number(command.value)) return Result::syntax;
  if (command.value == 10000) command.value = longestBlink;
  if (command.value != 0 && (command.value < shortestBlink || command.value > longestBlink)) return Result::range;
  command.action = Action::blink;
  return Result::ok;
}

Result parseAction(Words &words, Command &command) {
  Word verb = words.next();
  command.value = 0;
  if (verb.is("ON")) command.action = Action::on;
  else if (verb.is("OFF")) command.action = Action::off;
  else if (verb.is("TOGGLE")) command.action = Action::toggle;
  else if (verb.is("LEVEL")) return parseLevel(words.next(), command);
  else if (verb.is("BLINK")) return parseBlink(words.next(), command);
  else if (verb.is("RGB")) {
    command.action = Action::color;
    return words.next().color(command.value) ? Result::ok : Result::syntax;
  } else return verb.length == 0 ? Result::syntax : Result::unknown;
  return Result::ok;
}

/// Compares text with a pattern, skipping the spaces of both.
bool matches(Word text, const char *pattern) {
  uint8_t i = 0;
  for (;;) {
    while (i < text.length && text.start[i] == ' ') i++;
    while (*pattern == ' ') pattern++;
    if (i == text.length || *pattern == 0) return i == text.length && *pattern == 0;
    if (text.start[i++] != *pattern++) return false;
  }
}

}  // namespace

const char *word(Result result) {
  switch (result) {
    case Result::unknown: return "unknown";
    case Result::syntax: return "syntax";
    case Result::led: return "led";
    case Result::color: return "color";
    case Result::range: return "range";
    case Result::hello: return "hello";
    case Result::order: return "order";
    case Result::ok: break;
  }
  return "ok";
}

Result parseCommand(const char *text, uint8_t length, Command &command) {
  Words words(text, length);
  Result result = parseTarget(words.next(), command);
  if (result == Result::ok) result = parseAction(words, command);
  if (result == Result::ok && words.next().length > 0) result = Result::syntax;
  return result;
}

bool parseSentence(const char *text, uint8_t length, Command &command) {
  Word sentence = {text, length};
  command = {Target::all, 0, Action::on, 0};
  if (length > 0 && isDigit(*text)) {
    int32_t number;
    uint8_t digits = 1;
    while (digits < length && isDigit(text[digits])) digits++;
    Word{text, digits}.number(number);
    command.target = Target::led;
    command.number = number > 255 ? 255 : number;
    sentence = sentence.from(digits);
    if (matches(sentence, "번 불 켜 줘")) return true;
    command.action = Action::off;
    return matches(sentence, "번 불 꺼 줘");
  }
  if (matches(sentence, "전체 불 켜 줘")) return true;
  command.action = Action::off;
  return matches(sentence, "전체 불 꺼 줘");
}

bool isWord(const char *text, uint8_t length, const char *upperCase) {
  Words words(text, length);
  return words.next().is(upperCase) && words.next().length == 0;
}

}  // namespace voiceled
