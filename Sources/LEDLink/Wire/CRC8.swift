/// The wire's checksum: CRC-8 with polynomial `x⁸ + x² + x + 1` (07), start value 0, nothing reflected.
///
/// Found in the literature as CRC-8/SMBUS, check value F4. It notices every change of one, two or three bits
/// in up to 119 bits, and all but one in 256 of worse damage.
public enum CRC8 {
    public static func checksum(of bytes: some Sequence<UInt8>) -> UInt8 {
        bytes.reduce(0) { crc, byte in
            (0..<8).reduce(crc ^ byte) { crc, _ in crc & 0x80 == 0 ? crc << 1 : crc << 1 ^ 0x07 }
        }
    }
}
