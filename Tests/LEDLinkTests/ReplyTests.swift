import LEDLink
import Testing

@Suite("Reply")
struct ReplyTests {
    @Test(
        "reads what the board writes",
        arguments: [
            (Reply.Verdict.ok(""), "17 OK"),
            (.ok("voice_to_led 1 3 1:L 2:L 3:L L:LC"), "17 OK voice_to_led 1 3 1:L 2:L 3:L L:LC"),
            (.refused("range"), "17 ERR range"),
        ])
    func roundTrip(verdict: Reply.Verdict, body: String) {
        let reply = Reply(sequence: 17, verdict: verdict)
        #expect(reply.line.hasPrefix("#\(body)*"))
        #expect(Reply(line: Array(reply.line.utf8)) == reply)
    }

    @Test("is not fooled by a frame, a notification or another word")
    func others() throws {
        let frame = try #require(Frame(sequence: 3, body: "LED2 ON")).bytes.dropLast()
        #expect(Reply(line: frame) == nil)
        #expect(Reply(line: Array(Notification.ready(sketch: "x", protocolVersion: 1).line.utf8)) == nil)
        let okay = try #require(Frame(sequence: 3, body: "OKAY")).bytes.dropLast()
        #expect(Reply(line: okay) == nil)
    }

    @Test("notices a flipped bit anywhere")
    func flips() {
        let line = Array(Reply(sequence: 17, verdict: .ok("")).line.utf8)
        for bit in 0..<(line.count * 8) {
            var damaged = line
            damaged[bit / 8] ^= 1 << (bit % 8)
            // The case of a checksum digit means nothing.
            guard
                String(decoding: damaged, as: UTF8.self).lowercased()
                    != String(decoding: line, as: UTF8.self).lowercased()
            else { continue }
            #expect(Reply(line: damaged) == nil, "bit \(bit)")
        }
    }
}
