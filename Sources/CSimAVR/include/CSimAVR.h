// An Arduino Uno in memory, on top of simavr, whose macros, unions and variadic logger Swift cannot import; and three
// Linux functions that glibc hides from Swift.
#pragma once
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Cycles of the chip's clock in a second.
#define CSIMAVR_FREQUENCY 16000000

typedef struct csimavr_uno csimavr_uno;

// What the chip does to the world. Called from within `csimavr_run` and `csimavr_reset`, on their thread.
typedef struct {
    void *context;
    // An Arduino pin now shines with `duty`, 0 dark to 255 full. Between them stands what the pin's PWM register holds;
    // a pin that software switches is only ever 0 or 255. `cycle` counts from the start, through every reset.
    void (*pin)(void *context, int pin, uint8_t duty, uint64_t cycle);
} csimavr_callbacks;

typedef enum {
    CSIMAVR_LOADED,
    CSIMAVR_UNREADABLE,
    CSIMAVR_NOT_FIRMWARE,
    CSIMAVR_TOO_LARGE,
    CSIMAVR_NO_CORE,
} csimavr_loading;

typedef enum { CSIMAVR_USB, CSIMAVR_BLUETOOTH } csimavr_line;

// A new Uno with the sketch at `path` (ELF, or Intel HEX if it ends in ".hex"), held at its first instruction; NULL if
// `*loading` says why not. `bluetooth_baud`: of the module on pins 10 and 11.
csimavr_uno *csimavr_make(const char *path, uint32_t bluetooth_baud, csimavr_callbacks callbacks,
                          csimavr_loading *loading);
void csimavr_free(csimavr_uno *uno);

// Puts a bootloader (Intel HEX) beside the sketch; from now on every reset goes through it. Before the first run only.
csimavr_loading csimavr_load_bootloader(csimavr_uno *uno, const char *path);

// As the reset button does.
void csimavr_reset(csimavr_uno *uno);

// Runs until the cycle count is at least `cycle`; false once the processor has stopped for good.
bool csimavr_run(csimavr_uno *uno, uint64_t cycle);

// Cycles since the start, never going back.
uint64_t csimavr_cycles(const csimavr_uno *uno);

// Resets that the chip made by itself (its watchdog), since the start.
unsigned csimavr_watchdog_resets(const csimavr_uno *uno);

// Bytes that `csimavr_send` will take now.
size_t csimavr_room(const csimavr_uno *uno, csimavr_line line);
// Puts a byte on its way to the chip: it arrives after those before it, ten bit times each.
void csimavr_send(csimavr_uno *uno, csimavr_line line, uint8_t byte);
// Takes the next byte that has left the chip with its stop bit; false if there is none.
bool csimavr_receive(csimavr_uno *uno, csimavr_line line, uint8_t *byte);

// The near end of a new pseudo-terminal, raw and non-blocking, and the path of its far end. -1 and errno if that fails.
int csimavr_open_pseudo_terminal(char *path, size_t capacity);

// `ppoll`, without a signal mask.
int csimavr_poll(struct pollfd *descriptors, size_t count, uint64_t nanoseconds);
