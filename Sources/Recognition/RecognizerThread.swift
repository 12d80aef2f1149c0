public import Audio
public import PocketSphinxDecoder
public import RealtimeQueue

/// The recogniser: a decoder on a thread of its own that turns the sound of one source after the other into events.
///
/// The decoder is loaded once. Each source is independent of those before it. All members may be used from any thread.
public final class RecognizerThread: Sendable {
    /// Starts the thread and loads the decoder on it.
    ///
    /// - Throws: ``DecoderError``; the thread has ended then.
    public static func start(_ settings: RecognizerSettings) async throws(DecoderError) -> RecognizerThread {
        fatalError()
    }

    /// Recognises everything that comes out of `samples`, until the source ends or the stream is let go of.
    ///
    /// Sources that are given while another is still being heard wait their turn.
    ///
    /// - Parameters:
    ///   - samples: the reading end of the queue that `source` writes to.
    ///   - source: asked for its overruns and for its outcome when the queue has ended.
    /// - Returns: the events; the last is ``RecognitionEvent/ended(_:)``, and then the stream finishes.
    public func listen(
        to samples: consuming SampleRing.Consumer, from source: any AudioSource
    ) -> AsyncStream<RecognitionEvent> {
        fatalError()
    }

    /// Ends the source being heard, with an open utterance thrown away, and then the thread. Returns at once.
    public func stop() {
        fatalError()
    }
}
