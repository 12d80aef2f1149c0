import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("HostLink, and how many checksums its lines have")
struct HostLinkChecksumTests {
    @Test("sends the second checksum only to a board that announces it, and never with HELLO")
    func announced() {
        let sent = lines(announcesSecondChecksum: true)
        #expect(sent == ["#0 HELLO*7C", "#1 STATUS*FC6B", "#2 LED2 ON*C19C"])
    }

    @Test("speaks to any other board with one checksum throughout")
    func notAnnounced() {
        let sent = lines(announcesSecondChecksum: false)
        #expect(sent == ["#0 HELLO*7C", "#1 STATUS*FC", "#2 LED2 ON*C1"])
    }

    @Test("asks anew after a restart, for another board may be behind the same name")
    func otherBoard() {
        var line = SimulatedLine()
        line.open()
        line.run()
        line.board.announcesSecondChecksum = false
        line.resetBoard()
        line.carryOut(.led(2), .on)
        line.run()
        #expect(line.sent.last.map(digits) == 2)
        line.board.announcesSecondChecksum = true
        line.resetBoard()
        line.carryOut(.led(3), .on)
        line.run()
        #expect(line.sent.last.map(digits) == 4)
    }

    private func lines(announcesSecondChecksum: Bool) -> [String] {
        var line = SimulatedLine()
        line.board.announcesSecondChecksum = announcesSecondChecksum
        line.open()
        line.carryOut(.led(2), .on)
        line.run()
        #expect(line.board.picture[.led(2)]?.isOn == true)
        return line.sent
    }

    private func digits(_ line: String) -> Int { line.split(separator: "*").last?.count ?? 0 }
}
