#include <simavr/sim_elf.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno.h"

// Looks before simavr does: it prints, or ends the program, when the file is not what it expects.
static csimavr_loading inspect(const char *path, bool is_hex) {
    FILE *file = fopen(path, "rb");
    if (!file) return CSIMAVR_UNREADABLE;
    uint8_t head[52] = {0};
    size_t length = fread(head, 1, sizeof head, file);
    bool failed = ferror(file);
    fclose(file);
    if (failed) return CSIMAVR_UNREADABLE;
    if (is_hex) return length > 0 && head[0] == ':' ? CSIMAVR_LOADED : CSIMAVR_NOT_FIRMWARE;
    // 32 bits, little-endian, executable, machine 83 (AVR).
    const uint8_t elf[] = {0x7F, 'E', 'L', 'F', 1, 1};
    bool is_avr = length == sizeof head && memcmp(head, elf, sizeof elf) == 0 && head[16] == 2 && head[18] == 83;
    return is_avr ? CSIMAVR_LOADED : CSIMAVR_NOT_FIRMWARE;
}

// Reads `count` bytes of two hexadecimal digits each, and checks that they add up to zero as every HEX record does.
static bool read_record(const char *digits, uint8_t *bytes, size_t count) {
    uint8_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned value;
        if (!isxdigit((unsigned char)digits[2 * i]) || sscanf(digits + 2 * i, "%2x", &value) != 1) return false;
        bytes[i] = (uint8_t)value;
        sum += bytes[i];
    }
    return sum == 0;
}

enum { HEX_DATA, HEX_END, HEX_SEGMENT, HEX_START_SEGMENT, HEX_EXTENDED, HEX_START_LINEAR };

// simavr's own reader runs what precedes a damaged record, and does not miss the end.
static csimavr_loading read_hex(avr_t *avr, FILE *file) {
    char line[600];
    uint8_t record[5 + 255] = {0};
    while (fgets(line, sizeof line, file)) {
        unsigned length;
        if (line[0] != ':' || sscanf(line + 1, "%2x", &length) != 1) return CSIMAVR_NOT_FIRMWARE;
        if (strlen(line) < 1 + 2 * (length + 5) || !read_record(line + 1, record, length + 5))
            return CSIMAVR_NOT_FIRMWARE;
        uint32_t address = record[1] << 8 | record[2];
        switch (record[3]) {
        case HEX_DATA:
            if (address + length > avr->flashend + 1) return CSIMAVR_TOO_LARGE;
            memcpy(avr->flash + address, record + 4, length);
            break;
        case HEX_END:
            return CSIMAVR_LOADED;
        case HEX_SEGMENT:
        case HEX_EXTENDED:
            // The base of the addresses that follow; the Uno's 32 KiB need only 0.
            if (record[4] != 0 || record[5] != 0) return CSIMAVR_TOO_LARGE;
            break;
        case HEX_START_SEGMENT:
        case HEX_START_LINEAR:
            break;
        default:
            return CSIMAVR_NOT_FIRMWARE;
        }
    }
    return CSIMAVR_NOT_FIRMWARE;
}

static csimavr_loading load_hex(avr_t *avr, const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) return CSIMAVR_UNREADABLE;
    csimavr_loading loading = read_hex(avr, file);
    fclose(file);
    avr->codeend = avr->flashend;
    return loading;
}

static csimavr_loading load_elf(avr_t *avr, const char *path) {
    // `elf_read_firmware` fills in only what the file has.
    elf_firmware_t firmware;
    memset(&firmware, 0, sizeof firmware);
    if (elf_read_firmware(path, &firmware) != 0 || !firmware.flash || firmware.flashsize == 0)
        return CSIMAVR_NOT_FIRMWARE;
    csimavr_loading loading = CSIMAVR_TOO_LARGE;
    if ((uint64_t)firmware.flashbase + firmware.flashsize <= avr->flashend + 1) {
        memcpy(avr->flash + firmware.flashbase, firmware.flash, firmware.flashsize);
        loading = CSIMAVR_LOADED;
    }
    avr->codeend = avr->flashend;
    free(firmware.flash);
    free(firmware.eeprom);
    free(firmware.fuse);
    free(firmware.lockbits);
    for (uint32_t i = 0; i < firmware.symbolcount; i++) free(firmware.symbol[i]);
    free(firmware.symbol);
    return loading;
}

csimavr_loading firmware_load(avr_t *avr, const char *path) {
    size_t length = strlen(path);
    bool is_hex = length >= 4 && strcmp(path + length - 4, ".hex") == 0;
    csimavr_loading loading = inspect(path, is_hex);
    if (loading != CSIMAVR_LOADED) return loading;
    return is_hex ? load_hex(avr, path) : load_elf(avr, path);
}

csimavr_loading csimavr_load_bootloader(csimavr_uno *uno, const char *path) {
    csimavr_loading loading = inspect(path, true);
    if (loading == CSIMAVR_LOADED) loading = load_hex(uno->avr, path);
    if (loading != CSIMAVR_LOADED) return loading;
    // The fuses of an Uno: a boot section of 256 words at the end of the flash, and BOOTRST, so that every reset
    // starts there.
    uno->avr->reset_pc = uno->avr->flashend + 1 - 512;
    uno->avr->pc = uno->avr->reset_pc;
    return CSIMAVR_LOADED;
}
