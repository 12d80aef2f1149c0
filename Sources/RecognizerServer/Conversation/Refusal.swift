internal import Wyoming

/// Why something that a client sent was not done.
struct Refusal: Error, Equatable {
    /// For programs; stays the same when the words change.
    enum Code: String {
        case badEvent = "bad-event"
        case unknownModel = "unknown-model"
        case language
        case audioFormat = "audio-format"
        case tooLong = "too-long"
        case noAudio = "no-audio"
        case unfinished
        case decoder
        case busy
        case idle
    }

    let code: Code
    let text: String

    init(_ code: Code, _ text: String) {
        self.code = code
        self.text = text
    }

    var event: Event { ErrorEvent(text: text, code: code.rawValue).event }
}
