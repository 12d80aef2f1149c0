#include "Watchdog.h"

#include <avr/wdt.h>

namespace voiceled {

/// Runs before anything else of the sketch. After its own reset the watchdog stays on with its shortest time, 16 ms:
/// too little for a sketch that has much to set up.
void stopWatchdog() __attribute__((naked, used, section(".init3")));

void stopWatchdog() {
  MCUSR = 0;
  wdt_disable();
}

void Watchdog::start() { wdt_enable(WDTO_2S); }

void Watchdog::feed() { wdt_reset(); }

}  // namespace voiceled
