#if Server
import ArgumentParser
import Authoring
import Couriers
import Dispatch
import Examining
import Hummingbird
import HummingbirdCore
import LearningTools
import Logging
import Machine
import NIOCore
import NIOPosix
import SignOn
import Stores
import Team
import TeamStores
import Web

/// Listens, and answers.
struct RunCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Start the server.",
        discussion: """
            Where nobody is in yet, it prints the link with which the first administrator comes in. It speaks https \
            with --tls-certificate and --tls-key; behind a proxy that does, say so with --public-url and --behind-proxy.
            """)

    @OptionGroup var storage: StorageOptions

    @Option(
        help: ArgumentHelp(
            "Where to listen; also PRECEPTOR_LISTEN. By default 127.0.0.1:8080.", valueName: "address:port"))
    var listen = environmentValue("PRECEPTOR_LISTEN") ?? "127.0.0.1:8080"

    @Option(
        help: ArgumentHelp(
            "What browsers call this server, such as https://exams.example.org; also PRECEPTOR_PUBLIC_URL.",
            valueName: "url"))
    var publicUrl: String?

    @OptionGroup var mailOptions: MailOptions

    @OptionGroup var signOn: SignOnOptions

    @OptionGroup var statementOptions: StatementOptions

    @OptionGroup var encryption: TLSOptions

    @Flag(help: "Believe the proxy in front about where requests come from (the last of X-Forwarded-For).")
    var behindProxy = false

    @Flag(help: "Fill an empty house with a lead, coders and exams that were sat, for a look around.")
    var demo = false

    /// How many requests are worked on at once; others wait their turn.
    private static let workers = 48

    func perform() async throws {
        let (host, port) = try address()
        let certificates = try encryption.certificates()
        let own = "\(certificates == nil ? "http" : "https")://\(listen)"
        guard let place = PublicAddress(publicUrl ?? environmentValue("PRECEPTOR_PUBLIC_URL") ?? own) else {
            throw Stop(64, "--public-url is an address such as https://exams.example.org, without a path")
        }
        let database = try storage.openCurrent()
        let server = try mailOptions.server()
        let notices = server.map { _ in Notices(from: place.origin) }
        let accounts = try accounts(in: database, notices)
        let desk = try desk(in: database, notices)
        let training = TrainingDesk(
            of: desk.inUse, time: database.time, random: .system, in: database.learners, database.bookmarks)
        let launches = try launches(from: database, at: place)
        let site = try site(
            accounts, desk, training, signOn.desk(of: database, at: place), launches, database.outbox, at: place)
        if demo { for line in try Demo(accounts: accounts, desk: desk, training: training).fill() { say(line) } }
        if let token = try accounts.inviteFirstAdministrator() {
            say("Come in as the first administrator: \(place.origin)/invitation/\(token.text)")
        }
        let workers = NIOThreadPool(numberOfThreads: Self.workers)
        workers.start()
        let chores = Self.startChores(at: desk)
        let statements = try statementOptions.carrier()
        let closed = ClosedAttempts(
            of: desk, statementsFrom: statements.map { _ in place.origin }, gradesTo: database.platforms)
        let mail = server.map { MailCarrier(to: $0, trusting: environmentValue("PRECEPTOR_CERTIFICATES")) }
        let carriers: [(any Carrier)?] = [closed, mail, statements, GradeCarrier(of: launches)]
        let posts = Self.startPosts(from: database, carriers.compactMap(\.self))
        let renewals = certificates.map { [TLSOptions.startRenewals(of: $0)] } ?? []
        let application = Application(
            responder: Door(site: site, workers: workers, isBehindProxy: behindProxy),
            server: .spoken(showing: certificates),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { _ in say("Listening on \(listen), for \(place.origin)") },
            logger: Self.logger)
        do { try await application.runService() } catch let error as IOError {
            throw Stop(69, "cannot listen on \(listen): \(error.description)")
        }
        for timer in [chores] + posts + renewals { timer.cancel() }
        try await workers.shutdownGracefully()
        try database.close()
    }

    /// Closes attempts whose time is over and makes forms ahead, on a thread that nobody waits for.
    private static func startChores(at desk: ExamDesk) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "preceptor chores", qos: .utility))
        timer.schedule(deadline: .now() + 1, repeating: 5)
        timer.setEventHandler {
            _ = desk.closeOverdue()
            _ = desk.makeFormsAhead()
        }
        timer.activate()
        return timer
    }

    /// Sends what waits in the outbox, each kind on a thread of its own: a slow mail server holds up nothing else.
    private static func startPosts(
        from database: TeamDatabase, _ carriers: [any Carrier]
    ) -> [any DispatchSourceTimer] {
        carriers.map { carrier in
            let time = database.time
            let postman = Postman(database.outbox, carrier) { time.now }
            let queue = DispatchQueue(label: "preceptor \(carrier.kind.rawValue)", qos: .utility)
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + 1, repeating: 2)
            // A database that cannot be reached is told by whoever asks for a page; the outbox waits.
            timer.setEventHandler { _ = try? postman.deliver() }
            timer.activate()
            return timer
        }
    }

    private func address() throws -> (host: String, port: Int) {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port), colon > listen.startIndex
        else { throw Stop(64, "--listen is an address and a port, such as 127.0.0.1:8080") }
        return (String(listen[..<colon]), port)
    }

    /// Exams of the packs that this program brings along, sealed by keys in the server's folder.
    private func desk(in database: TeamDatabase, _ notices: Notices?) throws -> ExamDesk {
        let folder = try storage.ownFolder()
        let issuers = FileIssuerStore(folder: "\(folder)/issuer", examFolder: "\(folder)/exams")
        let exams = Exams(
            logs: database.logs, roster: database.roster, issuers: issuers,
            verified: FileVerifiedStore(folder: "\(folder)/exams"), time: database.time, user: "server",
            build: Paths.build)
        do {
            let library = try PackLibrary.standard(
                in: Paths.packFolders, compiled: Paths.compiledPacks, build: Paths.build, time: database.time)
            let packs = try library.ids.map { id in
                let (revision, sha256) = try library.fingerprints(of: id)
                return PackRevision(try library.load(id), named: id, revision: revision, sha256: sha256)
            }
            let inUse = PacksInUse(packs, and: database.people, made: AuthoredPacks(), time: database.time)
            return ExamDesk(exams, of: inUse, people: database.people, random: .system, notices: notices) {
                () throws(ExamError) in try database.openAttempts()
            }
        } catch { throw Stop(66, "\(error)") }
    }

    /// Takes in whom learning systems send; what they are told is signed by a key in the server's folder.
    private func launches(from database: TeamDatabase, at place: PublicAddress) throws -> LaunchDesk {
        let time = database.time
        return try LaunchDesk(
            of: database.platforms, at: place.origin, signingBy: .kept(in: "\(storage.ownFolder())/tokens"),
            asking: WebClient(trusting: environmentValue("PRECEPTOR_CERTIFICATES"))
        ) { time.now }
    }

    private func site(
        _ accounts: Accounts, _ desk: ExamDesk, _ training: TrainingDesk, _ signOn: SignOnDesk?,
        _ launches: LaunchDesk, _ outbox: any OutboxStore, at place: PublicAddress
    ) throws -> Site {
        let folders = Paths.webFolders
        guard let folder = folders.first(where: { !names(inFolder: "\($0)/Pages").isEmpty }) else {
            throw Stop(66, "the pages are in none of these places: \(folders.joined(separator: ", "))")
        }
        let files: StaticFiles
        do { files = try StaticFiles(folder: "\(folder)/Static") } catch { throw Stop(66, error.message) }
        return Site(
            accounts, desk, training, signOn: signOn, launches: launches, outbox: outbox, at: place,
            renderer: try MustacheRenderer(folder: "\(folder)/Pages"), files: files)
    }

    /// What goes wrong is said, a line each, on standard error; nothing that anybody typed is.
    private static var logger: Logger {
        var logger = Logger(label: "preceptor-server", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        return logger
    }
}
#endif
