import Foundation

/// One line that `voiceled ports --json` printed.
struct PortLine: Decodable, Equatable {
    let path: String
    let answer: String
    var sketch: String?
    var `protocol`: Int?
    var leds: Int?
    var lamp: Bool?
    var holder: String?
    var holderPid: Int32?

    init(
        path: String, answer: String, sketch: String? = nil, protocol: Int? = nil, leds: Int? = nil, lamp: Bool? = nil,
        holder: String? = nil, holderPid: Int32? = nil
    ) {
        self.path = path
        self.answer = answer
        self.sketch = sketch
        self.protocol = `protocol`
        self.leds = leds
        self.lamp = lamp
        self.holder = holder
        self.holderPid = holderPid
    }

    init(parsing line: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(PortLine.self, from: Data(line.utf8))
    }
}
