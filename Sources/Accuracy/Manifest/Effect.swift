internal import CommandLanguage

/// What slots do: to the lights, to the session, and for whoever else reads them. "off" does what "all off" does.
struct Effect: Hashable, Sendable {
    private let commands: [Command]
    private let session: SessionCommand?
    /// The slots that the lights do not know, of each command in any order.
    private let others: [[String]]

    init(_ slots: [Slot]) {
        let meaning = try? Meaning(of: slots)
        commands = meaning?.commands ?? []
        session = meaning?.session
        // Where the lights make no sense of them all slots count.
        let understood: Set<String> = meaning == nil ? [] : ["led", "power", "color", "level", "blink", "session"]
        others = slots.split(separator: .then, omittingEmptySubsequences: false).map { group in
            group.filter { !understood.contains($0.name) }.map(\.description).sorted()
        }
    }
}
