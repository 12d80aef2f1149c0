/// The engine `embedding` was asked for where there is none.
struct NoWordsError: Remediable, CustomStringConvertible {
    var description: String {
        "there is no engine embedding: its files are missing, or no sentence of the grammar is a word that it knows"
    }

    var hint: String? { "fetch the files with `Scripts/fetch-embedding`; `voiceled doctor` says what is missing" }
}
