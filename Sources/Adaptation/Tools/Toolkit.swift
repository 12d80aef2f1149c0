internal import Foundation

/// Where the programs of CMU Sphinx's trainer are.
public struct Toolkit: Sendable {
    /// Folder of `bw`, `map_adapt`, `mllr_solve`, `mllr_transform` and `mk_s2sendump`.
    let trainer: String
    /// How much longer than usual each of them may take.
    let patience: Double

    /// Where Debian's package `sphinxtrain` puts them.
    public static let standardFolder = "/usr/lib/sphinxtrain"

    private static let trainerPrograms = ["bw", "map_adapt", "mllr_solve", "mllr_transform", "mk_s2sendump"]
    private static let otherPrograms = ["sphinx_fe", "pocketsphinx_mdef_convert"]

    /// - Parameters:
    ///   - folder: `$VOICELED_SPHINXTRAIN`, else the standard one, when `nil`.
    ///   - patience: factor of all time limits.
    /// - Throws: ``AdaptationError`` that names what is not installed.
    public init(folder: String? = nil, patience: Double = 1) throws(AdaptationError) {
        let environment = ProcessInfo.processInfo.environment
        trainer = folder ?? environment["VOICELED_SPHINXTRAIN"] ?? Self.standardFolder
        self.patience = patience
        let files = FileManager.default
        var missing: [String] = []
        for name in Self.trainerPrograms where !files.isExecutableFile(atPath: "\(trainer)/\(name)") {
            missing.append("\(trainer)/\(name)")
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        for name in Self.otherPrograms
        where !folders.contains(where: { files.isExecutableFile(atPath: "\($0)/\(name)") }) {
            missing.append(name)
        }
        guard missing.isEmpty else {
            throw AdaptationError(
                .missing, "what adapts models is not installed: \(missing.joined(separator: ", "))",
                hint: "sudo apt-get install sphinxtrain sphinxbase-utils pocketsphinx")
        }
    }

    func path(_ name: String) -> String { Self.trainerPrograms.contains(name) ? "\(trainer)/\(name)" : name }
}
