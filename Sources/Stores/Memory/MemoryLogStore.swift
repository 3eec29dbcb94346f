package import Audit
package import Examining
import Signatures
import Synchronization

/// Logs that are gone when the program ends, for trying out what keeps them.
package final class MemoryLogStore: LogStore {
    private struct Log {
        var bytes: [UInt8] = []
        var end: LogEnd?
        var signedEnd: String?
    }

    private let logs = Mutex<[ExamLog: Log]>([:])

    package init() {}

    package let location = "memory"

    package func location(of log: ExamLog) -> String {
        switch log {
        case .attempt(let name): "memory/\(name).log"
        case .addenda(let name): "memory/\(name).addenda"
        case .register: "memory/register.log"
        case .issued: "memory/issued.log"
        }
    }

    package func attempts() -> [String] {
        logs.withLock { logs in
            logs.keys.compactMap { if case .attempt(let name) = $0 { name } else { nil } }.sorted()
        }
    }

    package func marks() -> [String: LogMark] {
        logs.withLock { logs in
            var marks: [String: LogMark] = [:]
            for case .attempt(let name) in logs.keys {
                marks[name] = LogMark(
                    [ExamLog.attempt(name), .addenda(name)].flatMap { log in
                        sha256(logs[log]?.bytes ?? []).map(Int.init)
                    })
            }
            return marks
        }
    }

    package func read(_ log: ExamLog) -> [UInt8]? { logs.withLock { $0[log]?.bytes } }

    package func append(_ lines: [String], to log: ExamLog, after end: LogEnd) throws(LogError) {
        guard let next = lines.last.flatMap({ LogEnd(ofLine: $0.utf8) }) else {
            throw .unwritable("\(location(of: log)): what is added is no entry")
        }
        try logs.withLock { logs throws(LogError) in
            var kept = logs[log] ?? Log()
            if kept.signedEnd != nil { throw .sealed }
            if kept.end == next { return }
            guard kept.end == end || kept.end == nil && end.count == 0 else { throw .changed }
            // What is left of a line that was not kept whole.
            kept.bytes.removeSubrange((kept.bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...)
            for line in lines { kept.bytes += (line + "\n").utf8 }
            kept.end = next
            logs[log] = kept
        }
    }

    package func seal(_ log: ExamLog, with line: String, after end: LogEnd) throws(LogError) {
        try logs.withLock { logs throws(LogError) in
            var kept = logs[log] ?? Log()
            if let signedEnd = kept.signedEnd {
                guard signedEnd == line else { throw .sealed }
                return
            }
            guard kept.end == end else { throw .changed }
            kept.bytes += (line + "\n").utf8
            kept.signedEnd = line
            logs[log] = kept
        }
    }

    package func remove(_ log: ExamLog) { logs.withLock { $0[log] = nil } }

    /// Puts other bytes in a log's place, as somebody can who has the disk; nothing where there are none.
    package func damage(_ log: ExamLog, _ bytes: [UInt8]?) {
        logs.withLock { logs in
            let lines = (bytes ?? []).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            let signed = lines.last.flatMap { isSignedEnd($0.utf8) ? $0 : nil }
            let entries = signed == nil ? lines[...] : lines.dropLast()
            logs[log] = bytes.map {
                Log(bytes: $0, end: entries.last.flatMap { LogEnd(ofLine: $0.utf8) }, signedEnd: signed)
            }
        }
    }
}
