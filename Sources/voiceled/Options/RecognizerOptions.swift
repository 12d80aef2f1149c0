import ArgumentParser
import Recognition
import Session

/// How words are heard.
struct RecognizerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Folder of the acoustic model. Default: the English one of PocketSphinx.", valueName: "folder"))
    var model: String?

    @Option(
        name: .long, help: "How sure to be before obeying: strict, normal or eager.",
        transform: { text throws(ValidationError) in
            guard let caution = Caution(rawValue: text) else {
                throw ValidationError("it is strict, normal or eager")
            }
            return caution
        })
    var caution = Caution.normal
}
