import Build
import Charts
import Files
import Names
import Record
import Visible

/// What of the reader's own text did not come to the model, told at the end of a build.
enum LeftOut {
  /// Below this a model hardly learns more than to repeat what it read.
  static let fewTokens = 20_000

  /// Names grouped by reason, the rarest reason first.
  static func byReason(
    _ files: [(name: String, reason: String)]
  ) -> [(reason: String, names: [String])] {
    Dictionary(grouping: files, by: \.reason)
      .map { ($0.key, $0.value.map(\.name)) }
      .sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
  }

  /// Nothing for the toy world, whose documents and faults are all known.
  /// - Parameter folder: where the whole list lies.
  static func lines(
    _ run: Run, folder: String, _ language: Language = .ofReader
  ) -> [String] {
    guard !run.setting.usesWorld else { return [] }
    let words = Words.of(language)
    var lines: [String] = []
    func add(_ label: String, _ text: String) {
      lines.append("  " + TerminalText.padded(label, to: 12) + text)
    }
    let files = (run[.collection]?.rejected ?? []).map { file in
      (file.path.isEmpty ? run.setting.dataName ?? words.file : file.path, file.reason[language])
    }
    for (reason, names) in byReason(files) {
      let shown = names.prefix(3).map(VisibleText.line)
      add(words.notRead, words.list(shown, names.count - shown.count, reason))
    }
    for file in run[.collection]?.mended ?? [] {
      let name = file.path.isEmpty ? run.setting.dataName ?? words.file : file.path
      add(words.mended, words.list([VisibleText.line(name)], 0, file.notice[language]))
    }
    for stray in run[.cleaning]?.strays ?? [] {
      add(
        words.removed,
        words.stray(stray.character, stray.count, VisibleText.line(stray.firstDocumentID)))
    }
    let masking = (run[.cleaning]?.rules ?? []).first { $0.id == .personalData }
    if let masking, masking.edits > 0 {
      add(words.masked, words.places(masking.edits, masking.documents, masking.name[language]))
    }
    for rule in run[.cleaning]?.rules ?? [] where rule.documentsDropped > 0 {
      add(words.dropped, words.documents(rule.documentsDropped, rule.name[language]))
    }
    if let filter = run[.filter], filter.droppedCount > 0 {
      add(words.dropped, words.unsuitable(filter.droppedCount))
    }
    guard !lines.isEmpty else { return [] }
    add(words.all, Paths.join(folder, LeftOutFile.name))
    return ["", words.title] + lines
  }

  /// One line when there is too little to learn from.
  static func warning(_ run: Run, _ language: Language = .ofReader) -> [String] {
    let tokens = run[.dataset]?.parts.first { $0.name == .training }?.tokens ?? 0
    guard tokens < fewTokens else { return [] }
    return ["", Words.of(language).warning(tokens, fewTokens)]
  }

  private struct Words: Sendable {
    var title: String
    var file: String
    var notRead: String
    var list: @Sendable (_ names: [String], _ more: Int, _ reason: String) -> String
    var mended: String
    var removed: String
    var stray: @Sendable (_ character: String, _ count: Int, _ first: String) -> String
    var masked: String
    var places: @Sendable (_ places: Int, _ documents: Int, _ rule: String) -> String
    var dropped: String
    var documents: @Sendable (_ count: Int, _ rule: String) -> String
    var unsuitable: @Sendable (_ sentences: Int) -> String
    var all: String
    var warning: @Sendable (_ tokens: Int, _ needed: Int) -> String

    static func of(_ language: Language) -> Words {
      switch language {
      case .english: english
      case .japanese: japanese
      }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
      EnglishCount.of(number, noun)
    }

    private static let english = Words(
      title: "Left out of your text:",
      file: "the file",
      notRead: "not read",
      list: { names, more, reason in
        names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "") + ": " + reason
      },
      mended: "mended",
      removed: "removed",
      stray: { "\($0), \(count($1, "time")), first in \($2)" },
      masked: "masked",
      places: { "\($2), \(count($0, "place")) in \(count($1, "document"))" },
      dropped: "dropped",
      documents: { "\(count($0, "document")): \($1)" },
      unsuitable: { "\(count($0, "sentence")) found unsuitable" },
      all: "the list",
      warning: { tokens, needed in
        "Warning: only \(count(tokens, "token")) left to train on; a model needs \(needed) or more "
          + "to learn from, so add text."
      })

    private static let japanese = Words(
      title: "あなたの文章から外したもの：",
      file: "ファイル",
      notRead: "読めない",
      list: { names, more, reason in
        names.joined(separator: "、") + (more > 0 ? "、ほか\(more)件" : "") + "：" + reason
      },
      mended: "直した",
      removed: "取った",
      stray: { "\($0) を\($1)個（最初は\($2)）" },
      masked: "隠した",
      places: { "\($2)（文書\($1)件の\($0)か所）" },
      dropped: "外した",
      documents: { "文書\($0)件：\($1)" },
      unsuitable: { "ふさわしくないと判断した文\($0)個" },
      all: "全部の表",
      warning: { tokens, needed in
        "注意：学習に使えるのは\(tokens)トークンだけです。\(needed)トークン以上ないと、モデルはほとんど学べません。"
          + "文章を増やしてください。"
      })
  }
}
