import Audit
import Content
import Quiz
import Scoring

/// A closed attempt as bytes. What only an open one needs is left out.
extension StoredAttempt {
    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(text: name)
        output.put(text: location)
        output.put(text: id)
        form.pack(into: &output, &table)
        state.pack(into: &output, &table)
        output.put(case: allotted == nil ? 0 : 1)
        allotted?.pack(into: &output, &table)
        output.put(case: sealed == nil ? 0 : 1)
        sealed?.pack(into: &output, &table)
        for reading in [startedAt, endedAt, lastReading] { reading.pack(into: &output, &table) }
        output.put(number: clockRemarks.count)
        for remark in clockRemarks { remark.pack(into: &output) }
        output.put(begun, handedIn, end)
        output.put(head?.key ?? "", in: &table)
        output.put(text: head?.signature ?? "")
        output.put(bytes: digest ?? [])
        output.put(addendaEnd)
        output.put(number: addenda.count)
        for (addendum, key) in zip(addenda, addendaKeys) {
            addendum.pack(into: &output, &table)
            output.put(key, in: &table)
        }
        output.put(case: readAnswers == nil ? 0 : 1)
        readAnswers?.pack(into: &output, &table)
    }
}

extension ClockReading? {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        guard try input.byte() == 1 else {
            self = nil
            return
        }
        self = ClockReading(
            wall: Int64(try input.number()), up: Int64(try input.number()), boot: try table.next(in: &input))
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(case: self == nil ? 0 : 1)
        guard let self else { return }
        output.put(number: Int(self.wall))
        output.put(number: Int(self.up))
        output.put(self.boot, in: &table)
    }
}

extension ClockRemark {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .set(by: Int64(try input.number()))
            case 1: .drifted(wall: Int64(try input.number()), machine: Int64(try input.number()))
            case 2: .machineWentBack(by: Int64(try input.number()))
            case 3: .behindAfterRestart(by: Int64(try input.number()))
            case 4: .future(by: Int64(try input.number()))
            default: throw input.broken
            }
    }

    func pack(into output: inout PackedOutput) {
        switch self {
        case .set(let by): output.put(case: 0, Int(by))
        case .drifted(let wall, let machine): output.put(case: 1, Int(wall), Int(machine))
        case .machineWentBack(let by): output.put(case: 2, Int(by))
        case .behindAfterRestart(let by): output.put(case: 3, Int(by))
        case .future(let by): output.put(case: 4, Int(by))
        }
    }
}

extension ReadAnswers {
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        reader = try table.next(in: &input)
        let count = try input.count()
        var (items, families, beliefs): ([String], [String], [String?]) = ([], [], [])
        items.reserveCapacity(count)
        families.reserveCapacity(count)
        beliefs.reserveCapacity(count)
        for _ in 0..<count {
            items.append(try table.next(in: &input))
            families.append(try table.next(in: &input))
            beliefs.append(try table.optional(in: &input))
        }
        (self.items, self.families, self.beliefs) = (items, families, beliefs)
    }

    func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(reader, in: &table)
        output.put(number: items.count)
        for position in items.indices {
            output.put(items[position], in: &table)
            output.put(families[position], in: &table)
            output.put(beliefs[position], in: &table)
        }
    }
}
