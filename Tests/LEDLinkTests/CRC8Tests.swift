import LEDLink
import Testing

@Suite("CRC8")
struct CRC8Tests {
    @Test("gives the published check value")
    func checkValue() {
        #expect(CRC8.checksum(of: Array("123456789".utf8)) == 0xF4)
    }

    @Test("has a second checksum: SAE J1850 before its inversion")
    func second() {
        #expect(CRC8.second(of: Array("123456789".utf8)) == 0xB4)
    }

    @Test("is 0 for nothing")
    func empty() {
        #expect(CRC8.checksum(of: []) == 0)
    }

    @Test("notices every change of one or two bits in a line of 14 bytes")
    func shortDamage() {
        let line = Array("17 LED2 BLINK ".utf8)
        let whole = CRC8.checksum(of: line)
        let bits = 0..<(line.count * 8)
        for first in bits {
            for second in first..<bits.upperBound {
                var damaged = line
                damaged[first / 8] ^= 1 << (first % 8)
                if second != first { damaged[second / 8] ^= 1 << (second % 8) }
                if CRC8.checksum(of: damaged) == whole { Issue.record("bits \(first) and \(second) pass unnoticed") }
            }
        }
    }
}
