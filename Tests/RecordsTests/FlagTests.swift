import Records
import Testing
import records_probe

@Suite struct FlagTests {
    @Test func `flags come with what an educator needs to judge them`() throws {
        let records = try Records.inMemory()
        let anna = try records.learner(named: "anna", at: moment(0))
        let item = Sample.item(1)
        let first = try records.flag(item, by: anna.id, note: "two keys are right", at: moment(3))
        let second = try records.flag(item, by: anna.id, note: "", at: moment(2))
        let flags = try records.flags()
        #expect(flags.map(\.id) == [first, second])
        let flag = try #require(flags.first)
        #expect(flag.learner == "anna")
        #expect(flag.at == moment(3))
        #expect(flag.note == "two keys are right")
        #expect(flag.item == item.identity)
        #expect(flag.heading == item.heading)
        #expect(flag.stem == item.stem)
    }

    @Test func `flags can be listed by pack`() throws {
        let records = try Records.inMemory()
        let anna = try records.learner(named: "anna", at: moment(0))
        try records.flag(Sample.item(1), by: anna.id, note: "", at: moment(3))
        #expect(try records.flags(in: Sample.pack).count == 1)
        #expect(try records.flags(in: "other").isEmpty)
    }

    @Test func `an item that is only flagged counts as not seen`() throws {
        let records = try Records.inMemory()
        let anna = try records.learner(named: "anna", at: moment(0))
        try records.flag(Sample.item(1), by: anna.id, note: "", at: moment(3))
        #expect(try records.seen(among: [Sample.item(1).identity], by: anna.id).isEmpty)
        #expect(try records.item(Sample.item(1).identity) == Sample.item(1))
    }
}
