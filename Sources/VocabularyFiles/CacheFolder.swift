internal import FoundationEssentials

/// Where the user's programs keep what they could make again.
package enum CacheFolder {
    /// `$XDG_CACHE_HOME/voiceled`, else under `~/.cache`.
    ///
    /// - Returns: `nil` if the environment names neither folder by an absolute path.
    package static func path(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        return (absolute("XDG_CACHE_HOME") ?? absolute("HOME").map { $0 + "/.cache" }).map { $0 + "/voiceled" }
    }
}
