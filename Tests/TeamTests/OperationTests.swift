import Examining
import Learning
import Machine
import Quiz
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

/// Something that somebody may do with a house.
private struct Operation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// All that it takes.
    let needed: Set<Permission>
    let body: @Sendable (House, Actor) throws -> Void

    init(_ name: String, _ needed: Permission..., body: @escaping @Sendable (House, Actor) throws -> Void) {
        testDescription = name
        self.needed = Set(needed)
        self.body = body
    }

    /// Every operation, with things that are not there: whoever may is told so, and whoever may not is not told even that.
    static let all: [Operation] = [
        .init("invite", .invite) { _ = try $0.accounts.invite("x", at: "no address", as: [.learner], by: $1) },
        .init("see the house", .invite) { _ = try $0.accounts.house(for: $1) },
        .init("set roles", .administer) { try $0.accounts.setRoles(of: .new(), to: [.learner], by: $1) },
        .init("shut out", .administer) { try $0.accounts.shutOut(.new(), true, by: $1) },
        .init("see the trail", .seeTrail) { _ = try $0.accounts.trail(1, for: $1) },
        .init("make a key for people", .automate, .invite) {
            _ = try $0.accounts.makeKey("x", [.readPeople], days: 0, by: $1)
        },
        .init("make a key for results", .automate, .seeResults) {
            _ = try $0.accounts.makeKey("x", [.readResults], days: 0, by: $1)
        },
        .init("make a key to train", .train) { _ = try $0.accounts.makeKey("x", [.train], days: 0, by: $1) },
        .init("see all keys", .automate) { _ = try $0.accounts.allKeys(for: $1) },
        .init("see the outbox", .administer) { _ = try $0.accounts.waiting(in: $0.database.outbox, for: $1) },
        .init("try again", .administer) { try $0.accounts.tryAgain(1 << 40, in: $0.database.outbox, by: $1) },
        .init("discard", .administer) { try $0.accounts.discard(1 << 40, in: $0.database.outbox, by: $1) },
        .init("assign", .assignExams) { try $0.desk.assign("none", of: "none", to: [.new()], ExamWindow(), by: $1) },
        .init("take back", .assignExams) { try $0.desk.unassign("none", of: "none", from: "candidate:x", by: $1) },
        .init("see assignments", .assignExams) { _ = try $0.desk.assignments(for: $1) },
        .init("see groups", .assignExams) { _ = try $0.desk.groups(for: $1) },
        .init("see whom to assign to", .assignExams) { _ = try $0.desk.candidates(for: $1) },
        .init("see who leads", .appoint) { _ = try $0.desk.ledGroups(for: $1) },
        .init("appoint", .appoint) { try $0.desk.setLead(.new(), of: "none", true, by: $1) },
        .init("give time", .assignExams) { try $0.desk.giveTime(to: .new(), "50%", because: "", by: $1) },
        .init("give breaks", .assignExams) { try $0.desk.giveBreaks(to: .new(), "5", because: "", by: $1) },
        .init("take in a file", .keepRoster, .invite) {
            _ = try $0.desk.takeIn([], of: ["x"], problems: [], isReadable: false, by: $1)
        },
        .init("see what is assigned", .sitExam) { _ = try $0.desk.assigned(to: $1) },
        .init("begin", .sitExam) { _ = try $0.desk.begin("none", of: "none", by: $1) },
        .init("see an attempt", .sitExam) { _ = try $0.desk.attempt("none-1", of: $1) },
        .init("answer", .sitExam) { _ = try $0.desk.answer(0, "1", after: 0, in: "none-1", by: $1) },
        .init("answer late", .sitExam) { _ = try $0.desk.answer(0, "1", after: 0, in: "none-1", by: $1, written: 9) },
        .init("be shown", .sitExam) { _ = try $0.desk.show(0, in: "none-1", to: $1) },
        .init("go on", .sitExam) { try $0.desk.goOn(from: 0, in: "none-1", by: $1) },
        .init("rest", .sitExam) { try $0.desk.setBreak(true, in: "none-1", by: $1) },
        .init("flag", .sitExam) { try $0.desk.setFlag(true, at: 0, in: "none-1", by: $1) },
        .init("hand in", .sitExam) { try $0.desk.handIn("none-1", by: $1) },
        .init("see an outcome", .sitExam) { _ = try $0.desk.outcome(of: "none-1", for: $1) },
        .init("read messages", .sitExam) { _ = try $0.desk.messages(to: "none-1", after: 0, for: $1) },
        .init("see own certificates", .sitExam) { _ = try $0.desk.certificates(of: "none-1", for: $1) },
        .init("watch", .watchExams) { _ = try $0.desk.sittings(for: $1) },
        .init("say", .watchExams) { try $0.desk.say("", to: nil, by: $1) },
        .init("extend", .watchExams) { try $0.desk.extend(nil, byMinutes: "5", because: "x", by: $1) },
        .init("hold", .watchExams) { try $0.desk.hold(nil, because: "x", by: $1) },
        .init("release", .watchExams) { try $0.desk.release(nil, by: $1) },
        .init("have a log", .seeResults) { _ = try $0.desk.log(of: "none-1", for: $1) },
        .init("have a report", .seeResults) { _ = try $0.desk.reported("none", of: "none", to: $1) },
        .init("void", .judge) { try $0.desk.void("none-1", because: "", by: $1) },
        .init("certify", .certify) { try $0.desk.certify("none-1", days: 1, isDespiteDoubts: false, by: $1) },
        .init("revoke", .certify) { try $0.desk.revoke("none", because: "", by: $1) },
        .init("see certificates", .certify) { _ = try $0.desk.certificates(for: $1) },
        .init("make the issuer", .administer) { try $0.desk.makeIssuer(named: "", at: "https://a.de", by: $1) },
        .init("see versions of packs", .seePacks) { _ = try $0.packs.versions(for: $1) },
        .init("see a version", .seePacks) { _ = try $0.packs.revision("none", for: $1) },
        .init("see remarks", .seePacks) { _ = try $0.packs.remarks(on: "none", for: $1) },
        .init("have a version's files", .seeExamItems) { _ = try $0.packs.files(of: "none", for: $1) },
        .init("put up", .putUpPacks) { _ = try $0.packs.putUp([], "", by: $1) },
        .init("review", .reviewPacks) { try $0.packs.review("none", by: $1) },
        .init("turn down", .reviewPacks) { try $0.packs.turnDown("none", because: "", by: $1) },
        .init("use", .usePacks) { try $0.packs.use("none", from: nil, by: $1) },
        .init("see packs", .train) { _ = try $0.training.packs(for: $1) },
        .init("train", .train) { _ = try $0.training.view("none", for: $1) },
        .init("answer in training", .train) { _ = try $0.training.take(.skip, about: "x", in: "none", by: $1) },
        .init("end training", .train) { try $0.training.end("none", by: $1) },
        .init("see progress", .train) { _ = try $0.training.progress(in: "none", of: $1) },
        .init("share answers", .train) { _ = try $0.training.answers(after: 0, atMost: 1, of: $1) },
        .init("take in answers", .train) { _ = try $0.training.take([], of: $1) },
        .init("see a course", .train) { _ = try $0.training.lessons.course(of: "none", for: $1) },
        .init("see a lesson", .train) { _ = try $0.training.lessons.view("none", for: $1) },
        .init("begin a lesson", .train) { try $0.training.lessons.begin("x", again: false, in: "none", by: $1) },
        .init("go on in a lesson", .train) {
            _ = try $0.training.lessons.take(.goOn, at: 0, in: "none", by: $1)
        },
    ]
}

@Suite struct `Every operation` {
    private static let house = Result { try House() }
    private let house: House

    init() throws { house = try Self.house.get() }

    /// Somebody of some roles, of whom nobody else knows.
    private func actor(_ roles: Set<Role>, within bounds: Set<Permission>? = nil) throws -> Actor {
        let address = try #require(MailAddress("\(Person.ID.new().text)@example.org"))
        let person = Person(id: .new(), name: "x", address: address, roles: roles, since: house.time.now)
        let session = Session(
            digest: Token.new().digest, person: person.id, since: house.time.now, expires: house.time.now)
        return Actor(person, in: session, within: bounds)
    }

    private func isForbidden(_ operation: Operation, to actor: Actor) -> Bool {
        do { try operation.body(house, actor) } catch { return isOf(.forbidden, error) }
        return false
    }

    @Test(arguments: Operation.all) private func `is for whom the table says, alone`(operation: Operation) throws {
        for number in 0..<1 << Role.allCases.count {
            let roles = Set(Role.allCases.indices.filter { number >> $0 & 1 == 1 }.map { Role.allCases[$0] })
            let allowed = roles.reduce(into: Set<Permission>()) { $0.formUnion($1.permissions) }
            let isAllowed = operation.needed.isSubset(of: allowed)
            #expect(try isForbidden(operation, to: actor(roles)) == !isAllowed, "\(roles.text)")
        }
    }

    /// A program has of its owner's permissions those that its key names.
    @Test(arguments: Operation.all) private func `is for programs within their bounds, alone`(operation: Operation)
        throws
    {
        let everybody = Set(Role.allCases)
        #expect(try !isForbidden(operation, to: actor(everybody, within: Set(Permission.allCases))))
        #expect(try isForbidden(operation, to: actor(everybody, within: [])))
        #expect(try isForbidden(operation, to: actor([], within: Set(Permission.allCases))))
        for permission in Permission.allCases {
            let others = Set(Permission.allCases).subtracting([permission])
            let isNeeded = operation.needed.contains(permission)
            #expect(try isForbidden(operation, to: actor(everybody, within: others)) == isNeeded, "\(permission)")
        }
    }

    /// Whoever may not do something leaves no trace, as nothing happened.
    @Test func `that is forbidden changes nothing`() throws {
        let house = try House()
        let nobody = try actor([])
        let before = try (
            house.accounts.store.trailLines(), house.accounts.store.people(), house.desk.exams.roster.read()
        )
        for operation in Operation.all { #expect(throws: TeamError.self) { try operation.body(house, nobody) } }
        #expect(try house.accounts.store.trailLines() == before.0 && house.accounts.store.people() == before.1)
        #expect(try house.desk.exams.roster.read() == before.2 && house.database.outbox.waiting(9) == [])
    }

    @Test func `of a scope takes no more than the scope says`() {
        for scope in KeyScope.allCases {
            #expect(scope.bounds.contains(scope.needed), "\(scope)")
            #expect(
                !scope.bounds.contains(.judge) && !scope.bounds.contains(.certify) && !scope.bounds.contains(.seeTrail))
            #expect(scope == .writePeople || !scope.bounds.contains(.administer))
            #expect(!scope.bounds.contains(.sitExam), "nobody sits an exam by a program")
        }
        #expect(Set<KeyScope>(text: Set(KeyScope.allCases).text) == Set(KeyScope.allCases))
        #expect(Set<KeyScope>(text: "train people:own  score") == [.train, .score])
    }
}

extension KeyScope {
    /// What somebody may do by a key of this scope who may do everything.
    fileprivate var bounds: Set<Permission> {
        (try? House.everything(by: self)) ?? []
    }
}

extension House {
    fileprivate var packs: PackDesk { PackDesk(of: desk, and: training) }

    /// What a key of a scope allows of all that there is.
    fileprivate static func everything(by scope: KeyScope) throws -> Set<Permission> {
        let house = try House()
        let root = try house.administrator()
        let all = try house.somebody("all", Set(Role.allCases), by: root)
        let token = try house.accounts.makeKey("x", [scope], days: 1, by: all).token
        return try house.accounts.actor(byKey: token, from: "a").actor.permissions
    }
}
