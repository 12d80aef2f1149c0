import Foundation

/// A pipe whose writer has put `bytes` into it and gone.
struct FilledPipe: ~Copyable {
    private let pipe = Pipe()

    /// - Parameter bytes: at most the 64 KiB that a pipe holds.
    init(_ bytes: [UInt8]) {
        pipe.fileHandleForWriting.write(Data(bytes))
        try? pipe.fileHandleForWriting.close()
    }

    /// The end to read, as a file that can be named.
    var path: String { "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)" }
}
