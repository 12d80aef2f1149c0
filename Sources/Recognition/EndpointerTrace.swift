public import Audio

/// One step of the endpointer, for pictures of what it does.
public enum EndpointerTrace: Sendable {
    /// What it measured; one for every frame, in order.
    case frame(EndpointerReading)
    /// What it decided after `position` samples; comes before the events that follow from it.
    case event(EndpointerEvent, position: Int)
    /// What was heard stands whatever follows: it is told of after `position` samples, and the utterance goes on.
    case settled(EndpointerEvent.Extent, position: Int)
}
