/// The smallest piece of a JSGF file that means something, and where it stands.
struct Lexeme {
    enum Kind: Equatable {
        case word(String)
        case quoted(String)
        /// The name between `<` and `>`.
        case rule(String)
        case weight(Double)
        case tag([Slot])
        /// One of `; = | * + ( ) [ ]`.
        case symbol(Character)
        case end
    }

    let kind: Kind
    let range: Range<Int>
    /// The documentation comment that stands directly before.
    let documentation: DocumentationComment?
}
