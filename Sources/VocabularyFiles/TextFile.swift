internal import SystemPackage

/// A file of UTF-8, read whole.
package enum TextFile {
    /// More than any grammar or dictionary: what is larger was named by mistake.
    package static let largest = 64 << 20

    /// - Throws: ``VocabularyError`` of kind `missing`, with the system's own reason.
    package static func read(_ path: String) throws(VocabularyError) -> String {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            return try file.closeAfter {
                var bytes: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 1 << 16)
                while bytes.count < largest {
                    let count = try piece.withUnsafeMutableBytes { try file.read(into: $0) }
                    if count == 0 { break }
                    bytes += piece.prefix(count)
                }
                return String(decoding: bytes, as: UTF8.self)
            }
        } catch {
            throw VocabularyError(.missing, "cannot read \(path): \(error)", hint: "check its name and permissions")
        }
    }
}
