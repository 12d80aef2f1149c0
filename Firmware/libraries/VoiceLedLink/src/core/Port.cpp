#include "Port.h"

#include "Crc8.h"

namespace voiceled {

void Port::receive(char byte, uint32_t now) {
  bool isEmpty = length == 0 && !isFrame;
  if (byte == '#' && (isEmpty || isFrame)) {
    // Within a frame it can only mean that the end of the one before was lost.
    length = 0;
    isTooLong = false;
    isFrame = true;
  } else if (byte == '\n' || byte == '\r' || byte == '#') {
    finishLine(now);
  } else if (length < longestLine - (isFrame ? 1 : 0)) {
    if (!(isEmpty && byte == ' ')) line[length++] = byte;
  } else {
    isTooLong = true;
  }
}

void Port::finishLine(uint32_t now) {
  if (isFrame) {
    if (!isTooLong) obeyFrame(now);
  } else if (isTooLong) {
    Line answer;
    outbox.add(answer.text("? at most ").number(longestLine).text(" bytes a line"));
  } else if (length > 0) {
    obeyPlain(now);
  }
  length = 0;
  isFrame = false;
  isTooLong = false;
}

namespace {

bool isHex(const char *digits, uint8_t value) {
  for (uint8_t i = 0; i < 2; i++) {
    char digit = "0123456789ABCDEF"[value >> (4 - 4 * i) & 0xF];
    char lower = digit >= 'A' ? digit - 'A' + 'a' : digit;
    if (digits[i] != digit && digits[i] != lower) return false;
  }
  return true;
}

/// What stands around a frame's command.
struct Envelope {
  uint8_t sequence;
  /// Where the command begins, the space before it included, and where the `*` behind it stands.
  uint8_t start;
  uint8_t end;
  uint8_t crc;
  /// Whether a second checksum stands behind the first.
  bool isStrict;
};

/// Reads `N command*hh` or `N command*hhhh`. False if it is damaged.
bool openFrame(const char *line, uint8_t length, Envelope &frame) {
  frame.isStrict = length >= 7 && line[length - 5] == '*';
  if (!frame.isStrict && (length < 5 || line[length - 3] != '*')) return false;
  frame.end = length - (frame.isStrict ? 5 : 3);
  frame.crc = crc8(line, frame.end);
  if (!isHex(line + frame.end + 1, frame.crc)) return false;
  if (frame.isStrict && !isHex(line + frame.end + 3, secondCrc8(line, frame.end))) return false;
  frame.sequence = 0;
  for (frame.start = 0; frame.start < 2 && line[frame.start] >= '0' && line[frame.start] <= '9'; frame.start++)
    frame.sequence = frame.sequence * 10 + (line[frame.start] - '0');
  return frame.start > 0 && line[frame.start] == ' ';
}

}  // namespace

void Port::obeyFrame(uint32_t now) {
  Envelope frame;
  // The other end sends a line again that got no answer.
  if (!openFrame(line, length, frame)) return;
  const char *text = line + frame.start;
  uint8_t textLength = frame.end - frame.start;

  bool isHello = isWord(text, textLength, "HELLO");
  if (frame.isStrict && !isHello && !isInOrder(frame.sequence, frame.crc)) return;
  bool isStatus = !isHello && isWord(text, textLength, "STATUS");
  bool isRepeated = hasLast && frame.sequence == lastSequence && frame.crc == lastCrc;
  if (isHello) isGreeted = true;
  if (!isHello && !isStatus && !isRepeated) {
    Command command;
    lastResult = parseCommand(text, textLength, command);
    if (lastResult == Result::ok) lastResult = lights.apply(command, origin, now);
  }
  hasLast = !isHello && !isStatus;
  lastSequence = frame.sequence;
  lastCrc = frame.crc;

  if (isHello) answerHello(frame.sequence);
  else if (isStatus) answerStatus(frame.sequence);
  else answerFrame(frame.sequence, lastResult);
}

bool Port::isInOrder(uint8_t sequence, uint8_t crc) {
  if (!isGreeted) {
    answerFrame(sequence, Result::hello);
    return false;
  }
  // A number is never used for two lines, so this is damage that the checksums have not seen.
  if (sequence == lastSequence) return crc == lastCrc;
  if (sequence == (lastSequence + 1) % 100) return true;
  answerFrame(sequence, Result::order);
  return false;
}

void Port::answerFrame(uint8_t sequence, Result result) {
  Line answer;
  answer.character('#').number(sequence);
  if (result == Result::ok) answer.text(" OK");
  else answer.text(" ERR ").text(word(result));
  outbox.add(answer.sealed());
}

void Port::answerHello(uint8_t sequence) {
  Line answer;
  answer.character('#').number(sequence).text(" OK ").text(sketch).text(" 1 ").number(lights.ledCount());
  for (uint8_t i = 0; i < lights.count(); i++) {
    answer.character(' ');
    if (lights[i].isLamp) answer.text("L:LC");
    else answer.number(i + 1).text(":L");
  }
  outbox.add(answer.text(" +CRC2").sealed());
}

void Port::answerStatus(uint8_t sequence) {
  Line answer;
  answer.character('#').number(sequence).text(" OK");
  for (uint8_t i = 0; i < lights.count(); i++) {
    const Light &light = lights[i];
    answer.character(' ');
    if (light.isLamp) answer.character('L');
    else answer.number(i + 1);
    answer.character(light.isOn() ? '+' : '-');
    if (light.level() != 100) answer.number(light.level());
    if (light.blink() != 0) answer.character('~').number(light.blink());
    if (light.origin == Origin::usb) answer.character('u');
    if (light.origin == Origin::bluetooth) answer.character('b');
    if (light.isLamp) answer.character('/').hex(light.color(), 6);
  }
  outbox.add(answer.sealed());
}

void Port::obeyPlain(uint32_t now) {
  // Our own refusals and notices, sent back by a modem that echoes.
  if (line[0] == '?' || line[0] == '!') return;
  if (isWord(line, length, "STATUS")) {
    statusIndex = 0;
    return;
  }
  if (isWord(line, length, "HELLO")) {
    Line answer;
    answer.text("HELLO FROM ").text(sketch).text(":");
    for (uint8_t i = 0; i < lights.count(); i++) lights.writeName(answer.character(' '), i);
    return outbox.add(answer);
  }
  Command command;
  Result result = Result::ok;
  if (!parseSentence(line, length, command)) result = parseCommand(line, length, command);
  if (result == Result::ok) result = lights.apply(command, origin, now);
  if (result == Result::ok) answerPlain(command);
  else refusePlain(result, command);
}

void Port::answerPlain(const Command &command) {
  Line answer;
  const Light *light = nullptr;
  switch (command.target) {
    case Target::all: answer.text("ALL LED"); break;
    case Target::odd: answer.text("ODD LED"); break;
    case Target::even: answer.text("EVEN LED"); break;
    case Target::lamp:
    case Target::led: {
      uint8_t index = command.target == Target::lamp ? lights.count() - 1 : command.number - 1;
      lights.writeName(answer, index);
      light = &lights[index];
    }
  }
  switch (command.action) {
    case Action::on: answer.text(" ON"); break;
    case Action::off: answer.text(" OFF"); break;
    case Action::toggle: answer.text(!light ? " TOGGLE" : light->isOn() ? " ON" : " OFF"); break;
    case Action::color: answer.text(" RGB ").hex(command.value, 6); break;
    case Action::level: answer.text(" LEVEL ").number(command.value); break;
    case Action::levelChange:
      answer.text(" LEVEL ");
      if (light) answer.number(light->isOn() ? light->level() : 0);
      else answer.character(command.value < 0 ? '-' : '+').number(command.value < 0 ? -command.value : command.value);
      break;
    case Action::blink: answer.text(" BLINK ").number(command.value); break;
  }
  outbox.add(answer);
}

void Port::refusePlain(Result result, const Command &command) {
  Line answer;
  switch (result) {
    case Result::led:
      if (command.target == Target::lamp) answer.text("? no lamp here");
      else answer.text("? LED1 to LED").number(lights.ledCount()).text(" only");
      break;
    case Result::color: answer.text("? only the lamp has colours"); break;
    case Result::range:
      answer.text("? LEVEL 0 to 100, BLINK ").number(shortestBlink).text(" to ").number(longestBlink);
      break;
    default: answer.text("? try LED2 ON");
  }
  outbox.add(answer);
}

void Port::describe(Line &line, uint8_t index) const {
  const Light &light = lights[index];
  lights.writeName(line, index);
  line.text(light.isOn() ? " ON" : " OFF");
  if (light.level() != 100) line.text(" LEVEL ").number(light.level());
  if (light.isLamp) line.text(" RGB ").hex(light.color(), 6);
  if (light.blink() != 0) line.text(" BLINK ").number(light.blink());
  if (light.origin == Origin::usb) line.text(" BY USB");
  if (light.origin == Origin::bluetooth) line.text(" BY BLUETOOTH");
}

void Port::sendReady() {
  Line ready;
  outbox.add(ready.text("!READY ").text(sketch).text(" 1").sealed());
}

void Port::fillOutbox() {
  if (!outbox.isEmpty()) return;
  Line line;
  if (statusIndex < lights.count()) {
    describe(line, statusIndex++);
    outbox.add(line);
  } else if (origin == Origin::usb) {
    line.character('!');
    if (lights.takeNews(line)) outbox.add(line.text(" b").sealed());
  }
}

}  // namespace voiceled
