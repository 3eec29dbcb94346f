import Examining
import Glibc
import PseudoTerminal
import Stores
import Testing

@Suite struct `A store of what was verified` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [true, false]) func `gives back what was kept last, and nothing once all is taken away`(
        isInFiles: Bool
    ) throws {
        let store: any VerifiedStore = isInFiles ? FileVerifiedStore(folder: folder.path) : MemoryVerifiedStore()
        #expect(store.read("register") == nil)
        try store.removeAll()
        store.keep([1, 2, 3], as: "register")
        store.keep([4], as: "attempts")
        store.keep([5, 6], as: "register")
        #expect(store.read("register") == [5, 6] && store.read("attempts") == [4])
        try store.removeAll()
        #expect(store.read("register") == nil && store.read("attempts") == nil)
    }

    @Test func `in files is for its owner's eyes, follows no link, and does without a place`() throws {
        let store = FileVerifiedStore(folder: folder.path)
        store.keep([1], as: "register")
        var status = stat()
        #expect(stat(folder.path(of: "verified/register"), &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(folder.path(of: "verified"), &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(symlink(folder.path(of: "verified/register"), folder.path(of: "verified/link")) == 0)
        #expect(store.read("link") == nil)
        try folder.write("", to: "nowhere")
        let none = FileVerifiedStore(folder: folder.path(of: "nowhere"))
        none.keep([1], as: "register")
        #expect(none.read("register") == nil)
    }
}
