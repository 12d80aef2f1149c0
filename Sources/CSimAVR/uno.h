// Shared by the files of this target only.
#pragma once
#include <simavr/sim_avr.h>
#include <simavr/avr_extint.h>
#include <simavr/avr_ioport.h>
#include <simavr/avr_uart.h>

#include "CSimAVR.h"

#define QUEUE_SIZE 256

// Bytes in their order, with the cycle at which each may be taken.
typedef struct {
    struct {
        uint8_t byte;
        avr_cycle_count_t cycle;
    } items[QUEUE_SIZE];
    unsigned head, count;
} byte_queue;

static inline bool queue_add(byte_queue *queue, uint8_t byte, avr_cycle_count_t cycle) {
    if (queue->count == QUEUE_SIZE) return false;
    unsigned index = (queue->head + queue->count++) % QUEUE_SIZE;
    queue->items[index].byte = byte;
    queue->items[index].cycle = cycle;
    return true;
}

static inline uint8_t queue_take(byte_queue *queue) {
    uint8_t byte = queue->items[queue->head].byte;
    queue->head = (queue->head + 1) % QUEUE_SIZE;
    queue->count--;
    return byte;
}

// The chip's hardware UART.
typedef struct {
    avr_uart_t *device;
    byte_queue to_chip, from_chip;
    bool is_receiving;
    // Arrived, and not yet read by the sketch. The chip has room for three: two in its buffer, one in the shift
    // register.
    uint8_t held[3];
    unsigned held_count;
    avr_cycle_count_t sent_until;
} uart_line;

// A serial module on two pins that the sketch drives in software.
typedef struct {
    avr_cycle_count_t bit_cycles;
    byte_queue to_chip, from_chip;
    int sending_bit;    // -1 while the line is idle
    uint8_t sending;
    int receiving_bit;  // -1 while the line is idle
    uint8_t receiving;
    bool was_high;
} pin_line;

struct csimavr_uno {
    avr_t *avr;
    csimavr_callbacks callbacks;
    avr_cycle_count_t earlier_cycles;  // of the time before the last reset, for simavr counts anew
    unsigned watchdog_resets;
    uint8_t duties[14];
    uart_line usb;
    pin_line bluetooth;
};

static inline avr_cycle_count_t uno_now(const csimavr_uno *uno) { return uno->earlier_cycles + uno->avr->cycle; }

csimavr_loading firmware_load(avr_t *avr, const char *path);

void uart_attach(csimavr_uno *uno);
void uart_after_reset(csimavr_uno *uno);
void uart_send(csimavr_uno *uno, uint8_t byte);

void pin_line_attach(csimavr_uno *uno);
void pin_line_after_reset(csimavr_uno *uno);
void pin_line_send(csimavr_uno *uno, uint8_t byte);
