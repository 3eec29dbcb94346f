import Audit
import Examining
import Machine
import Stores
import Testing

@Suite struct `An error about exams` {
    @Test(
        arguments: [
            (.inUse, .inUse, "this attempt is open in another window; go on there, or close it and call again"),
            (.changed, .changed, "something else was added just now; call again"),
            (.sealed, .changed, "it was closed meanwhile, and takes nothing more"),
            (
                .full("a.log: No space"), .cannotKeep,
                "no more can be written to a.log: No space; free some space, and call the same command again"
            ),
            (.unwritable("a.log: Denied"), .cannotKeep, "cannot write a.log: Denied"),
            (.unreadable("a.log: Denied"), .notFound, "cannot read a.log: Denied"),
            (.damaged(["a", "b", "c", "d"]), .unreadable, "the log of this attempt is damaged: a; b; c"),
        ] as [(LogError, ExamError.Kind, String)])
    func `tells what keeps a log from being used`(error: LogError, kind: ExamError.Kind, message: String) {
        let told = ExamError(error)
        #expect(told.kind == kind && told.message == message)
    }

    @Test(
        arguments: [
            (.missing, .notFound), (.link, .notFound), (.tooLarge, .unreadable), (.taken, .taken),
            (.cannotMake, .cannotMake), (.cannotWrite, .cannotKeep),
        ] as [(FileError.Kind, ExamError.Kind)])
    func `tells what keeps a file from being used`(file: FileError.Kind, kind: ExamError.Kind) {
        let error = FileError(file, "roster.json", "it is so", mend: nil)
        #expect(ExamError(error).kind == kind && ExamError(error).message == error.message)
    }

    @Test func `says how to mend it apart from what is wrong`() {
        let error = ExamError(.notFound, "no candidate bo", mend: "did you mean ada?")
        #expect(error.problem == "no candidate bo" && error.message == "no candidate bo; did you mean ada?")
        #expect(ExamError(.invalid, "so it is").message == "so it is")
    }
}
