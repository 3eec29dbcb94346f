import Glibc
import Learning
import Machine

/// How a file of what was rescued takes the damaged one's place: whoever is killed on the way has either the damaged
/// records, with the log beside them, or the rescued ones.
extension RecordsFile {
    /// Where what is whole is being written.
    var rescuing: String { path + ".rescuing" }

    /// Where it is once it is complete, and only the exchange is left to be done.
    private var rescued: String { path + ".rescued" }

    /// A name beside the records that nothing has yet.
    var nameAside: String {
        var number = 1
        while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
        return "\(path).damaged-\(number)"
    }

    /// Lets what was written take the place of the damaged file.
    func acceptRescue() throws(RecordsError) {
        guard rename(rescuing, rescued) == 0 else { throw .cannotMake(rescued, errno) }
        sync(folder)
        try finishRescue()
    }

    /// Does what is left of an exchange that somebody began. The log belongs to the damaged file and goes first.
    func finishRescue() throws(RecordsError) {
        guard access(rescued, F_OK) == 0 else { return }
        for leftover in [journal, path + "-shm"] where unlink(leftover) != 0 && errno != ENOENT {
            throw .cannotWrite(leftover, String(cString: strerror(errno)))
        }
        sync(folder)
        guard rename(rescued, path) == 0 else { throw .cannotMake(path, errno) }
        sync(folder)
    }

    /// Whether the log beside the file holds something that was kept and cannot be read any more. A process that is
    /// writing just now may be met half way: what it leaves a moment later is another log.
    var isJournalDamaged: Bool {
        guard let log = journalBytes, WriteAheadLog(log).isDamaged else { return false }
        usleep(20_000)
        return journalBytes == log
    }

    private var journalBytes: [UInt8]? { try? readFile(journal, limit: 1_000_000_000) }

    /// Whether another process has the file open: SQLite holds a lock on these bytes of it as long as it has. Only for
    /// files that this process does not have open, whose locks would go.
    var isOpenElsewhere: Bool {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
    }
}
