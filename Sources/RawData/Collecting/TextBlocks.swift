/// A text that is handed out in blocks: one in memory, or a file of UTF-8 however long it is.
struct TextBlocks {
  private let file: FileBytes.Reader?
  private var held: [UInt8] = []
  private var isAtEnd = false
  /// What was odd in the bytes of the file.
  private(set) var mends = Mends()

  init(_ text: String) {
    file = nil
    held = Array(text.utf8)
    isAtEnd = true
  }

  /// - Returns: nil when the whole file must be looked at to tell its encoding: it is not in UTF-8,
  ///   or has signs of another encoding or of no text at all.
  init?(_ file: FileBytes.Reader) throws(FileBytes.Failure) {
    guard let mends = try Self.mends(of: file) else { return nil }
    self.file = file
    self.mends = mends
    file.rewind()
    try fill(TextCut.partLength)
    if held.starts(with: [0xEF, 0xBB, 0xBF]) { held.removeFirst(3) }
  }

  private mutating func fill(_ count: Int) throws(FileBytes.Failure) {
    guard !isAtEnd, let file else { return }
    if try file.read(upTo: count, into: &held) < count { isAtEnd = true }
  }

  /// No block is left.
  var isEmpty: Bool { held.isEmpty && isAtEnd }

  /// The next block of the text; nil at its end.
  /// - Parameter cut: where a block ends in more than `TextCut.partLength` bytes; nil when more
  ///   bytes are needed.
  mutating func next(
    _ cut: (UnsafeBufferPointer<UInt8>) -> Int?
  ) throws(FileBytes.Failure) -> [UInt8]? {
    if held.count <= TextCut.partLength { try fill(TextCut.partLength) }
    while held.count > TextCut.partLength {
      if let end = held.withUnsafeBufferPointer(cut) {
        defer { held.removeFirst(end) }
        return mended(held[..<end])
      }
      if isAtEnd { break }
      try fill(held.count)
    }
    defer { held = [] }
    return held.isEmpty ? nil : mended(held[...])
  }

  private func mended(_ block: ArraySlice<UInt8>) -> [UInt8] {
    mends.isEmpty ? Array(block) : Array(MendingDecoder.part(block).text.utf8)
  }

  /// What is odd in a file that `TextDetection` would call UTF-8; nil for any other file.
  private static func mends(of file: FileBytes.Reader) throws(FileBytes.Failure) -> Mends? {
    var held: [UInt8] = []
    var isFirst = true
    var mends = Mends()
    var lines = 0
    while true {
      let isEnd = try file.read(upTo: TextCut.partLength, into: &held) < TextCut.partLength
      if isFirst, TextDetection.looksBinary(held) { return nil }
      isFirst = false
      // Escape may switch to other characters.
      if held.contains(0x1B) { return nil }
      var end = held.count
      if !isEnd {
        // A character may go on in the next block.
        while end > 0, end > held.count - 3, held[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > 0, held[end - 1] >= 0xC0 { end -= 1 }
      }
      if held[..<end].contains(0) || String(validating: held[..<end], as: UTF8.self) == nil {
        let part = MendingDecoder.part(held[..<end]).mends
        if mends.isEmpty { mends.firstLine = lines + part.firstLine }
        mends.lost += part.lost
        mends.reread += part.reread
        // Of so many odd bytes the whole file must tell what they are.
        guard mends.isFew(bytes: file.size, characters: file.size) else { return nil }
      }
      if isEnd { return mends }
      lines += held[..<end].count { $0 == 0x0A }
      held.removeFirst(end)
    }
  }
}

/// Where a long text may be cut.
enum TextCut {
  /// Plain text beyond this is collected in parts, so that no document is large.
  static let partLength = 1 << 20

  /// Where the first part of a text ends that is longer than `partLength`: after a blank line, or
  /// a line, or at worst a character.
  static func part(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func last(_ fits: (Int) -> Bool) -> Int? {
      var end = partLength
      while end > partLength / 2 {
        if fits(end) { return end }
        end -= 1
      }
      return nil
    }
    return last { bytes[$0 - 1] == 0x0A && bytes[$0 - 2] == 0x0A }
      ?? last { bytes[$0 - 1] == 0x0A }
      ?? last { bytes[$0] & 0xC0 != 0x80 } ?? partLength
  }

  /// Where the last line ends among the first `partLength` bytes, or else the first one after them;
  /// nil when no line ends.
  static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = partLength
    while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
    if end > 0 { return end }
    end = partLength
    while end < bytes.count {
      end += 1
      if bytes[end - 1] == 0x0A { return end }
    }
    return nil
  }
}
