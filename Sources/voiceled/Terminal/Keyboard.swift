import Foundation

/// Lines that a person types while something else goes on.
enum Keyboard {
    /// Calls `take` with each line of standard input, from a thread that ends with it.
    static func watch(_ take: @escaping @Sendable (String) -> Void) {
        Thread.detachNewThread {
            while let line = readLine() { take(line) }
        }
    }
}
