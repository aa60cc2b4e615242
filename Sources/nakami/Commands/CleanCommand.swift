import Dataset
import Foundation
import Numerics
import RawData
import Visible

extension Command {
  static let clean = Command(
    name: "clean",
    summary: "shows what collection and cleaning leave of your own text, and what they leave out",
    usage: "FILE|FOLDER [options]",
    options: [
      Option("--json", nil, "print the cleaned documents, one JSON object a line"), .threads,
    ],
    examples: [
      ("nakami clean letters", "files that cannot be read, documents dropped, edits of each rule"),
      ("nakami clean letters --json > clean.jsonl", "the text itself"),
    ],
    run: CleanCommand.run)
}

enum CleanCommand {
  private struct Line: Encodable {
    var id: String
    var language: String
    var fields: [String: String]
  }

  static func run(_ arguments: Arguments) throws {
    guard let path = try arguments.oneWord(called: "file or folder") else {
      throw CommandError.usage("a file or folder is missing: nakami clean FOLDER")
    }
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let collection = try Collector.collect(path, pool: pool)
    let result = CleaningPipeline().run(collection.documents, pool: pool)
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
    var lines = [
      "\(result.documentsBefore) documents of \(collection.byteCount) bytes collected, "
        + "\(result.documents.count) of \(result.bytesAfter) bytes left"
    ]
    let work = result.effects.filter { $0.editCount > 0 || $0.documentsDropped > 0 }
    if !work.isEmpty {
      lines += ["", "rules:"]
      lines += Command.columns(
        work.map { effect in
          let drops = effect.documentsDropped
          let parts = [
            effect.editCount > 0
              ? "\(effect.editCount) edits in \(effect.documentCount) documents" : nil,
            drops > 0 ? "\(drops) documents dropped" : nil,
          ]
          return (effect.rule.name.en, parts.compactMap { $0 }.joined(separator: ", "))
        })
    }
    lines += list("invisible or lost characters removed", result.strays.map(stray))
    lines += list("dropped", result.dropped.lazy.map { ($0.documentID, why($0)) })
    lines += list("mended", collection.mended.map { ($0.path, $0.notice.en) })
    lines += reasons(collection.rejected)
    return lines.joined(separator: "\n")
  }

  /// Which character, how often and where.
  private static func stray(_ stray: StrayCount) -> (String, String) {
    let number = String(stray.scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    let meaning = stray.scalar.properties.name ?? stray.scalar.properties.nameAlias ?? ""
    return (
      meaning.isEmpty ? name : "\(name) \(meaning)",
      "\(stray.count) in \(stray.documentCount) documents, first in "
        + VisibleText.line(stray.firstDocumentID)
    )
  }

  /// How many files were left out for each reason, the rarest first, with the first names.
  private static func reasons(_ rejected: [RejectedFile]) -> [String] {
    LeftOut.byReason(rejected.map { ($0.path, $0.reason.en) }).flatMap { reason, names in
      list("not read: \(reason)", names.map { ($0, "") }, upTo: 10)
    }
  }

  private static func why(_ drop: DroppedDocument) -> String {
    let name = CleaningRule(drop.rule).name.en
    if let original = drop.duplicateOf {
      return "\(name), \(String(format: "%.2f", drop.score)) like \(original)"
    }
    return drop.reasons.isEmpty ? name : "\(name): \(drop.reasons.joined(separator: ", "))"
  }

  /// A list under a title, cut after some lines.
  private static func list(
    _ title: String, _ rows: some Swift.Collection<(String, String)>, upTo most: Int = 40
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let shown = rows.prefix(most).map { (VisibleText.line($0.0), $0.1) }
    let rest = rows.count > most ? ["  and \(rows.count - most) more"] : []
    return ["", "\(title):"] + Command.columns(Array(shown)) + rest
  }
}
