#pragma once

namespace voiceled {

/// The chip's own guard: resets it when the sketch has stood still for two seconds.
class Watchdog {
 public:
  /// From now on `feed` is due every two seconds.
  static void start();
  static void feed();
};

}  // namespace voiceled
