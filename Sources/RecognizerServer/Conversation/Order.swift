/// An utterance that is complete and shall be decoded.
struct Order: Equatable {
    let samples: [Int16]
    let engine: Engine
    /// Whether the text is also wanted in the events of a streaming transcript.
    let isStreaming: Bool
}
