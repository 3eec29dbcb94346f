import Content
package import Examining
package import Machine
import Scoring
import Synchronization

/// The packs that are in use now: those that the server brings along, but for those of which a version from the database
/// is in use. Every node asks the database for what is said there, every few seconds; a version that was read once is
/// kept under the hash of its files.
package final class PacksInUse: Sendable {
    /// What makes packs of files.
    package let maker: any PackMaker
    /// Those that the server brings along, by id.
    let own: [String: PackRevision]
    private let store: any TeamStore
    private let time: any TimeSource
    private let lasts: Duration
    private let known = Mutex(Known())

    private struct Known {
        var uses: [PackUse] = []
        var asked: ContinuousClock.Instant?
        /// By the hash of their files; nil for what this program cannot read.
        var revisions: [String: PackRevision?] = [:]
    }

    /// - Parameters:
    ///   - own: Those that the server brings along.
    ///   - store: Where versions are kept.
    ///   - maker: What makes packs of files.
    ///   - time: Tells which version is due.
    ///   - lasts: How long what the database said is taken to be so.
    package init(
        _ own: [PackRevision], and store: any TeamStore, made maker: any PackMaker, time: any TimeSource,
        lasts: Duration = .seconds(2)
    ) {
        self.own = Dictionary(own.map { ($0.pack.id.text, $0) }) { first, _ in first }
        self.store = store
        self.maker = maker
        self.time = time
        self.lasts = lasts
    }

    /// The packs in use, by id. Where a version cannot be read, what was in use before it is.
    package var current: [String: PackRevision] {
        var packs = own
        let uses = uses
        guard !uses.isEmpty else { return packs }
        let now = time.now
        for (pack, uses) in Dictionary(grouping: uses.filter { $0.from <= now }, by: \.pack) {
            let readable = uses.reversed().lazy.compactMap { use in
                use.version.map(self.revision) ?? self.own[pack]
            }
            packs[pack] = readable.first ?? own[pack]
        }
        return packs
    }

    /// The pack of an attempt's form, in the version that it was made of; where that is gone, the one in use.
    func revision(of form: FormRecord) -> PackRevision? {
        let now = current[form.pack]
        guard let sha256 = form.packSHA256, sha256 != now?.sha256 else { return now }
        return revision(sha256) ?? now
    }

    /// A pack by the hash of its files; nil where there is none, or this program cannot read it.
    func revision(_ sha256: String) -> PackRevision? {
        if let own = own.values.first(where: { $0.sha256 == sha256 }) { return own }
        if let known = known.withLock({ $0.revisions[sha256] }) { return known }
        // What cannot be asked for now is asked for again.
        guard let files = try? store.packFiles(of: sha256), !files.isEmpty else { return nil }
        let revision = maker.revision(of: files)
        known.withLock { $0.revisions[sha256] = .some(revision) }
        return revision
    }

    /// What the database says of what is in use, in the order in which it takes effect.
    private var uses: [PackUse] {
        let now = ContinuousClock.now
        let recent = known.withLock { known in known.asked.flatMap { now - $0 < lasts ? known.uses : nil } }
        if let recent { return recent }
        // Where the database cannot be reached, what it said last is good.
        let asked = try? store.packUses()
        return known.withLock { known in
            known.asked = now
            known.uses = asked ?? known.uses
            return known.uses
        }
    }

    /// Asks the database again at the next request.
    func forget() { known.withLock { $0.asked = nil } }
}
