/// Sentences by their beginnings, to tell while walking along words whether they are still one of them.
struct SentenceTree {
    private var nodes = [Node()]

    private struct Node {
        var next: [String: Int] = [:]
        var isSentence = false
    }

    /// Before the first word.
    static let root = 0

    /// Where no sentence of the tree can be reached any more.
    static let outside = -1

    init(_ sentences: [[String]]) {
        for sentence in sentences { insert(sentence) }
    }

    private mutating func insert(_ sentence: [String]) {
        var node = Self.root
        for word in sentence {
            if let next = nodes[node].next[word] {
                node = next
            } else {
                nodes.append(Node())
                nodes[node].next[word] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        nodes[node].isSentence = true
    }

    func node(after word: String, from node: Int) -> Int {
        node == Self.outside ? Self.outside : nodes[node].next[word] ?? Self.outside
    }

    func isSentence(at node: Int) -> Bool {
        node != Self.outside && nodes[node].isSentence
    }
}
