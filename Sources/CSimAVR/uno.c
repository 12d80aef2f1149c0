#include <simavr/sim_time.h>

#include <stdlib.h>

#include "uno.h"

// Data addresses of the ATmega328P's registers (datasheet, "Register Summary").
enum {
    DDRB = 0x24, PORTB = 0x25, DDRD = 0x2A, PORTD = 0x2B,
    MCUSR = 0x54,
    TCCR0A = 0x44, OCR0A = 0x47, OCR0B = 0x48,
    TCCR1A = 0x80, OCR1AL = 0x88, OCR1BL = 0x8A,
    TCCR2A = 0xB0, OCR2A = 0xB3, OCR2B = 0xB4,
};

// Why the chip was reset, in MCUSR; simavr sets only the watchdog's flag by itself. A bootloader goes by them.
enum { POWER_ON = 1 << 0, RESET_PIN = 1 << 1, WATCHDOG = 1 << 3 };

// An Arduino pin: its port, and the timer that can drive it (control register 0 if none can).
typedef struct {
    uint8_t port, direction, bit;
    uint8_t control, control_mask, compare;
} pin_registers;

#define COM_A 0x80
#define COM_B 0x20

static const pin_registers pins[14] = {
    {PORTD, DDRD, 0, 0, 0, 0},
    {PORTD, DDRD, 1, 0, 0, 0},
    {PORTD, DDRD, 2, 0, 0, 0},
    {PORTD, DDRD, 3, TCCR2A, COM_B, OCR2B},
    {PORTD, DDRD, 4, 0, 0, 0},
    {PORTD, DDRD, 5, TCCR0A, COM_B, OCR0B},
    {PORTD, DDRD, 6, TCCR0A, COM_A, OCR0A},
    {PORTD, DDRD, 7, 0, 0, 0},
    {PORTB, DDRB, 0, 0, 0, 0},
    {PORTB, DDRB, 1, TCCR1A, COM_A, OCR1AL},
    {PORTB, DDRB, 2, TCCR1A, COM_B, OCR1BL},
    {PORTB, DDRB, 3, TCCR2A, COM_A, OCR2A},
    {PORTB, DDRB, 4, 0, 0, 0},
    {PORTB, DDRB, 5, 0, 0, 0},
};

static uint8_t duty_of(const uint8_t *data, const pin_registers *pin) {
    if (!(data[pin->direction] >> pin->bit & 1)) return 0;
    if (pin->control && data[pin->control] & pin->control_mask) return data[pin->compare];
    return data[pin->port] >> pin->bit & 1 ? 255 : 0;
}

// simavr reports the edges of some PWM pins, of none of timer 1, and no change of a duty; so the registers decide.
static void look_at_pins(csimavr_uno *uno) {
    // 0 and 1 are the UART, 10 and 11 the Bluetooth module.
    static const uint8_t watched[] = {2, 3, 4, 5, 6, 7, 8, 9, 12, 13};
    for (size_t i = 0; i < sizeof watched; i++) {
        uint8_t pin = watched[i];
        uint8_t duty = duty_of(uno->avr->data, &pins[pin]);
        if (duty == uno->duties[pin]) continue;
        uno->duties[pin] = duty;
        uno->callbacks.pin(uno->callbacks.context, pin, duty, uno_now(uno));
    }
}

static avr_irq_t *pin_irq(const csimavr_uno *uno, int pin) {
    uint32_t port = pins[pin].port == PORTD ? AVR_IOCTL_IOPORT_GETIRQ('D') : AVR_IOCTL_IOPORT_GETIRQ('B');
    return avr_io_getirq(uno->avr, port, pins[pin].bit);
}

static void pin_changed(struct avr_irq_t *irq, uint32_t value, void *context) { look_at_pins(context); }

static void do_not_sleep(avr_t *avr, avr_cycle_count_t cycles) {}

static void discard(avr_t *avr, const int level, const char *format, va_list arguments) {}

static void after_reset(csimavr_uno *uno) {
    // INT0 and INT1 would be polled every cycle while their pins are low, and those have LEDs on them.
    avr_extint_set_strict_lvl_trig(uno->avr, 0, 0);
    avr_extint_set_strict_lvl_trig(uno->avr, 1, 0);
    uno->avr->run_cycle_limit = 1000;
    // Every pin is an input again, and low. simavr reports only changes, and remembers what was before.
    for (int pin = 2; pin < 14; pin++) avr_raise_irq(pin_irq(uno, pin), 0);
    uart_after_reset(uno);
    pin_line_after_reset(uno);
    look_at_pins(uno);
}

csimavr_uno *csimavr_make(const char *path, uint32_t bluetooth_baud, csimavr_callbacks callbacks,
                          csimavr_loading *loading) {
    avr_global_logger_set(discard);
    csimavr_uno *uno = calloc(1, sizeof *uno);
    uno->avr = uno ? avr_make_mcu_by_name("atmega328p") : NULL;
    if (!uno || !uno->avr) {
        free(uno);
        *loading = CSIMAVR_NO_CORE;
        return NULL;
    }
    avr_init(uno->avr);
    uno->avr->frequency = CSIMAVR_FREQUENCY;
    // The caller keeps the pace.
    uno->avr->sleep = do_not_sleep;
    *loading = firmware_load(uno->avr, path);
    if (*loading != CSIMAVR_LOADED) {
        csimavr_free(uno);
        return NULL;
    }
    uno->callbacks = callbacks;
    uno->bluetooth.bit_cycles = CSIMAVR_FREQUENCY / bluetooth_baud;
    uart_attach(uno);
    pin_line_attach(uno);
    for (int pin = 2; pin < 14; pin++) avr_irq_register_notify(pin_irq(uno, pin), pin_changed, uno);
    avr_reset(uno->avr);
    uno->avr->data[MCUSR] |= POWER_ON;
    after_reset(uno);
    return uno;
}

void csimavr_free(csimavr_uno *uno) {
    avr_terminate(uno->avr);
    free(uno->avr);
    free(uno);
}

void csimavr_reset(csimavr_uno *uno) {
    avr_cycle_count_t before = uno_now(uno);
    avr_reset(uno->avr);
    uno->avr->data[MCUSR] |= RESET_PIN;
    uno->earlier_cycles = before - uno->avr->cycle;
    after_reset(uno);
}

bool csimavr_run(csimavr_uno *uno, uint64_t cycle) {
    avr_t *avr = uno->avr;
    while (uno_now(uno) < cycle) {
        avr_cycle_count_t before = avr->cycle;
        int state = avr_run(avr);
        if (state == cpu_Done || state == cpu_Crashed) return false;
        // Some versions of simavr count their cycles anew after a reset.
        if (avr->cycle < before) uno->earlier_cycles += before;
        if (avr->pc == avr->reset_pc && avr->data[MCUSR] & WATCHDOG) {
            uno->watchdog_resets++;
            after_reset(uno);
        }
        look_at_pins(uno);
    }
    return true;
}

uint64_t csimavr_cycles(const csimavr_uno *uno) { return uno_now(uno); }

unsigned csimavr_watchdog_resets(const csimavr_uno *uno) { return uno->watchdog_resets; }

size_t csimavr_room(const csimavr_uno *uno, csimavr_line line) {
    // Little is taken ahead of time, so that a sender feels the line's speed.
    const byte_queue *queue = line == CSIMAVR_USB ? &uno->usb.to_chip : &uno->bluetooth.to_chip;
    return queue->count < 64 ? 64 - queue->count : 0;
}

void csimavr_send(csimavr_uno *uno, csimavr_line line, uint8_t byte) {
    if (line == CSIMAVR_USB) uart_send(uno, byte);
    else pin_line_send(uno, byte);
}

bool csimavr_receive(csimavr_uno *uno, csimavr_line line, uint8_t *byte) {
    byte_queue *queue = line == CSIMAVR_USB ? &uno->usb.from_chip : &uno->bluetooth.from_chip;
    if (queue->count == 0 || queue->items[queue->head].cycle > uno_now(uno)) return false;
    *byte = queue_take(queue);
    return true;
}
