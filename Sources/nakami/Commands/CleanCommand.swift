import Charts
import Dataset
import Figures
import Foundation
import Names
import Numerics
import RawData
import Visible

extension Command {
  static let clean = Command(
    name: "clean",
    summary: LocalizedText(
      en: "shows what collection and cleaning leave of your own text, and what they leave out",
      ja: "自分の文章のうち、収集と掃除のあとに残るものと外れるものを見せます"),
    usage: "FILE|FOLDER [options]",
    options: [
      Option(
        "--json", nil, en: "print the cleaned documents, one JSON object a line",
        ja: "きれいにした文書を、1行に1件のJSONで表示"),
      .textColumn, .without, .threads,
    ],
    examples: [
      Example(
        "nakami clean letters",
        en: "files that cannot be read, documents dropped, edits of each rule",
        ja: "読めないファイル、外した文書、規則ごとの修正"),
      Example(
        "nakami clean letters --json > clean.jsonl", en: "the text itself", ja: "きれいにした文章そのもの"),
      Example(
        "nakami clean mail.csv --text-column Body --without personal-data",
        en: "the text of one column, with its addresses", ja: "一つの列の文章を、アドレスも残して"),
    ],
    notes: [.rulesOfCleaning],
    run: CleanCommand.run)
}

enum CleanCommand {
  private struct Line: Encodable {
    var id: String
    var language: String
    var fields: [String: String]
  }

  static func run(_ arguments: Arguments) throws {
    guard let path = try arguments.oneWord(called: .fileOrFolder) else {
      throw CommandError.usage(
        en: "a file or folder is missing: nakami clean FOLDER",
        ja: "ファイルかフォルダを指定してください：nakami clean FOLDER")
    }
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    var options = CleaningOptions()
    options.without = try RuleNames.without(arguments)
    let collection = try Collector.collect(
      path, textColumn: arguments.string("--text-column"), pool: pool)
    let result = CleaningPipeline(options: options).run(collection.documents, pool: pool)
    if arguments.has("--json") {
      try printDocuments(result)
    } else {
      print(report(collection, result))
    }
  }

  private static func printDocuments(_ result: CleaningResult) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for document in result.documents {
      let fields = document.fields.map { ($0.name.rawValue, $0.text) }
      let line = try encoder.encode(
        Line(
          id: document.id, language: document.language.rawValue,
          fields: Dictionary(fields) { first, _ in first }))
      Console.json(String(decoding: line, as: UTF8.self))
    }
  }

  private static func report(
    _ collection: RawData.Collection, _ result: CleaningResult
  ) -> String {
    let words = CleanWording.of(.ofReader)
    var lines = [
      words.summary(
        result.documentsBefore, collection.byteCount, result.documents.count, result.bytesAfter)
    ]
    lines.append(
      words.characters(
        result.charactersBefore, result.effects.reduce(0) { $0 + $1.characters.removed },
        result.effects.reduce(0) { $0 + $1.characters.added },
        result.effects.reduce(0) { $0 + $1.characters.dropped }, result.charactersAfter))
    let work = result.effects.filter { $0.editCount > 0 || $0.documentsDropped > 0 }
    if !work.isEmpty {
      lines += ["", words.title(words.rules)]
      lines += Command.columns(
        work.map { effect in
          let drops = effect.documentsDropped
          let parts = [
            effect.editCount > 0 ? words.edits(effect.editCount, effect.documentCount) : nil,
            drops > 0 ? words.drops(drops) : nil,
          ]
          return (effect.rule.name.forReader, words.list(parts.compactMap { $0 }))
        })
    }
    lines += list(words.strays, result.strays.map(stray))
    lines += list(words.dropped, result.dropped.lazy.map { ($0.documentID, why($0)) })
    lines += list(words.mended, collection.mended.map { ($0.path, $0.notice.forReader) })
    lines += reasons(collection.rejected)
    return lines.joined(separator: "\n")
  }

  /// Which character, how often and where.
  private static func stray(_ stray: StrayCount) -> (String, String) {
    (
      CharacterName.of(stray.scalar).forReader,
      CleanWording.of(.ofReader)
        .stray(stray.count, stray.documentCount, VisibleText.line(stray.firstDocumentID))
    )
  }

  /// How many files were left out for each reason, the rarest first, with the first names.
  private static func reasons(_ rejected: [RejectedFile]) -> [String] {
    LeftOut.byReason(rejected.map { ($0.path, $0.reason.forReader) }).flatMap { reason, names in
      list(CleanWording.of(.ofReader).notRead(reason), names.map { ($0, "") }, upTo: 10)
    }
  }

  private static func why(_ drop: DroppedDocument) -> String {
    let words = CleanWording.of(.ofReader)
    let name = CleaningRule(drop.rule).name.forReader
    if let original = drop.duplicateOf {
      return words.like(name, String(format: "%.2f", drop.score), original)
    }
    return drop.reasons.isEmpty
      ? name : TerminalText.labelled(name, words.list(drop.reasons.map(words.reason)))
  }

  /// A list under a title, cut after some lines.
  private static func list(
    _ title: String, _ rows: some Swift.Collection<(String, String)>, upTo most: Int = 40
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let words = CleanWording.of(.ofReader)
    let shown = rows.prefix(most).map { (VisibleText.line($0.0), $0.1) }
    let rest = rows.count > most ? ["  " + words.more(rows.count - most)] : []
    return ["", words.title(title)] + Command.columns(Array(shown)) + rest
  }
}
