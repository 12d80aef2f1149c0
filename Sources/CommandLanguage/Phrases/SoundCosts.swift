/// How much one row of sounds differs from another, as the cost of turning one into the other.
public protocol SoundCosts: Sendable {
    /// What it costs to hear one phone for another; 0 for the same.
    func substitution(_ phone: String, _ other: String) -> Double
    /// What it costs to hear a phone that is not there, or not to hear one that is; at least 0.5.
    func gap(_ phone: String) -> Double
}
