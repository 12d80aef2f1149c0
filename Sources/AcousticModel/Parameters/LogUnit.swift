internal import Glibc

/// The unit of the logarithms that the decoder counts in: to the base 1.0001, shifted by ten bits.
enum LogUnit {
    static let nats = 1_024 * log(1.0001)
}
