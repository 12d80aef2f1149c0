/// The strongly connected components of a rule graph (Tarjan's algorithm): rules that lead to each other.
struct Components {
    /// The component of each rule.
    private(set) var componentOf: [Int]
    private var isCyclic: [Bool] = []

    /// - Parameter isAllowed: which edges count.
    init(of graph: RuleGraph, along isAllowed: (RuleGraph.Edge) -> Bool = { _ in true }) {
        let targets = graph.edges.map { $0.filter(isAllowed).map(\.to) }
        componentOf = Array(repeating: -1, count: targets.count)
        var search = Search(targets: targets)
        for rule in targets.indices where search.order[rule] == nil {
            for component in search.components(from: rule) {
                for member in component { componentOf[member] = isCyclic.count }
                isCyclic.append(component.count > 1 || targets[component[0]].contains(component[0]))
            }
        }
    }

    func isRecursive(_ rule: Int) -> Bool { isCyclic[componentOf[rule]] }

    /// Whether an edge leads back to where it came from, by itself or on a longer way.
    func isInCycle(_ edge: RuleGraph.Edge) -> Bool { componentOf[edge.from] == componentOf[edge.to] }

    /// Depth-first search with a stack of its own: chains of rules may be as long as the file.
    private struct Search {
        let targets: [[Int]]
        var order: [Int?]
        private var lowest: [Int]
        private var isOpen: [Bool]
        private var open: [Int] = []
        private var count = 0

        init(targets: [[Int]]) {
            self.targets = targets
            order = Array(repeating: nil, count: targets.count)
            lowest = Array(repeating: 0, count: targets.count)
            isOpen = Array(repeating: false, count: targets.count)
        }

        mutating func components(from root: Int) -> [[Int]] {
            var components: [[Int]] = []
            var path: [(rule: Int, nextTarget: Int)] = [(root, 0)]
            enter(root)
            while let (rule, next) = path.last {
                if next < targets[rule].count {
                    path[path.count - 1].nextTarget += 1
                    let target = targets[rule][next]
                    if order[target] == nil {
                        enter(target)
                        path.append((target, 0))
                    } else if isOpen[target] {
                        lowest[rule] = min(lowest[rule], order[target]!)
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last { lowest[parent.rule] = min(lowest[parent.rule], lowest[rule]) }
                if lowest[rule] == order[rule] { components.append(closeComponent(of: rule)) }
            }
            return components
        }

        private mutating func enter(_ rule: Int) {
            order[rule] = count
            lowest[rule] = count
            count += 1
            open.append(rule)
            isOpen[rule] = true
        }

        private mutating func closeComponent(of rule: Int) -> [Int] {
            var component: [Int] = []
            repeat {
                component.append(open.removeLast())
                isOpen[component[component.count - 1]] = false
            } while component[component.count - 1] != rule
            return component
        }
    }
}
