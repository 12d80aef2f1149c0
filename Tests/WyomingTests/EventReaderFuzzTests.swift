import EventFixtures
import Testing
import Wyoming

@Suite("EventReader, fed with damaged events")
struct EventReaderFuzzTests {
    @Test("reads 100,000 of them to the end, and an undamaged one after each lot", arguments: 0..<10)
    func fuzz(seed: UInt64) {
        var damage = Damage(seed: seed)
        var limits = EventLimits()
        limits.header = 512
        limits.data = 512
        limits.payload = 1_024
        limits.skipped = 4_096
        let sound = Event(type: "ping", data: ["text": "still there?"])
        for _ in 0..<100 {
            var reader = EventReader(limits: limits)
            var last: EventReader.Item?
            var stream: [UInt8] = []
            for _ in 0..<100 { stream += damage.event() }
            // As much as may still be skipped, so that the last event begins on a line of its own.
            stream += [UInt8](repeating: 10, count: limits.skipped + limits.data + limits.payload) + sound.bytes
            var rest = stream[...]
            while !rest.isEmpty {
                let piece = rest.prefix(damage.number(1...700))
                rest = rest.dropFirst(piece.count)
                reader.append(piece)
                while let item = reader.next() { last = item }
            }
            #expect(last == .event(sound))
            #expect(reader.end() == nil)
        }
    }
}
