package import Scoring

// MARK: - Codes

extension ID: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self.init(try input.text()) }
    package func pack(into output: inout PackedOutput) { output.put(text: text) }
}

extension Code: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let code = Code(try input.text()) else { throw input.broken }
        self = code
    }

    package func pack(into output: inout PackedOutput) { output.put(text: description) }
}

extension Modifier: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let modifier = Modifier(try input.text()) else { throw input.broken }
        self = modifier
    }

    package func pack(into output: inout PackedOutput) { output.put(text: description) }
}

extension CodeSet.System: Packed {}

extension CodeSet.Definition: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            code: input.next(), label: input.next(), system: input.next(), addOnTo: input.next(),
            effective: input.next(), modifiers: input.next(), mostADay: input.next(), sources: input.next())
    }

    package func pack(into output: inout PackedOutput) {
        output.put(code, label, system, addOnTo, effective, modifiers, mostADay, sources)
    }
}

extension CodeSet.Exclusion: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            pays: input.next(), denies: input.next(), modifierMayUnbundle: input.next(), sources: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(pays, denies, modifierMayUnbundle, sources) }
}

extension CodeSet: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            definitions: input.next(), families: input.next(), exclusions: input.next(), mainFamily: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(definitions, families, exclusions, mainFamily) }
}

extension Family.First: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(code: input.next(), from: input.next(), through: input.next(), covers: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(code, from, through, covers) }
}

extension Family.Further: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(code: input.next(), each: input.next(), after: input.next(), credit: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(code, each, after, credit) }
}

extension Family: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), title: input.next(), services: input.next(), first: input.next(),
            further: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(id, title, services, first, further) }
}

// MARK: - Policies and misconceptions

extension Credit: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let credit = Credit(try input.text()) else { throw input.broken }
        self = credit
    }

    package func pack(into output: inout PackedOutput) { output.put(text: description) }
}

extension Policy.SameDay: Packed {}
extension Policy.Midnight: Packed {}
extension Policy.Undocumented: Packed {}

extension Policy.Caps: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(minutesADay: input.next(), minutesAWeek: input.next(), unitsADay: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(minutesADay, minutesAWeek, unitsADay) }
}

extension Policy: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(id: input.next(), title: input.next(), statement: input.next(), credit: input.next())
        creditByCode = try input.next()
        counts = try input.next()
        sameDay = try input.next()
        midnight = try input.next()
        places = try input.next()
        performers = try input.next()
        requires = try input.next()
        undocumented = try input.next()
        caps = try input.next()
        effective = try input.next()
        sources = try input.next()
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, title, statement, credit)
        output.put(creditByCode, counts, sameDay, midnight, places, performers, requires, undocumented, caps)
        output.put(effective, sources)
    }
}

extension Habits.Bills: Packed {}

extension Misconception.Change: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .bills(try input.next())
            case 1: .furtherAfter(try input.next())
            case 2: .furtherEach(try input.next())
            case 3: .firstEach(try input.next())
            case 4: .firstFrom(try input.next())
            case 5: .credit(try input.next())
            case 6: .countsAll
            case 7: .ignoresExclusions
            case 8: .anyService
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .bills(let bills): output.put(case: 0, bills)
        case .furtherAfter(let minute): output.put(case: 1, minute)
        case .furtherEach(let minutes): output.put(case: 2, minutes)
        case .firstEach(let minutes): output.put(case: 3, minutes)
        case .firstFrom(let minute): output.put(case: 4, minute)
        case .credit(let credit): output.put(case: 5, credit)
        case .countsAll: output.put(case: 6)
        case .ignoresExclusions: output.put(case: 7)
        case .anyService: output.put(case: 8)
        }
    }
}

extension Misconception: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), belief: input.next(), correction: input.next(), changes: input.next(),
            sources: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(id, belief, correction, changes, sources) }
}

// MARK: - Facts

extension Day: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let day = Day(ordinal: try input.number()) else { throw input.broken }
        self = day
    }

    package func pack(into output: inout PackedOutput) { output.put(ordinal) }
}

extension Effective: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(from: input.next(), to: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(from, to) }
}

extension ClockTime: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let time = ClockTime(minute: try input.number()) else { throw input.broken }
        self = time
    }

    package func pack(into output: inout PackedOutput) { output.put(minute) }
}

extension Activity: Packed {}
extension RecordItem: Packed {}
extension Circumstances.Test: Packed {}

extension Service.Time: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .minutes(try input.next())
            case 1: .clock(start: try input.next(), stop: try input.next())
            case 2: .open(start: try input.next())
            case 3: .unknown
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .minutes(let minutes): output.put(case: 0, minutes)
        case .clock(let start, let stop): output.put(case: 1, start, stop)
        case .open(let start): output.put(case: 2, start)
        case .unknown: output.put(case: 3)
        }
    }
}

extension Service: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(input.next(), activity: input.next(), time: input.next(), isNextDay: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(kind, activity, time, isNextDay) }
}

extension Visit: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            services: input.next(), place: input.next(), performer: input.next(), missing: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(services, place, performer, missing) }
}

extension Encounter: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(date: input.next(), visits: input.next(), minutesUsedThisWeek: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(date, visits, minutesUsedThisWeek) }
}
