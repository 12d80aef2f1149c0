internal import Glibc

/// The files that make up an acoustic model.
public enum ModelFiles {
    /// What the decoder reads.
    public static let parameters = [
        "feat.params", "mdef", "means", "noisedict", "sendump", "transition_matrices", "variances",
    ]
    /// All that a model of our own has; each has its checksum.
    public static let own = parameters + [Provenance.fileName]
    /// What it may have besides: samples for the second opinion, see `Enrolment`.
    public static let enrolment = "enrolment.txt"

    /// The path of ``enrolment``; nothing need be there.
    public static func enrolment(in folder: String) -> String { "\(folder)/\(enrolment)" }

    /// The map that moved the means, in a model that comes with a vocabulary.
    public static let transform = "mllr.txt"

    /// Whether the model in `folder` was made for one vocabulary.
    public static func isAdapted(_ folder: String) -> Bool {
        [Provenance.fileName, transform].contains { access("\(folder)/\($0)", R_OK) == 0 }
    }
}
