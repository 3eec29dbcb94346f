import Quiz

/// As a line of a log holds it: the name of the event, and the members that belong to it.
extension ExamEntry: Codable {
    private enum Member: String, CodingKey {
        case event, at, answer, form, contents, result, sealed
        /// The item's number in the form, from 1.
        case item
        /// Milliseconds by which the clock on the wall was set, or the time was extended.
        case by
        /// Milliseconds before it came in that an answer was written.
        case written
        /// Who watches the exam, and did something about its time, and why.
        case person, reason
        case allotted = "sitting"
    }

    fileprivate enum Name: String, Codable {
        case form, start, give, show, answer, change, flag, unflag, pause, resume, clock, submit, timeout, contents,
            result, late, extend, hold, release
        case rest = "break"
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        at = try members.decode(ClockReading.self, forKey: .at)
        func position() throws -> Int { try members.decode(.item, in: 1...FormRecord.mostItems) - 1 }
        func answer() throws -> String { try members.decode(String.self, forKey: .answer) }
        func time(_ member: Member) throws -> Int64 { try members.decode(member, in: ClockReading.range) }
        func intervention(_ deed: Intervention.Deed) throws -> Event {
            .action(
                .intervene(
                    Intervention(
                        deed, by: try members.decode(String.self, forKey: .person),
                        because: try members.decodeIfPresent(String.self, forKey: .reason))))
        }
        event =
            switch try members.decode(Name.self, forKey: .event) {
            case .form: .form(try members.decode(FormRecord.self, forKey: .form))
            case .start: .start(try members.decodeIfPresent(AllottedTime.self, forKey: .allotted))
            case .give: .give(try members.decode(SealedContents.self, forKey: .sealed))
            case .show: .action(.show(try position()))
            case .answer: .action(.answer(try position(), try answer()))
            case .change: .action(.change(try position(), try answer()))
            case .flag: .action(.flag(try position()))
            case .unflag: .action(.unflag(try position()))
            case .pause: .action(.pause)
            case .resume: .action(.resume)
            case .rest: .action(.rest)
            case .clock: .action(.clock(try time(.by)))
            case .late: .action(.late(try position(), try answer(), written: try time(.written)))
            case .extend: try intervention(.extend(try time(.by)))
            case .hold: try intervention(.hold)
            case .release: try intervention(.release)
            case .submit: .action(.submit)
            case .timeout: .action(.timeout)
            case .contents: .contents(try members.decode(FormContents.self, forKey: .contents))
            case .result: .result(try members.decode(ResultRecord.self, forKey: .result))
            }
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode(at, forKey: .at)
        try members.encode(name, forKey: .event)
        switch event {
        case .form(let form): try members.encode(form, forKey: .form)
        case .start(let allotted): try members.encodeIfPresent(allotted, forKey: .allotted)
        case .give(let box): try members.encode(box, forKey: .sealed)
        case .contents(let contents): try members.encode(contents, forKey: .contents)
        case .result(let result): try members.encode(result, forKey: .result)
        case .action(.answer(let position, let text)), .action(.change(let position, let text)):
            try members.encode(position + 1, forKey: .item)
            try members.encode(text, forKey: .answer)
        case .action(.show(let position)), .action(.flag(let position)), .action(.unflag(let position)):
            try members.encode(position + 1, forKey: .item)
        case .action(.clock(let milliseconds)): try members.encode(milliseconds, forKey: .by)
        case .action(.late(let position, let text, let written)):
            try members.encode(position + 1, forKey: .item)
            try members.encode(text, forKey: .answer)
            try members.encode(written, forKey: .written)
        case .action(.intervene(let intervention)):
            if case .extend(let time) = intervention.deed { try members.encode(time, forKey: .by) }
            try members.encode(intervention.by, forKey: .person)
            try members.encodeIfPresent(intervention.reason, forKey: .reason)
        case .action(.start), .action(.give), .action(.pause), .action(.resume), .action(.rest), .action(.submit),
            .action(.timeout):
            break
        }
    }

    private var name: Name {
        switch event {
        case .form: .form
        case .start, .action(.start): .start
        case .give, .action(.give): .give
        case .action(.show): .show
        case .action(.answer): .answer
        case .action(.change): .change
        case .action(.flag): .flag
        case .action(.unflag): .unflag
        case .action(.pause): .pause
        case .action(.resume): .resume
        case .action(.rest): .rest
        case .action(.clock): .clock
        case .action(.submit): .submit
        case .action(.timeout): .timeout
        case .action(.late): .late
        case .action(.intervene(let intervention)): intervention.deed.name
        case .contents: .contents
        case .result: .result
        }
    }
}

extension Intervention.Deed {
    fileprivate var name: ExamEntry.Name {
        switch self {
        case .extend: .extend
        case .hold: .hold
        case .release: .release
        }
    }
}
