// The line to the chip's UART. simavr's own timing counts 11 bits a byte and its buffer holds 64 bytes, where the chip
// has room for three; so bytes wait here, and simavr gets one at a time, at the moment it has fully arrived.
#include <string.h>

#include "uno.h"

static avr_cycle_count_t byte_cycles(const csimavr_uno *uno) {
    const avr_uart_t *device = uno->usb.device;
    const uint8_t *data = uno->avr->data;
    uint32_t divisor = (data[device->ubrrl.reg] | (data[device->ubrrh.reg] & 0x0F) << 8) + 1;
    uint32_t samples = avr_regbit_get(uno->avr, device->u2x) ? 8 : 16;
    return (avr_cycle_count_t)divisor * samples * 10;
}

static bool is_idle(const avr_uart_t *device) { return device->input.read == device->input.write; }

static void hand_over(csimavr_uno *uno) {
    uart_line *line = &uno->usb;
    avr_uart_t *device = line->device;
    if (line->held_count == 0 || !is_idle(device)) return;
    // It has been on its way long enough: simavr shall show it to the sketch with the next instruction.
    device->cycles_per_byte = 1;
    avr_raise_irq(device->io.irq + UART_IRQ_INPUT, line->held[0]);
    device->cycles_per_byte = byte_cycles(uno);
    memmove(line->held, line->held + 1, --line->held_count);
}

static avr_cycle_count_t retry_hand_over(avr_t *avr, avr_cycle_count_t when, void *context) {
    csimavr_uno *uno = context;
    hand_over(uno);
    return uno->usb.held_count > 0 ? when + 32 : 0;
}

static avr_cycle_count_t arrived(avr_t *avr, avr_cycle_count_t when, void *context) {
    csimavr_uno *uno = context;
    uart_line *line = &uno->usb;
    uint8_t byte = queue_take(&line->to_chip);
    bool is_listening = avr_regbit_get(avr, line->device->rxen);
    unsigned unread = line->held_count + (is_idle(line->device) ? 0 : 1);
    // A byte more than the chip can hold is lost, as in the chip.
    if (is_listening && unread < sizeof line->held) {
        line->held[line->held_count++] = byte;
        hand_over(uno);
        if (line->held_count > 0) {
            avr_cycle_timer_cancel(avr, retry_hand_over, uno);
            avr_cycle_timer_register(avr, 32, retry_hand_over, uno);
        }
    }
    line->is_receiving = line->to_chip.count > 0;
    return line->is_receiving ? when + byte_cycles(uno) : 0;
}

void uart_send(csimavr_uno *uno, uint8_t byte) {
    uart_line *line = &uno->usb;
    if (!queue_add(&line->to_chip, byte, 0) || line->is_receiving) return;
    line->is_receiving = true;
    avr_cycle_timer_register(uno->avr, byte_cycles(uno), arrived, uno);
}

static void sent(struct avr_irq_t *irq, uint32_t value, void *context) {
    csimavr_uno *uno = context;
    uart_line *line = &uno->usb;
    avr_cycle_count_t duration = byte_cycles(uno);
    line->device->cycles_per_byte = duration;
    // The byte leaves the chip behind the one before it.
    avr_cycle_count_t start = line->sent_until > uno_now(uno) ? line->sent_until : uno_now(uno);
    line->sent_until = start + duration;
    queue_add(&line->from_chip, (uint8_t)value, line->sent_until);
}

void uart_attach(csimavr_uno *uno) {
    for (avr_io_t *io = uno->avr->io_port; io; io = io->next)
        if (strcmp(io->kind, "uart") == 0 && ((avr_uart_t *)io)->name == '0') uno->usb.device = (avr_uart_t *)io;
    // simavr would print what the sketch sends, and sleep while the sketch waits.
    uint32_t flags = 0;
    avr_ioctl(uno->avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    avr_irq_register_notify(uno->usb.device->io.irq + UART_IRQ_OUTPUT, sent, uno);
}

void uart_after_reset(csimavr_uno *uno) {
    // What was on its way arrives at a chip that is not listening.
    uno->usb.to_chip.count = 0;
    uno->usb.is_receiving = false;
    uno->usb.held_count = 0;
    // A byte that the chip was sending ends in the middle.
    byte_queue *sent = &uno->usb.from_chip;
    while (sent->count > 0 && sent->items[(sent->head + sent->count - 1) % QUEUE_SIZE].cycle > uno_now(uno))
        sent->count--;
    uno->usb.sent_until = 0;
}
