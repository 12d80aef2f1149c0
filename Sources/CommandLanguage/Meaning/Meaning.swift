/// What an utterance asks of the lights, and of the session that listens for it.
///
/// Of the slots of an utterance the lights know `led` (a number from 1, `all`, `odd`, `even`, `lamp`), `power` (`on`,
/// `off`, `toggle`), `color` (a name or `rrggbb`), `level` (0 to 100 percent, or `+n` and `-n`), `blink` (50 to 10,000
/// milliseconds, 0 for steady), `then`, and `session` (`sleep`, `wake`). All others are left to those who know them.
public struct Meaning: Hashable, Sendable {
    /// In the order in which they are to be carried out.
    public let commands: [Command]
    /// What the session itself shall do, after the commands; the last word counts.
    public let session: SessionCommand?

    /// Works out what slots ask for.
    ///
    /// `then` separates groups. In a group every action holds for every target. Without a target, colours are for the
    /// lamp, and so is what stands beside them; anything else is for all. A colour for all is for the lamp, the only
    /// light with colours. Whether a board can do it is for the board's abilities to say.
    ///
    /// - Throws: ``MeaningError`` for the first slot whose value makes no sense, and for a target without an action.
    public init(of slots: [Slot]) throws(MeaningError) {
        var commands: [Command] = []
        var session: SessionCommand?
        for group in slots.split(separator: .then) {
            let reader = try SlotGroup(group)
            commands += try reader.commands()
            session = reader.session ?? session
        }
        self.commands = commands
        self.session = session
    }
}

/// What a speaker can ask of the session instead of the lights.
public enum SessionCommand: String, Hashable, Sendable {
    /// Obey nothing but ``wake``.
    case sleep
    case wake
}
