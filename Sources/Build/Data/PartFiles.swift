import Dataset
import Files
import Names
import RawData

/// Writes the clean documents of each part as they were dealt out, so that anybody can measure on the same
/// text what was measured here.
///
/// `training.jsonl`, `validation.jsonl` and `test.jsonl` have one JSON object a line, in the order of the
/// documents: `id`, `kind`, `language`, `fields` as pairs of name and text, and in a world whose dice are
/// known `nats`, the surprise of the document by the world's own probabilities.
enum PartFiles {
  static func name(_ part: Split) -> String { part.rawValue + ".jsonl" }

  /// - Parameter surprisal: nats by document, where they are known.
  static func write(
    _ documents: Spool<CleanDocument>, plan: SplitPlan, surprisal: [String: Double],
    to folder: String
  ) throws(FileError) {
    precondition(
      documents.count == plan.parts.count,
      "\(documents.count) documents, \(plan.parts.count) planned")
    var bytes: [Split: [UInt8]] = [:]
    for (document, part) in zip(documents, plan.parts) {
      guard let part else { continue }
      bytes[part, default: []] += line(document, nats: surprisal[document.id]).bytes() + [0x0A]
    }
    try AtomicFile.createFolder(folder)
    for part in Split.allCases {
      try AtomicFile.write(bytes[part] ?? [], to: folder + "/" + name(part))
    }
  }

  private static func line(_ document: CleanDocument, nats: Double?) -> JSONValue {
    let known = nats.map { [JSONValue.Member("nats", .number($0))] } ?? []
    return .object(
      [
        .init("id", .string(document.id)),
        .init("kind", .string(document.kind.rawValue)),
        .init("language", .string(document.language.rawValue)),
        .init(
          "fields",
          .array(
            document.fields.map { .array([.string($0.name.rawValue), .string($0.text)]) })),
      ] + known)
  }
}
