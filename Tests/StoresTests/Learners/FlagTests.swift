import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct FlagTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `flags come with what an educator needs to judge them`(_ kind: StoreKind)
        throws
    {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        let item = Sample.item(1)
        let first = try records.flag(item, by: anna.id, note: "two keys are right", at: moment(3))
        let second = try records.flag(item, by: anna.id, note: "", at: moment(2))
        let flags = try records.flags(in: nil)
        #expect(flags.map(\.id) == [first, second])
        let flag = try #require(flags.first)
        #expect(flag.learner == "anna")
        #expect(flag.at == moment(3))
        #expect(flag.note == "two keys are right")
        #expect(flag.item == item.identity)
        #expect(flag.heading == item.heading)
        #expect(flag.stem == item.stem)
    }

    @Test(arguments: StoreKind.allCases) func `flags can be listed by pack`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        try records.flag(Sample.item(1), by: anna.id, note: "", at: moment(3))
        #expect(try records.flags(in: Sample.pack).count == 1)
        #expect(try records.flags(in: "other").isEmpty)
    }

    @Test(arguments: StoreKind.allCases) func `an item that is only flagged counts as not seen`(_ kind: StoreKind)
        throws
    {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        try records.flag(Sample.item(1), by: anna.id, note: "", at: moment(3))
        #expect(try records.seen(among: [Sample.item(1).identity], by: anna.id).isEmpty)
    }
}
