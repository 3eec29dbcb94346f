import ArgumentParser
import Authoring
import Batch
import Content
import Dispatch
import Glibc
import Machine
import Synchronization
import Terminal

/// Scores JSON Lines from standard input, in order, on every core.
///
/// - Throws: `ExitCode` 65 at the end where a line could not be read; `Failure`, `OutputError`.
func scoreBatch(pack: String, policy: String?, to output: Output) throws {
    let library = try PackLibrary.standard()
    // A pack or a policy that does not exist is one mistake, not one a line.
    _ = try library.load(pack).policy(named: policy)
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let workers = (0..<cores).map { _ in BatchWorker(library: library, pack: pack, policy: policy) }
    // Whoever types the lines waits for nothing.
    if isTerminal(0) { Patience.end() }
    var input = BlockReader(descriptor: 0)
    var isAllGood = true
    var lineNumber = 1
    while let block = try input.next() {
        let pieces = block.cut(into: workers.count)
        var numbers: [Int] = []
        for piece in pieces {
            numbers.append(lineNumber)
            lineNumber += piece.count { $0 == UInt8(ascii: "\n") }
        }
        DispatchQueue.concurrentPerform(iterations: pieces.count) { [numbers] position in
            workers[position].score(pieces[position], from: numbers[position])
        }
        for worker in workers.prefix(pieces.count) {
            let isGood = worker.hand(over: output)
            isAllGood = isAllGood && isGood
        }
        try output.flush()
    }
    if !isAllGood { throw ExitStatus.unreadable.code }
}

/// Scores a piece of a block at a time, on whatever thread; what it learnt of packs and cases stays with it.
private final class BatchWorker: Sendable {
    private struct State {
        let scorer: BatchScorer
        var output: [UInt8] = []
        var isAllGood = true
    }

    private let state: Mutex<State>

    init(library: PackLibrary, pack: String, policy: String?) {
        let scorer = BatchScorer(pack: pack, policy: policy) { name throws(Unscored) in
            do throws(PackError) { return try library.load(name) } catch { throw Unscored(error.description) }
        }
        state = Mutex(State(scorer: scorer))
    }

    /// Scores whole lines, the first of which is that of a number.
    func score(_ piece: ArraySlice<UInt8>, from first: Int) {
        state.withLock { state in
            var rest = piece
            var number = first
            while !rest.isEmpty {
                let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
                let line = rest[..<end]
                rest = rest[end...].dropFirst()
                defer { number += 1 }
                guard !line.allSatisfy(\.isBlank) else { continue }
                let isGood = state.scorer.score(line, number: number, to: &state.output)
                state.isAllGood = state.isAllGood && isGood
            }
        }
    }

    /// Writes what was scored since the last time, and tells whether every line ever was.
    func hand(over output: Output) -> Bool {
        state.withLock { state in
            output.data(state.output)
            state.output.removeAll(keepingCapacity: true)
            return state.isAllGood
        }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
