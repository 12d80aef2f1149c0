// A serial module wired to two pins, bit by bit: the chip receives on pin 10 (PB2) and transmits on pin 11 (PB3).
#include "uno.h"

#define RECEIVE_BIT 2
#define TRANSMIT_BIT 3

static void set_receive_pin(csimavr_uno *uno, bool high) {
    // The module drives its line; else simavr would let the pull-up win whenever the sketch writes to the port.
    avr_ioport_external_t driven = {.name = 'B', .mask = 1 << RECEIVE_BIT, .value = high << RECEIVE_BIT};
    avr_ioctl(uno->avr, AVR_IOCTL_IOPORT_SET_EXTERNAL('B'), &driven);
    avr_raise_irq(avr_io_getirq(uno->avr, AVR_IOCTL_IOPORT_GETIRQ('B'), RECEIVE_BIT), high);
}

static avr_cycle_count_t next_bit_to_chip(avr_t *avr, avr_cycle_count_t when, void *context) {
    csimavr_uno *uno = context;
    pin_line *line = &uno->bluetooth;
    line->sending_bit++;
    if (line->sending_bit <= 8) {
        set_receive_pin(uno, line->sending >> (line->sending_bit - 1) & 1);
    } else if (line->sending_bit == 9) {
        set_receive_pin(uno, true);
    } else if (line->to_chip.count > 0) {
        line->sending = queue_take(&line->to_chip);
        line->sending_bit = 0;
        set_receive_pin(uno, false);
    } else {
        line->sending_bit = -1;
        return 0;
    }
    return when + line->bit_cycles;
}

void pin_line_send(csimavr_uno *uno, uint8_t byte) {
    pin_line *line = &uno->bluetooth;
    if (!queue_add(&line->to_chip, byte, 0) || line->sending_bit >= 0) return;
    // The stop bit that an idle line has been sending all along.
    line->sending_bit = 9;
    avr_cycle_timer_register(uno->avr, 1, next_bit_to_chip, uno);
}

static avr_cycle_count_t next_bit_from_chip(avr_t *avr, avr_cycle_count_t when, void *context) {
    csimavr_uno *uno = context;
    pin_line *line = &uno->bluetooth;
    if (line->receiving_bit < 8) {
        bool high = avr->data[0x25] >> TRANSMIT_BIT & 1;
        line->receiving |= (uint8_t)(high << line->receiving_bit++);
        return when + line->bit_cycles;
    }
    queue_add(&line->from_chip, line->receiving, uno_now(uno));
    line->receiving_bit = -1;
    return 0;
}

static void transmit_pin_changed(struct avr_irq_t *irq, uint32_t value, void *context) {
    csimavr_uno *uno = context;
    pin_line *line = &uno->bluetooth;
    bool is_high = value & 1;
    bool is_start = line->was_high && !is_high && line->receiving_bit < 0;
    line->was_high = is_high;
    if (!is_start) return;
    line->receiving = 0;
    line->receiving_bit = 0;
    avr_cycle_timer_register(uno->avr, line->bit_cycles * 3 / 2, next_bit_from_chip, uno);
}

void pin_line_attach(csimavr_uno *uno) {
    avr_irq_register_notify(
        avr_io_getirq(uno->avr, AVR_IOCTL_IOPORT_GETIRQ('B'), TRANSMIT_BIT), transmit_pin_changed, uno);
}

void pin_line_after_reset(csimavr_uno *uno) {
    pin_line *line = &uno->bluetooth;
    line->to_chip.count = 0;
    line->sending_bit = -1;
    line->receiving_bit = -1;
    line->was_high = false;
    avr_cycle_timer_cancel(uno->avr, next_bit_from_chip, uno);
    // An idle line is high.
    set_receive_pin(uno, true);
}
