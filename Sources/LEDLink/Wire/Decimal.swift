extension Int {
    /// Reads one to five decimal digits and nothing else: no sign, no space, no overflow.
    init?(decimal digits: some StringProtocol) {
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.init(digits)
    }
}
