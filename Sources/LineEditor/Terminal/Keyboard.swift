internal import Glibc

/// Characters as the terminal sends them, one at a time.
struct Keyboard {
    private let input: Descriptor
    private var waiting: ArraySlice<UInt8> = []
    private var accumulator = UTF8Accumulator()

    init(input: Descriptor) {
        self.input = input
    }

    enum Key: Equatable {
        case character(Unicode.Scalar)
        /// Somebody signalled the descriptor that was watched beside the keyboard.
        case wake
        /// The terminal hung up.
        case end
    }

    /// Waits for the next key.
    ///
    /// - Parameter wake: a descriptor; the wait also ends when it becomes readable.
    mutating func next(watching wake: Int32) -> Key {
        while true {
            while let byte = waiting.popFirst() {
                if let scalar = accumulator.add(byte) { return .character(scalar) }
            }
            if input.wait(orFor: wake) == .wake { return .wake }
            var piece = [UInt8](repeating: 0, count: 256)
            let count = read(input.number, &piece, piece.count)
            if count > 0 {
                waiting = piece[..<count]
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                return .end
            }
        }
    }
}
