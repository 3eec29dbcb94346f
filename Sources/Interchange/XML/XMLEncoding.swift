/// What a document says in its first line of how it is written, in small letters; nil where it says nothing.
func declaredEncoding(of file: [UInt8]) -> String? {
    let head = (file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]).prefix(200)
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let words = String(decoding: head[..<end], as: UTF8.self).lowercased()
    let parts = words.split(separator: "encoding", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return parts[1].split { "\"'= ?".contains($0) }.first.map(String.init)
}

/// The encodings of a byte a character that are read: Windows-1252, and what it agrees with wherever there are letters.
let encodingsOfBytes: Set = ["iso-8859-1", "latin1", "latin-1", "iso_8859-1", "windows-1252", "cp1252"]

/// A document in UTF-8, whichever of those it says that it is in.
func inUTF8(_ file: [UInt8]) -> [UInt8] {
    guard let encoding = declaredEncoding(of: file), encodingsOfBytes.contains(encoding) else { return file }
    var text = String.UnicodeScalarView()
    for byte in file { text.append(scalarsOfWindows1252[byte] ?? Unicode.Scalar(byte)) }
    return Array(String(text).utf8)
}

/// Where Windows-1252 has signs, and ISO 8859-1 controls that no text holds.
let scalarsOfWindows1252: [UInt8: Unicode.Scalar] = [
    0x80: "\u{20AC}", 0x82: "\u{201A}", 0x83: "\u{192}", 0x84: "\u{201E}", 0x85: "\u{2026}", 0x86: "\u{2020}",
    0x87: "\u{2021}", 0x88: "\u{2C6}", 0x89: "\u{2030}", 0x8A: "\u{160}", 0x8B: "\u{2039}", 0x8C: "\u{152}",
    0x8E: "\u{17D}", 0x91: "\u{2018}", 0x92: "\u{2019}", 0x93: "\u{201C}", 0x94: "\u{201D}", 0x95: "\u{2022}",
    0x96: "\u{2013}", 0x97: "\u{2014}", 0x98: "\u{2DC}", 0x99: "\u{2122}", 0x9A: "\u{161}", 0x9B: "\u{203A}",
    0x9C: "\u{153}", 0x9E: "\u{17E}", 0x9F: "\u{178}",
]
