import ArgumentParser
import Batch
import Content
import Interchange
import Machine
import Reports
import Scoring
import Terminal
import Training

/// Shows a claim as billers write it.
struct ClaimCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Show a key or an answer as a form's service lines, or as X12 segments.",
        discussion: """
            The claim is the key of the encounter, or the answer that is given. Dates and places come from the \
            encounter. With --minutes or --start there is no date, and none is shown. Charges and diagnoses are for the \
            biller: an 837P line says 0 and points at the first diagnosis.
            """)

    /// What the claim is shown as.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case cms1500 = "cms-1500"
        case x12 = "837p"
    }

    @Argument(help: "An answer, in quotes; the encounter's key by default.")
    var answer: String?

    @OptionGroup var encounter: EncounterOptions
    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("The payer's policy; the pack's own by default.", valueName: "id"))
    var policy: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("The form: cms-1500 or 837p.", valueName: "form"))
    var form = Form.cms1500

    @Option(help: ArgumentHelp("The payer's number of a prior authorisation.", valueName: "number"))
    var authorization: String?

    @Option(
        help: ArgumentHelp(
            "A drug beside its code, such as \"J0696=00143-9924-90 UN 3\"; may be given several times.",
            valueName: "code=drug"))
    var drug: [String] = []

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws { try encounter.check() }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let policy = try pack.policy(named: policy)
        let facts = try encounter.read(in: pack, under: policy)
        let rules = pack.rules(under: policy)
        let key = derive(facts, under: rules).claim
        let claim = try answer.map { try readAnswer($0, for: pack).dated(like: key) } ?? key
        do {
            let lines = try completed(
                ServiceLine.lines(
                    of: claim, for: facts, usualPlace: pack.usualPlace, under: rules, isDated: encounter.isDated))
            switch form {
            case .cms1500: try console.show(CMS1500(lines), json: json)
            case .x12: try console.show(segments(of: lines), json: json)
            }
        } catch let error as ServiceLineError {
            throw Failure(.unreadable, error.description)
        }
    }

    private func segments(of lines: [ServiceLine]) throws(ServiceLineError) -> [[String]] {
        try lines.enumerated().map { position, line throws(ServiceLineError) in try line.x12(number: position + 1) }
    }

    /// The lines with their drugs and the number of the authorisation.
    private func completed(_ lines: [ServiceLine]) throws -> [ServiceLine] {
        let number = try authorization.map { text throws(ServiceLineError) in try ServiceLine.checkedAuthorization(text)
        }
        var lines = lines
        for position in lines.indices { lines[position].authorization = number }
        for text in drug {
            let parts = text.split(separator: "=", maxSplits: 1)
            let positions = lines.indices.filter { "\(lines[$0].code)" == parts.first.map(String.init) }
            guard parts.count == 2, !positions.isEmpty else {
                throw Failure(
                    .usage,
                    "\(text.prefix(60)): write a code of the claim, = and the drug, such as J0696=00143-9924-90 UN 3")
            }
            let drug = try ServiceLine.Drug(String(parts[1]))
            for position in positions { lines[position].drug = drug }
        }
        return lines
    }
}

extension Console {
    fileprivate func show(_ form: CMS1500, json: Bool) {
        if json { return self.json(.array(form.forms.map { .array($0.map { $0.json(form.authorization) }) })) }
        if form.forms.isEmpty { return line("nothing is billed") }
        if let number = form.authorization { line("23. PRIOR AUTHORIZATION NUMBER  \(number)") }
        for (position, lines) in form.forms.enumerated() {
            if position > 0 { line() }
            let rows = lines.enumerated().flatMap { number, line -> [[String]] in
                let fields = [
                    "\(number + 1)", line.from, line.to, line.place, line.code, line.modifiers.joined(separator: " "),
                    line.units,
                ]
                return (line.supplement.isEmpty ? [] : [["", line.supplement, "", "", "", "", ""]]) + [fields]
            }
            table([["24", "A. FROM", "TO", "B.", "D. CPT/HCPCS", "MODIFIER", "G."]] + rows, rightAligned: [6])
        }
    }

    fileprivate func show(_ segments: [[String]], json: Bool) {
        if json { return self.json(.array(segments.map { .strings($0) })) }
        if segments.isEmpty { return line("nothing is billed") }
        for segment in segments.joined() { line(segment) }
    }
}

extension CMS1500.Line {
    /// - Parameter authorization: Item 23 of its form, where it has one.
    /// - Returns: Its fields by their names.
    fileprivate func json(_ authorization: String?) -> JSON {
        .object([
            ("authorization", .string(authorization ?? "")), ("supplement", .string(supplement)),
            ("from", .string(from)), ("to", .string(to)),
            ("place", .string(place)),
            ("code", .string(code)), ("modifiers", .strings(modifiers)), ("units", .string(units)),
        ])
    }
}
