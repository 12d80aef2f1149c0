/// How much sound a page still has room for.
struct SoundBudget {
    private var sounds: Int
    private var characters: Int

    init(sounds: Int, characters: Int) {
        self.sounds = sounds
        self.characters = characters
    }

    /// Which of `count` entries are to be heard: from everywhere in the list, and half of what is left at most, so that
    /// the lists that follow have some, too.
    func choose(of count: Int) -> Set<Int> {
        let chosen = min(count, max(1, (sounds + 1) / 2))
        return chosen == 0 || sounds == 0 ? [] : Set((0..<chosen).map { $0 * count / chosen })
    }

    /// - Returns: whether there is room.
    mutating func take(_ length: Int) -> Bool {
        guard sounds > 0, length <= characters else { return false }
        sounds -= 1
        characters -= length
        return true
    }
}
