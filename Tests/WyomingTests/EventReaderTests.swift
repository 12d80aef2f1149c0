import Testing
import Wyoming

@Suite("EventReader")
struct EventReaderTests {
    private static let samples = Event(
        type: "audio-chunk", data: ["rate": 16_000, "text": "grün\n\"rot\""], payload: [10, 0, 255, 13])

    private func items(_ bytes: [UInt8], limits: EventLimits = EventLimits()) -> [EventReader.Item] {
        var reader = EventReader(limits: limits)
        reader.append(bytes)
        var items: [EventReader.Item] = []
        while let item = reader.next() { items.append(item) }
        return items
    }

    private func kinds(_ items: [EventReader.Item]) -> [EventFault.Kind?] {
        items.map { if case .fault(let fault) = $0 { fault.kind } else { nil } }
    }

    @Test("gives back what was written, with any bytes in the payload")
    func roundTrip() {
        #expect(
            items(Self.samples.bytes + Event(type: "ping").bytes) == [
                .event(Self.samples), .event(Event(type: "ping")),
            ])
    }

    @Test("needs no more than a byte at a time")
    func byteByByte() {
        var reader = EventReader()
        var items: [EventReader.Item] = []
        for byte in Self.samples.bytes + Self.samples.bytes {
            reader.append(CollectionOfOne(byte))
            while let item = reader.next() { items.append(item) }
        }
        #expect(items == [.event(Self.samples), .event(Self.samples)])
        #expect(reader.end() == nil)
    }

    @Test("merges the data block over the data in the header")
    func merge() {
        let bytes =
            Array(#"{"type":"x","data":{"a":1,"b":[true,null,1.5]},"data_length":7}"#.utf8) + Array("\n{\"a\":2}".utf8)
        #expect(
            items(bytes) == [.event(Event(type: "x", data: ["a": 2, "b": .array([true, .null, .number(1.5)])]))])
    }

    @Test("takes lines that end as on Windows, and skips empty ones")
    func carriageReturn() {
        #expect(items(Array("\n\r\n{\"type\":\"ping\"}\r\n".utf8)) == [.event(Event(type: "ping"))])
    }

    @Test(
        "goes on after a line that is no header",
        arguments: [
            "nonsense", "[1]", "{}", "{\"type\":5}", "{\"type\":\"x\"", "\"type\"", "{\"type\":\"x\",\"data\":3}",
            "{\"type\":\"x\",\"data_length\":-1}", "{\"type\":\"x\",\"payload_length\":\"5\"}",
            "{\"type\":\"x\",\"payload_length\":1.5}", "\u{0}\u{1}", String(repeating: "[", count: 5_000),
        ])
    func garbage(line: String) {
        let items = items(Array(line.utf8) + [10] + Self.samples.bytes)
        #expect(kinds(items) == [.header, nil])
        #expect(items.last == .event(Self.samples))
    }

    @Test("goes on after bytes that are no text")
    func notUTF8() {
        #expect(kinds(items([0xFF, 0xFE, 0x7B, 10] + Self.samples.bytes)) == [.header, nil])
    }

    @Test("refuses a header line over the limit once, does not keep it, and goes on after its end")
    func longHeader() {
        var reader = EventReader()
        var kinds: [EventFault.Kind?] = []
        for _ in 0..<100 {
            reader.append([UInt8](repeating: UInt8(ascii: "a"), count: 10_000))
            while let item = reader.next() { kinds += self.kinds([item]) }
        }
        reader.append([10] + Self.samples.bytes)
        while let item = reader.next() { kinds += self.kinds([item]) }
        #expect(kinds == [.headerTooLong, nil])
    }

    @Test("skips a part over the limit and goes on after it", arguments: ["data_length", "payload_length"])
    func longPart(name: String) {
        var limits = EventLimits()
        limits.data = 100
        limits.payload = 100
        let part = Array("{\"type\":\"x\",\"\(name)\":101}\n".utf8) + [UInt8](repeating: 10, count: 101)
        let items = items(part + Self.samples.bytes, limits: limits)
        #expect(kinds(items) == [.tooLong, nil])
        guard case .fault(let fault) = items.first else { return }
        #expect(fault.description == "x: \"\(name)\" is 101, more than 100 bytes; send it in smaller pieces")
    }

    @Test(
        "does not wait for the end of a part that claims an absurd length",
        arguments: ["99999999999", "9223372036854775807"])
    func absurdLength(length: String) {
        let header = "{\"type\":\"x\",\"data_length\":\(length),\"payload_length\":\(length)}\n"
        #expect(kinds(items(Array(header.utf8) + Self.samples.bytes)) == [.tooLong, nil])
    }

    @Test(
        "reports a data block that is no object, and goes on after the payload",
        arguments: ["[1,2,3]", "{\"a\":1,", "       "])
    func badData(block: String) {
        let header = "{\"type\":\"x\",\"data_length\":7,\"payload_length\":3}\n"
        #expect(kinds(items(Array((header + block).utf8) + [10, 10, 10] + Self.samples.bytes)) == [.data, nil])
    }

    @Test("refuses what nests too deeply")
    func nesting() {
        let depth = EventValue.deepestNesting + 1
        let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(kinds(items(Array("{\"type\":\"x\",\"data\":{\"a\":\(value)}}\n".utf8))) == [.header])
    }

    @Test("tells a stream that ended in the middle of an event from one that ended between two")
    func truncated() {
        let bytes = Self.samples.bytes
        for count in 1..<bytes.count {
            var reader = EventReader()
            reader.append(bytes.prefix(count))
            #expect(reader.next() == nil)
            #expect(reader.end()?.kind == .truncated)
        }
        var reader = EventReader()
        #expect(reader.end() == nil)
        reader.append(bytes.dropLast())
        #expect(reader.next() == nil)
        #expect(reader.end()?.description == "the stream ended in the middle of an event: 1 bytes are missing")
    }
}
