import ArgumentParser
import Session

struct ModelsFind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "List the models that are installed, and whether they are undamaged.",
        discussion: """
            For each: where it is, where it came from, its licence, its size, its language,
            the vocabulary that it was made for, and whether its checksums fit. For the
            stock model they are those of Debian's package.

            Exit status: 0 all are undamaged; 1 one is damaged; 2 none is there.
            """)

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let models = try await InstalledModel.all()
        let reporter = ModelsReporter(json: output.json)
        for model in models { reporter.tell(model) }
        guard models.contains(where: { $0.kind == .stock }) else {
            Diagnostics.explain(
                "the stock model is not installed", hint: "sudo apt-get install pocketsphinx-en-us")
            throw ExitStatus.wrongUse
        }
        guard models.allSatisfy({ $0.problem == nil }) else { throw ExitStatus.notObeyed }
    }
}
