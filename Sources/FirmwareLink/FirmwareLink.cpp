#include "FirmwareLink.h"

#include <string>

#include "Board.h"
#include "Crc8.h"

struct firmware_board {
  std::string sketch;
  voiceled::Board board;

  explicit firmware_board(const char *name) : sketch(name), board(sketch.c_str()) {}

  voiceled::Port &port(firmware_port which) { return which == FIRMWARE_USB ? board.usb : board.bluetooth; }
};

firmware_board *firmware_make(const char *sketch, int leds, bool has_lamp) {
  firmware_board *made = new firmware_board(sketch);
  for (int i = 0; i < leds; i++) made->board.lights.add(false);
  if (has_lamp) made->board.lights.add(true);
  return made;
}

void firmware_free(firmware_board *board) { delete board; }

void firmware_receive(firmware_board *board, firmware_port port, const uint8_t *bytes, size_t count, uint32_t now) {
  for (size_t i = 0; i < count; i++) board->port(port).receive(static_cast<char>(bytes[i]), now);
}

size_t firmware_send(firmware_board *board, firmware_port port, uint8_t *bytes, size_t capacity) {
  voiceled::Port &sender = board->port(port);
  size_t count = 0;
  while (count < capacity) {
    sender.fillOutbox();
    if (sender.outbox.isEmpty()) break;
    bytes[count++] = static_cast<uint8_t>(sender.outbox.next());
  }
  return count;
}

void firmware_say_ready(firmware_board *board) { board->board.usb.sendReady(); }

void firmware_tick(firmware_board *board, uint32_t now) { board->board.lights.tick(now); }

uint8_t firmware_duty(const firmware_board *board, int light, int channel) {
  return board->board.lights[static_cast<uint8_t>(light)].duty(static_cast<uint8_t>(channel));
}

bool firmware_take_change(firmware_board *board, int light) {
  return board->board.lights[static_cast<uint8_t>(light)].takeChange();
}

uint8_t firmware_crc8(const uint8_t *bytes, uint8_t count) {
  return voiceled::crc8(reinterpret_cast<const char *>(bytes), count);
}

uint8_t firmware_second_crc8(const uint8_t *bytes, uint8_t count) {
  return voiceled::secondCrc8(reinterpret_cast<const char *>(bytes), count);
}
