import Glibc

/// Where things are: what the program brings along, and what belongs to the person who runs it.
package enum Paths {
    /// Folders in which the bundled packs may be, in the order in which they are tried.
    package static var packFolders: [String] {
        if let told = environmentValue("PRECEPTOR_PACKS"), !told.isEmpty { return [told] }
        guard let folder = programFolder else { return [] }
        return ["\(folder)/../share/preceptor/packs", "\(folder)/preceptor_Content.resources/Packs"]
    }

    /// The folder for compiled packs; nil where the person has no folder for caches.
    package static var compiledPacks: String? { folder(own: "/cache", xdg: "XDG_CACHE_HOME", home: ".cache") }

    /// The file of lines typed in training; nil where the person has no folder for it.
    package static var history: String? {
        folder(own: "", xdg: "XDG_STATE_HOME", home: ".local/state").map { $0 + "/history" }
    }

    /// The file of learners, sessions and answers; nil where the person has no folder for it.
    package static var records: String? {
        dataFolder.map { $0 + "/records.sqlite" }
    }

    /// The file that says by which team server's records the person trains; nil where the person has no folder for it.
    package static var team: String? {
        dataFolder.map { $0 + "/team.json" }
    }

    /// The folder of the keys with which this person issues certificates; nil where the person has no folder for it.
    package static var issuer: String? {
        dataFolder.map { $0 + "/issuer" }
    }

    /// The folder of exams: attempts, the roster and the key that signs; nil where the person has no folder for it.
    package static var exams: String? {
        dataFolder.map { $0 + "/exams" }
    }

    /// The folder of a team server: its database where that is a file, and its keys; nil where the person has no folder
    /// for it.
    package static var server: String? {
        dataFolder.map { $0 + "/server" }
    }

    /// Folders in which the server's pages may be, in the order in which they are tried.
    package static var webFolders: [String] {
        if let told = environmentValue("PRECEPTOR_WEB"), !told.isEmpty { return [told] }
        guard let folder = programFolder else { return [] }
        return ["\(folder)/../share/preceptor/web", "\(folder)/preceptor_Web.resources"]
    }

    private static var dataFolder: String? { folder(own: "", xdg: "XDG_DATA_HOME", home: ".local/share") }

    private static func folder(own: String, xdg: String, home: String) -> String? {
        if let folder = environmentValue("PRECEPTOR_HOME"), !folder.isEmpty { return folder + own }
        if let folder = absolute(xdg) { return folder + "/preceptor" }
        return absolute("HOME").map { "\($0)/\(home)/preceptor" }
    }

    /// A folder that the environment names for every program; the XDG specification has relative ones passed over.
    private static func absolute(_ variable: String) -> String? {
        environmentValue(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    private static var programFolder: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        let program = String(cString: path)
        return program.lastIndex(of: "/").map { String(program[..<$0]) }
    }

    /// Tells this build of the program apart from others, which may read packs otherwise: which file it is, its size, and
    /// to the nanosecond when it was written and put in its place.
    package static var build: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
        let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
        return "\(status.st_dev)-\(status.st_ino)-\(status.st_size)-\(times.joined(separator: "-"))"
    }
}
