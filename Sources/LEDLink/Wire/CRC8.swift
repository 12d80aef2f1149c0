/// The wire's checksum: CRC-8 with polynomial `x⁸ + x² + x + 1` (07), start value 0, nothing reflected.
///
/// Found in the literature as CRC-8/SMBUS, check value F4. It notices every change of one, two or three bits
/// in up to 119 bits, and all but one in 256 of worse damage.
public enum CRC8 {
    public static func checksum(of bytes: some Sequence<UInt8>) -> UInt8 {
        remainder(of: bytes, 0x07, from: 0)
    }

    /// The checksum that the host puts behind the first for boards that know it: polynomial `x⁸ + x⁴ + x³ + x² + 1` (1D), start value FF.
    ///
    /// The two polynomials share no factor, so both together miss one damage in 65,536.
    public static func second(of bytes: some Sequence<UInt8>) -> UInt8 {
        remainder(of: bytes, 0x1D, from: 0xFF)
    }

    private static func remainder(of bytes: some Sequence<UInt8>, _ polynomial: UInt8, from start: UInt8) -> UInt8 {
        var crc = start
        for byte in bytes {
            crc ^= byte
            for _ in 0..<8 { crc = crc & 0x80 == 0 ? crc << 1 : crc << 1 ^ polynomial }
        }
        return crc
    }
}
