import Foundation

/// One line that `voiceled --json` printed. A key that the event does not have is `nil`.
struct JSONEvent: Decodable, Sendable {
    let event: String
    /// Unix seconds.
    let at: Double

    // utterance
    let file: String?
    let mic: String?
    let start: Double?
    let end: Double?
    let text: String?
    let commands: [String]?
    let accepted: Bool?
    let confidence: Double?
    let engine: String?
    let reason: String?
    let latencyMs: Double?
    let endpointMs: Double?
    let decodeMs: Double?

    // recognizer, link, vocabulary
    let state: String?

    // recognizer
    /// Who listens from now on.
    let listening: String?
    let outageMs: Double?

    // end
    let recognizerFailures: Int?
    let heardByFallback: Int?
    let workersLost: Int?

    // board
    let command: String?
    let result: String?
    let attempts: Int?

    // led
    let led: String?
    let on: Bool?
    let level: Int?
    let color: String?

    // vocabulary
    let grammar: String?
    let log: [String]?

    // error
    let message: String?
    let hint: String?

    init?(parsing line: String) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let event = try? decoder.decode(JSONEvent.self, from: Data(line.utf8)) else { return nil }
        self = event
    }
}
