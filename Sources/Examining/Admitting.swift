package import Content
package import Quiz
import System
package import Terminal

extension Roster {
    /// The assignment under which somebody may begin an attempt now; nil where the exam is open to everyone.
    ///
    /// - Throws: `Failure` with status 64, as for attempts that are used up, where nobody may begin one, or this one may
    ///   not, and when that will be otherwise.
    package func assignment(of blueprint: Blueprint, in pack: Pack, to examinee: Examinee) throws(Failure)
        -> Assignment?
    {
        switch admission(of: examinee.id, to: blueprint, in: pack, at: LocalTime.now) {
        case .free: return nil
        case .open(let assignment): return assignment
        case .early(let moment):
            throw Failure(.usage, "\(blueprint.id) opens at \(LocalTime.text(of: moment)), and not before")
        case .late(let moment):
            throw Failure(
                .usage, "\(blueprint.id) closed at \(LocalTime.text(of: moment)); ask whoever assigned it for more time"
            )
        case .notAssigned:
            let names = candidates.flatMap { [$0.id, $0.name] }
            let near = examinee.onRoster == nil ? suggestion(for: examinee.id, among: Set(names).sorted()) : nil
            throw Failure(
                .usage,
                "\(blueprint.id) is assigned, and not to \(examinee.name.prefix(64)); "
                    + (near ?? "exam assign adds candidates and groups"))
        }
    }
}
