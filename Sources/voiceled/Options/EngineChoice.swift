import ArgumentParser

/// Which recogniser is to be measured.
enum EngineChoice: String, ExpressibleByArgument, CaseIterable {
    /// The grammar search of `listen`.
    case primary
    /// The one in a process of its own.
    case fallback
    case both
}
