import Feedback
import Files
import Names

/// The account of what was said: the last entries, how far people agree, which corrections stand.
struct FeedbackList {
  private let file: FeedbackFile
  /// Entries that are shown one by one.
  private static let shown = 20

  init(_ file: FeedbackFile) { self.file = file }

  /// - Throws: when there is nothing yet, or all of the file is damaged.
  func show() throws {
    var ratings = RatingTable()
    var corrections = CorrectionCount()
    var last: [FeedbackEntry] = []
    var count = 0
    var complaints = Complaints()
    do throws(FileError) {
      try file.readLines { line in
        switch line {
        case .damaged(let problem): complaints.add(problem)
        case .entry(let entry):
          ratings.add(entry)
          corrections.add(entry)
          count += 1
          if last.count == Self.shown { last.removeFirst() }
          last.append(entry)
        }
      }
    } catch {
      guard error.kind == .missing else { throw error }
      throw FileError(
        .missing, path: file.path,
        problem: LocalizedText(en: "nothing was rated yet", ja: "まだ評価がありません"),
        remedy: LocalizedText(
          en: "ask something, then: nakami feedback --good",
          ja: "質問してから評価してください：nakami feedback --good"))
    }
    complaints.finish()
    guard count > 0 else {
      if complaints.count > 0 { throw complaints.nothingLeft(file.path) }
      return print(LocalizedText(en: "no feedback yet", ja: "評価はまだありません").forReader)
    }
    if count > last.count {
      print(
        LocalizedText(
          en: "… \(count - last.count) earlier ones (--export shows all)",
          ja: "…ほかに\(count - last.count)件（--export ですべて見られます）"
        ).forReader)
    }
    for entry in last { for line in FeedbackWording.lines(entry) { print(line) } }
    print("")
    for rater in ratings.raters {
      let counts = Verdict.allCases.reversed().map { verdict in
        "\(verdict.title.forReader) \(ratings.count(verdict, by: rater))"
      }
      print("\(rater): \(counts.joined(separator: ", "))")
    }
    print(FeedbackWording.agreement(ratings.agreement))
    let resolved = corrections.resolved
    if !resolved.isEmpty { print("") }
    for correction in resolved { for line in FeedbackWording.lines(correction) { print(line) } }
  }
}

/// Lines that are passed over, told one by one until there are too many.
struct Complaints {
  private static let told = 20
  private(set) var count = 0

  mutating func add(_ problem: FileError) {
    count += 1
    if count <= Self.told { Console.error(problem.description) }
  }

  func finish() {
    guard count > Self.told else { return }
    Console.error(
      LocalizedText(
        en: "… and \(count - Self.told) more lines that are passed over",
        ja: "…ほかに\(count - Self.told)行を読み飛ばしました"
      ).forReader)
  }

  func nothingLeft(_ path: String) -> CommandError {
    .data(
      en: "\(FileError.shown(path, limit: 400)): none of its \(count) lines is feedback of nakami; "
        + "name a file that nakami feedback --export wrote",
      ja: "\(FileError.shown(path, limit: 400))：\(count)行のどれも評価ではありません。"
        + "nakami feedback --exportで書き出したファイルを指定してください")
  }
}
