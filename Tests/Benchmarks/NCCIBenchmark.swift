import Glibc
import Interchange
import Scoring

/// A PTP table of three million rows, read as `pack check --ncci` reads it, beside the floor: the same file read and
/// its lines counted.
enum NCCIBenchmark {
    private static let rowCount = 3_000_000
    private static let blockSize = 1 << 20

    static func run() {
        var name = Array("/tmp/preceptor-ptp-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { return print("no temporary file can be made") }
        defer {
            close(file)
            unlink(name)
        }
        let size = write(to: file)
        print("\(rowCount) PTP rows, \(size / 1_000_000) MB                      s   MB resident at most")
        report("floor: read, and count the lines") { blocks(of: file) { $0.count { $0 == 0x0A } } }
        report("read the rows of four codes") {
            var reader = NCCIReader(about: ["99601", "99602", "99506", "99512"].compactMap { Code($0) })
            let lines = blocks(of: file) { block in
                do {
                    try reader.take(block)
                } catch {
                    print("\(error)")
                }
                return 0
            }
            return lines + reader.rows.count + reader.lineCount
        }
    }

    private static func report(_ title: String, _ read: () -> Int) {
        let clock = ContinuousClock()
        var count = 0
        let seconds = clock.measure { count = read() } / .seconds(1)
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let hundredths = Int(seconds * 100)
        let time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        let padding = String(repeating: " ", count: max(52 - title.utf8.count, 0))
        print("\(title)\(padding)\(time)   \(usage.ru_maxrss / 1_000)   (\(count))")
    }

    /// Pairs of codes in order, as CMS has them, ended by one about the codes that are looked for.
    private static func write(to file: Int32) -> Int {
        var bytes = Array(
            "Notice\n\nColumn 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tRationale\n".utf8)
        var size = 0
        for row in 0..<rowCount {
            let (first, second) = (10_000 + row / 37, 10_000 + row * 7_919 % 89_999)
            bytes += "\(first)\t\(second)\t\t20240101\t*\t\(row % 2)\tStandards of medical / surgical practice\n".utf8
            if bytes.count > blockSize || row == rowCount - 1 {
                if row == rowCount - 1 { bytes += "99601\t99506\t\t20240701\t*\t1\tMisuse of column two code\n".utf8 }
                size += bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                bytes.removeAll(keepingCapacity: true)
            }
        }
        return size
    }

    /// The sum of what is made of each block of whole lines.
    private static func blocks(of file: Int32, _ take: (ArraySlice<UInt8>) -> Int) -> Int {
        lseek(file, 0, SEEK_SET)
        var sum = 0
        var rest: [UInt8] = []
        while true {
            let chunk = [UInt8](unsafeUninitializedCapacity: blockSize) { buffer, count in
                count = max(read(file, buffer.baseAddress, buffer.count), 0)
            }
            if chunk.isEmpty { return sum + (rest.isEmpty ? 0 : take(rest[...])) }
            guard let end = chunk.lastIndex(of: 0x0A) else {
                rest += chunk
                continue
            }
            sum += take((rest + chunk[...end])[...])
            rest = Array(chunk[(end + 1)...])
        }
    }
}
