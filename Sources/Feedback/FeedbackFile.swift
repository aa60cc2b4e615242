import Files
import Names

/// The file that keeps feedback: a JSON object a line, only ever appended to, by one writer at a time.
///
/// A damaged line, such as a crash or an editor leaves, is reported and passed over; the others count.
public struct FeedbackFile: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// More than any entry that is written has.
  static let longestLine = 1 << 16

  /// Appends what may be kept as it is; once this returns it is on the disk.
  /// - Throws: `FileError` when the file can't be written, or holds something else than feedback.
  public func append(_ entries: [FeedbackEntry]) throws(FileError) {
    let journal = try open()
    try journal.append(entries.map(\.line))
  }

  /// A line of the file.
  public enum Line: Sendable {
    case entry(FeedbackEntry)
    /// No feedback: why, in one sentence with file and line.
    case damaged(FileError)
  }

  /// Calls `body` with each line, in the order of the file.
  /// - Throws: `FileError` when the file is missing or can't be read.
  public func readLines(_ body: (Line) -> Void) throws(FileError) {
    var reader = LineReader(file: try InputFile(path), longest: Self.longestLine)
    while let line = try reader.next() {
      do throws(EntryError) { body(.entry(try Self.entry(line))) } catch {
        body(.damaged(Self.problem(error.problem, path: path, line: line.number)))
      }
    }
  }

  /// What came of an import.
  public struct Imported: Sendable, Equatable {
    public var taken = 0
    /// Those that were in the file already.
    public var known = 0
    /// Damaged or refused.
    public var skipped = 0
    public var masks = Masks()
    public var removedControls = 0
  }

  /// Appends the entries of other lines that are not there yet, screened as if they were typed here.
  ///
  /// Takes time proportional to both files, and memory for a number an entry.
  /// - Parameters:
  ///   - lines: the other file or stream, and what it is called.
  ///   - skipped: called with each line that is not taken, and why.
  /// - Throws: `FileError` when either can't be read or written; what was appended before stays.
  package func take(
    _ lines: LineReader, called name: String, skipped: (FileError) -> Void
  ) throws(FileError) -> Imported {
    let journal = try open()
    var known: Set<[UInt64]> = []
    var own = LineReader(file: try InputFile(path), longest: Self.longestLine)
    while let line = try own.next() {
      if let entry = try? Self.entry(line) { known.insert(Self.key(entry.line)) }
    }
    var lines = lines
    var result = Imported()
    var waiting: [[UInt8]] = []
    while let line = try lines.next() {
      if line.bytes.isEmpty { continue }
      do {
        let (entry, masks, removed) = try Self.entry(line).screened()
        let bytes = entry.line
        guard known.insert(Self.key(bytes)).inserted else {
          result.known += 1
          continue
        }
        result.taken += 1
        result.masks.add(masks)
        result.removedControls += removed
        waiting.append(bytes)
      } catch {
        result.skipped += 1
        let problem =
          (error as? EntryError)?.problem ?? LocalizedText(en: "\(error)", ja: "\(error)")
        skipped(Self.problem(problem, path: name, line: line.number))
      }
      if waiting.count == 1_000 {
        try journal.append(waiting)
        waiting = []
      }
    }
    if !waiting.isEmpty { try journal.append(waiting) }
    return result
  }

  /// Whether the file holds feedback, or nothing yet.
  ///
  /// A line that begins as feedback does, torn or not, in the first 64 KB is enough.
  public func holdsFeedback() throws(FileError) -> Bool {
    let file: InputFile
    do { file = try InputFile(path) } catch {
      if error.kind == .missing { return true }
      throw error
    }
    let beginning = try file.bytes(0..<min(file.byteCount, 1 << 16))
    let lines = beginning.split(separator: 0x0A)
    return lines.isEmpty
      || lines.contains { line in
        line.starts(with: FeedbackEntry.signature) || FeedbackEntry.signature.starts(with: line)
      }
  }

  private func open() throws(FileError) -> LineJournal {
    guard try holdsFeedback() else {
      throw FileError(
        .malformed, path: path,
        problem: LocalizedText(
          en: "it holds something else than feedback, which stays as it is",
          ja: "評価ではない中身があるので、そのまま残します"),
        remedy: .nameAnotherFile)
    }
    let folder = SystemCalls.folder(of: path)
    try AtomicFile.createFolder(folder, isPrivate: true)
    return try LineJournal(path)
  }

  private static func entry(_ line: LineReader.Line) throws(EntryError) -> FeedbackEntry {
    guard !line.isTooLong else {
      throw EntryError(
        en: "longer than \(longestLine) bytes, which no feedback is",
        ja: "\(longestLine)バイトより長く、評価の行ではありません")
    }
    return try FeedbackEntry(line: line.bytes)
  }

  private static func problem(_ problem: LocalizedText, path: String, line: Int) -> FileError {
    FileError(
      .malformed, path: path, line: line, problem: problem,
      remedy: LocalizedText(
        en: "this line is passed over, the others count", ja: "この行だけ読み飛ばします"))
  }

  /// Two fingerprints of a line, so that hundreds of thousands fit into memory.
  private static func key(_ line: [UInt8]) -> [UInt64] {
    [Fingerprint.of(line, seed: 1), Fingerprint.of(line, seed: 2)]
  }
}
