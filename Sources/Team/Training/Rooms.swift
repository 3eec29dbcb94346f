import Synchronization

/// Rooms at hand, one for each person and pack, which saves reading again what stands in them.
final class Rooms<Room: Sendable>: Sendable {
    private let known = Mutex<[Key: Room]>([:])

    /// How many are kept in memory at most.
    private static var most: Int { 2_000 }

    private struct Key: Hashable {
        let person: Person.ID
        /// The hash of the pack's files.
        let pack: String
    }

    /// The room of a person in a pack; a new one where none is at hand.
    func room(of person: Person.ID, in pack: String, orNew new: () -> Room) -> Room {
        let key = Key(person: person, pack: pack)
        return known.withLock { known in
            if let room = known[key] { return room }
            if known.count >= Self.most { known.removeAll() }
            let room = new()
            known[key] = room
            return room
        }
    }

    /// Forgets the room of a person in a pack.
    func forget(_ person: Person.ID, in pack: String) {
        known.withLock { $0[Key(person: person, pack: pack)] = nil }
    }
}
