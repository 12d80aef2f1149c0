public import VocabularyFiles

/// A recorded command of `voiceled demo`, and what is said in it.
public struct DemoRecording: Sendable {
    public let path: String
    public let sentence: String

    /// Reads `demo/demo.tsv` of a language: file, tab, sentence; `#` begins a comment.
    ///
    /// - Throws: ``VocabularyError`` if it is missing or names nothing.
    public static func all(of language: Language, in folder: ModelFolder) throws(VocabularyError) -> [DemoRecording] {
        let demo = "\(folder.path)/\(language.rawValue)/demo"
        let recordings = try TextFile.read(demo + "/demo.tsv").split(whereSeparator: \.isNewline).filter {
            !$0.hasPrefix("#")
        }.compactMap { line in
            let columns = line.split(separator: "\t")
            return columns.count == 2
                ? DemoRecording(path: "\(demo)/\(columns[0])", sentence: String(columns[1])) : nil
        }
        guard !recordings.isEmpty else { throw VocabularyError(.broken, "\(demo)/demo.tsv names no recording") }
        return recordings
    }
}
