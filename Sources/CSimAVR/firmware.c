#include <simavr/sim_elf.h>
#include <simavr/sim_hex.h>

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

static csimavr_loading load_hex(avr_t *avr, const char *path) {
    ihex_chunk_p chunks = NULL;
    int count = read_ihex_chunks(path, &chunks);
    if (count <= 0) return CSIMAVR_NOT_FIRMWARE;
    csimavr_loading loading = CSIMAVR_LOADED;
    for (int i = 0; i < count && loading == CSIMAVR_LOADED; i++) {
        uint64_t end = (uint64_t)chunks[i].baseaddr + chunks[i].size;
        if (end > avr->flashend + 1) loading = CSIMAVR_TOO_LARGE;
        else memcpy(avr->flash + chunks[i].baseaddr, chunks[i].data, chunks[i].size);
    }
    free_ihex_chunks(chunks);
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
