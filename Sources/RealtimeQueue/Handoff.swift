import Synchronization

/// Carries a value that cannot be copied into the thread that will own it.
///
/// An escaping closure may not consume what it captures, so the value rides in this box and is taken out once, on the
/// other side. Not for the inside of a real-time loop: it takes a lock, once, before the loop begins.
public final class Handoff<Value: ~Copyable & Sendable>: Sendable {
    private let value: Mutex<Value?>

    public init(_ value: consuming sending Value) {
        self.value = Mutex(consume value)
    }

    /// The value, for whoever asks first; `nil` for everybody after that.
    public func take() -> Value? {
        value.withLock { $0.take() }
    }
}
