#if Server
import Interchange
import SampleHouse
import Team
import TeamStores
import Testing
import Web

@Suite struct `A pack that is sent` {
    private let server: Server
    private var ada: Visitor

    init() throws {
        server = try Server()
        ada = try server.somebody("ada", [.educator], by: server.administrator())
    }

    private func versions() throws -> [PackVersion] { try server.house.database.people.packVersions() }

    private mutating func put(_ archive: [UInt8]) { ada.upload("/packs", [("file", "lesson.zip", archive)]) }

    @Test mutating func `is told at its place what is wrong with it, and not put up then`() throws {
        let broken = (
            file: "scenarios.yaml", from: "kind: infusion, start: \"09:00\"", to: "kind: infusoin, start: \"09:00\""
        )
        put(try SentLesson.archive([broken], in: "my lesson/"))
        #expect(ada.status == 422)
        #expect(ada.page.contains("scenarios.yaml:10:") && ada.page.contains("did you mean infusion?"), "\(ada.page)")
        #expect(try versions() == [])
    }

    @Test mutating func `leaves out what is no part of it, and is told of slips`() throws {
        let beside = [("README.md", "words"), ("__MACOSX/._pack.yaml", "x"), ("a/b/c.yaml", "x: [")]
        put(try SentLesson.archive([SentLesson.edit], and: beside.map { (name: $0, text: $1) }))
        let version = try #require(try versions().first)
        #expect(try server.house.database.people.packFiles(of: version.id).count == 8)
        for (name, message) in [
            ("code.yaml", "code.yaml is no part of a pack"), ("terms.yml", "name it terms.yaml"),
            ("code/a.yaml", "is no part of a pack"), ("terms/a\u{1B}.yaml", "is no name for a file"),
            ("terms/\u{202E}a.yaml", "is no name for a file"), ("terms/a\u{0}b.yaml", "is no name for a file"),
            ("terms/\(String(repeating: "x", count: 200)).yaml", "is no name for a file"),
        ] {
            put(try SentLesson.archive(and: [(name: name, text: "x: 1")]))
            #expect(ada.status == 422 && ada.page.contains(message), "\(name): \(ada.page)")
        }
    }

    @Test(arguments: ["", "my lesson/"]) mutating func `may be a folder as browsers send it`(folder: String) throws {
        let files = try SentLesson.files([SentLesson.edit]).map { ("folder", folder + $0.name, Array($0.text.utf8)) }
        ada.upload("/packs", files + [("folder", "\(folder)README.md", [1])], ["note": "a folder"])
        let version = try #require(try versions().first, "\(ada.page)")
        #expect(ada.answer.field("location") == "/packs/\(version.id)?done=yes" && version.note == "a folder")
        // The same as an archive is the same version.
        put(try SentLesson.archive([SentLesson.edit]))
        #expect(ada.status == 409 && ada.page.contains("This version is put up already"))
    }

    @Test mutating func `is an archive or a folder, with a pack in it, each file once`() throws {
        let file = ("folder", "a/pack.yaml", Array("id: a".utf8))
        let other = ("folder", "a/terms.yaml", Array("terms: []".utf8))
        let many = (0...1_000).map { ("folder", "a/terms/\($0).yaml", [UInt8]()) }
        for (files, message) in [
            (many, "This form cannot be read; send at most 1,000 files"), ([], "Choose an archive or a folder"),
            ([("file", "", [])], "Choose an archive or a folder"),
            ([file, ("file", "a.zip", [1])], "and not both"), ([other], "The folder has no pack.yaml"),
            ([file, other, other], "/terms.yaml was sent twice"),
            ([("file", "a.tar.gz", [0x1F, 0x8B])], "no ZIP archive"),
            ([("file", "a.zip", Array("PK\u{3}\u{4}".utf8))], "cut off"),
            ([("file", "a.zip", archive("x.yaml"))], "The archive has no pack.yaml"),
            ([("file", "a.zip", archive("../pack.yaml"))], "outside it"),
        ] as [([(String, String, [UInt8])], String)] {
            ada.upload("/packs", files)
            #expect(ada.status == 422 && ada.page.contains(message), "\(message): \(ada.page)")
        }
    }

    @Test mutating func `neither grows without end nor leads elsewhere`() throws {
        var bomb = archive("pack.yaml")
        let line = try #require(bomb.indices.dropLast(4).last { bomb[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
        var link = bomb
        (link[line + 40], link[line + 41]) = (0xFF, 0xA1)
        (bomb[line + 26], bomb[line + 27]) = (0xFF, 0x7F)
        put(bomb)
        #expect(ada.status == 422 && ada.page.contains("would grow to"), "\(ada.page)")
        for system: UInt8 in [3, 19] {
            link[line + 5] = system
            put(link)
            #expect(ada.status == 422 && ada.page.contains("a link: pack.yaml; put the file itself into it"))
        }
        #expect(try versions() == [])
    }

    private func archive(_ name: String) -> [UInt8] {
        var archive = ZipArchive()
        archive.add(name, Array("id: a".utf8))
        return archive.finish()
    }
}
#endif
