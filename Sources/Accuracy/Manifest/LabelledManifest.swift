public import CommandLanguage

/// The recordings of a manifest whose labels a grammar can mean, and the rest.
public struct LabelledManifest: Sendable {
    public let path: String
    public let clips: [Clip]
    /// Labels that the grammar cannot mean, each with its first place and its number of recordings.
    public let leftOut: [ManifestError.Problem]
    public let leftOutCount: Int

    /// - Throws: ``ManifestError`` when the grammar can mean none of the labels.
    public init(_ manifest: Manifest, in grammar: Grammar) throws(ManifestError) {
        path = manifest.path
        var known: [String: Label?] = [:]
        var clips: [Clip] = []
        var strangers: [String: [Manifest.Entry]] = [:]
        for entry in manifest.entries {
            let label: Label?
            if let found = known[entry.label] {
                label = found
            } else {
                label = Label(entry.label, in: grammar)
                known.updateValue(label, forKey: entry.label)
            }
            if let label {
                clips.append(Clip(entry, label: label))
            } else {
                strangers[entry.label, default: []].append(entry)
            }
        }
        self.clips = clips
        leftOutCount = strangers.values.reduce(0) { $0 + $1.count }
        leftOut = strangers.values.sorted { $0[0].line < $1[0].line }.map { entries in
            let more = entries.count > 1 ? " (\(entries.count) recordings)" : ""
            return .init(
                file: manifest.path, line: entries[0].line,
                "the grammar \(grammar.name) cannot mean \"\(entries[0].label)\"\(more)")
        }
        if clips.isEmpty {
            throw ManifestError(
                leftOut,
                hint: "a label is a sentence of the grammar, or its slots such as led=2 power=on; "
                    + "name the grammar that the recordings are for with --grammar")
        }
    }
}
