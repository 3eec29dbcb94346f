import Audit
import Signatures
import Testing

@Suite struct `A place in a log` {
    private let ends: [LogEnd]
    private let lines: [String]

    init() throws {
        var chain = Chain<Note>()
        var (ends, lines): ([LogEnd], [String]) = ([], [])
        for number in 1...12 {
            lines.append(try chain.seal(Note(at: number, text: "a")))
            ends.append(chain.end)
        }
        (self.ends, self.lines) = (ends, lines)
    }

    private func bytes(_ lines: some Sequence<String>) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

    @Test func `parts what was read from what came after`() throws {
        let log = bytes(lines)
        for count in 1...12 {
            let place = try #require(LogPosition(at: ends[count - 1], in: log), "\(count)")
            let before = bytes(lines.prefix(count))
            #expect(place.end == ends[count - 1] && place.length == before.count)
            #expect(place.rest(of: log) == bytes(lines.dropFirst(count)))
            #expect(place.rest(of: before) == [])
            let read = ChainedLog<Note>(wholeLinesOf: place.rest(of: log) ?? [], after: place.end)
            #expect(read.isIntact && read.end == ends[11] && read.entries.count == 12 - count)
        }
    }

    @Test func `is found before a line that was cut off`() throws {
        let log = bytes(lines) + Array("{\"entry\":".utf8)
        let place = try #require(LogPosition(at: ends[11], in: log))
        #expect(place.rest(of: log) == Array("{\"entry\":".utf8))
    }

    @Test func `is none where no entry ends so`() {
        let log = bytes(lines)
        #expect(LogPosition(at: .beginning(), in: log) == nil)
        #expect(LogPosition(at: LogEnd(count: 5, hash: ends[5].hash), in: log) == nil)
        #expect(LogPosition(at: LogEnd(count: 13, hash: ends[11].hash), in: log) == nil)
        #expect(LogPosition(at: LogEnd(count: .max, hash: ends[11].hash), in: log) == nil)
        #expect(LogPosition(at: ends[0], in: []) == nil && LogPosition(at: ends[0], in: Array("\n".utf8)) == nil)
        #expect(LogPosition(at: ends[2], in: bytes(lines.dropFirst(6))) == nil)
    }

    @Test func `holds only while nothing before it is touched`() throws {
        let log = bytes(lines)
        let place = try #require(LogPosition(at: ends[3], in: log))
        for spot in stride(from: 0, to: log.count, by: 61) {
            var changed = log
            changed[spot] ^= 1
            #expect((place.rest(of: changed) != nil) == (spot >= place.length), "byte \(spot)")
        }
        #expect(place.rest(of: Array(log.prefix(place.length - 1))) == nil && place.rest(of: []) == nil)
    }
}
