import ArgumentParser
import Session

/// How words are heard.
struct RecognizerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Folder of the acoustic model. Default: the English one of PocketSphinx.", valueName: "folder"))
    var model: String?
}
