import Content

/// Changes a file in one to three places, often so that its form stays whole: a file that is refused for its form says
/// nothing about what reads its contents.
///
/// - Parameters:
///   - file: In text.
///   - spice: Words that mean something in files of its kind.
///   - random: Decides what and where.
/// - Returns: The mutant.
func mutate(_ file: [UInt8], spice: [[UInt8]], with random: inout SeededGenerator) -> [UInt8] {
    var file = file
    for _ in 0..<[1, 1, 1, 2, 2, 3][random.below(6)] where !file.isEmpty {
        switch random.below(12) {
        case 0...2: changeLetter(of: &file, with: &random)
        case 3: changeLines(of: &file, with: &random) { lines, place, _ in lines.remove(at: place) }
        case 4: changeLines(of: &file, with: &random) { lines, place, _ in lines.insert(lines[place], at: place) }
        case 5: changeLines(of: &file, with: &random) { lines, place, other in lines.swapAt(place, other) }
        case 6, 7: changeWord(of: &file, to: spice[random.below(spice.count)], with: &random)
        case 8: file.insert(contentsOf: spice[random.below(spice.count)], at: random.below(file.count))
        case 9:
            let start = random.below(file.count)
            file.removeSubrange(start..<min(file.count, start + 1 + random.below(12)))
        case 10: file[random.below(file.count)] = UInt8(random.below(256))
        default: if random.below(4) == 0 { file.removeSubrange(random.below(file.count)...) }
        }
    }
    return file
}

/// Puts a letter or a digit in the place of another.
private func changeLetter(of file: inout [UInt8], with random: inout SeededGenerator) {
    let letters = Array("aexZ0123456789".utf8)
    for _ in 0..<20 {
        let place = random.below(file.count)
        guard isLetter(file[place]) else { continue }
        file[place] = letters[random.below(letters.count)]
        return
    }
}

/// Puts something else in the place of a whole word or number.
private func changeWord(of file: inout [UInt8], to word: [UInt8], with random: inout SeededGenerator) {
    let place = random.below(file.count)
    let start = file[..<place].lastIndex { !isLetter($0) }.map { $0 + 1 } ?? 0
    let end = file[place...].firstIndex { !isLetter($0) } ?? file.count
    file.replaceSubrange(start..<end, with: word)
}

private func changeLines(
    of file: inout [UInt8], with random: inout SeededGenerator, _ change: (inout [ArraySlice<UInt8>], Int, Int) -> Void
) {
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    change(&lines, random.below(lines.count), random.below(lines.count))
    file = Array(lines.joined(separator: [0x0A]))
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
