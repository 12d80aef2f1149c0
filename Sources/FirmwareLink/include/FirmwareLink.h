// The firmware's own code, compiled for this computer, behind functions that Swift can call. For tests.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct firmware_board firmware_board;
typedef enum { FIRMWARE_USB, FIRMWARE_BLUETOOTH } firmware_port;

// `sketch` is copied.
firmware_board *firmware_make(const char *sketch, int leds, bool has_lamp);
void firmware_free(firmware_board *board);

// Bytes arrive at a port. `now` in milliseconds.
void firmware_receive(firmware_board *board, firmware_port port, const uint8_t *bytes, size_t count, uint32_t now);
// Takes what the board sends, up to `capacity` bytes. Returns how many.
size_t firmware_send(firmware_board *board, firmware_port port, uint8_t *bytes, size_t capacity);
void firmware_say_ready(firmware_board *board);

void firmware_tick(firmware_board *board, uint32_t now);
// What a pin shows, 0 to 255. Channel 0 to 2 for the lamp, 0 for others.
uint8_t firmware_duty(const firmware_board *board, int light, int channel);

// True once after the pins of this light may have changed.
bool firmware_take_change(firmware_board *board, int light);

uint8_t firmware_crc8(const uint8_t *bytes, uint8_t count);
uint8_t firmware_second_crc8(const uint8_t *bytes, uint8_t count);

#ifdef __cplusplus
}
#endif
