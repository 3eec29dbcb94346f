import Glibc
import Machine
import Testing

/// Sets variables of the environment, and takes all others away that say where something is.
private func settle(_ environment: [String: String]) {
    for name in ["PRECEPTOR_HOME", "PRECEPTOR_PACKS", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"] {
        if let value = environment[name] { setenv(name, value, 1) } else { unsetenv(name) }
    }
}

/// Each in a process of its own, since the environment belongs to the whole process.
@Suite struct `Where things are` {
    @Test func `are a person's own below the home folder`() async {
        await #expect(processExitsWith: .success) {
            settle(["HOME": "/home/ada"])
            #expect(Paths.records == "/home/ada/.local/share/preceptor/records.sqlite")
            #expect(Paths.issuer == "/home/ada/.local/share/preceptor/issuer")
            #expect(Paths.exams == "/home/ada/.local/share/preceptor/exams")
            #expect(Paths.history == "/home/ada/.local/state/preceptor/history")
            #expect(Paths.compiledPacks == "/home/ada/.cache/preceptor")
        }
    }

    @Test func `are where the desktop's variables say, each by its own`() async {
        await #expect(processExitsWith: .success) {
            settle(["HOME": "/home/ada", "XDG_DATA_HOME": "/data", "XDG_STATE_HOME": "/state"])
            #expect(Paths.records == "/data/preceptor/records.sqlite" && Paths.exams == "/data/preceptor/exams")
            #expect(Paths.history == "/state/preceptor/history")
            #expect(Paths.compiledPacks == "/home/ada/.cache/preceptor")
            settle(["HOME": "/home/ada", "XDG_CACHE_HOME": "/cache"])
            #expect(Paths.compiledPacks == "/cache/preceptor")
            #expect(Paths.records == "/home/ada/.local/share/preceptor/records.sqlite")
        }
    }

    @Test func `pass over variables that name no whole path`() async {
        await #expect(processExitsWith: .success) {
            settle(["HOME": "/home/ada", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "", "XDG_CACHE_HOME": "./cache"])
            #expect(Paths.issuer == "/home/ada/.local/share/preceptor/issuer")
            #expect(Paths.history == "/home/ada/.local/state/preceptor/history")
            #expect(Paths.compiledPacks == "/home/ada/.cache/preceptor")
            settle(["HOME": "home"])
            #expect(Paths.records == nil && Paths.history == nil)
        }
    }

    @Test func `are all in one folder where the program is told one`() async {
        await #expect(processExitsWith: .success) {
            settle(["HOME": "/home/ada", "XDG_DATA_HOME": "/data", "PRECEPTOR_HOME": "mine"])
            #expect(Paths.records == "mine/records.sqlite" && Paths.history == "mine/history")
            #expect(Paths.issuer == "mine/issuer" && Paths.exams == "mine/exams")
            #expect(Paths.compiledPacks == "mine/cache")
            settle(["HOME": "/home/ada", "PRECEPTOR_HOME": ""])
            #expect(Paths.exams == "/home/ada/.local/share/preceptor/exams")
        }
    }

    @Test func `are none where nothing names a folder`() async {
        await #expect(processExitsWith: .success) {
            settle([:])
            #expect(Paths.records == nil && Paths.issuer == nil && Paths.exams == nil && Paths.history == nil)
            #expect(Paths.compiledPacks == nil)
        }
    }

    @Test func `of packs are beside the program, unless the environment names another`() async {
        await #expect(processExitsWith: .success) {
            settle([:])
            let folders = Paths.packFolders
            let program = try #require(folders.first).replacing("/../share/preceptor/packs", with: "")
            #expect(program.hasPrefix("/") && !program.hasSuffix("/"))
            #expect(folders == [program + "/../share/preceptor/packs", program + "/preceptor_Content.resources/Packs"])
            settle(["PRECEPTOR_PACKS": "some/packs"])
            #expect(Paths.packFolders == ["some/packs"])
            settle(["PRECEPTOR_PACKS": ""])
            #expect(Paths.packFolders == folders)
        }
    }

    @Test func `ask the environment for what is set, be it empty`() async {
        await #expect(processExitsWith: .success) {
            setenv("PRECEPTOR_HOME", "", 1)
            #expect(environmentValue("PRECEPTOR_HOME") == "")
            setenv("PRECEPTOR_HOME", "é \u{1F469}", 1)
            #expect(environmentValue("PRECEPTOR_HOME") == "é \u{1F469}")
            unsetenv("PRECEPTOR_HOME")
            #expect(environmentValue("PRECEPTOR_HOME") == nil)
        }
    }
}
