import Build
import Files
import Foundation
import ModelFile
import Names
import Record
import Tokenization
import Transformer

/// The folder of a pair: `whole` and `twin`, each a model that `nakami ask --model` takes, `twin.json` with
/// all that was measured, and `sentences.txt` with what was left out.
struct TwinFolder {
  let path: String

  /// Nothing that lies there already may mix with what is written.
  static func check(_ path: String) throws(CommandError) {
    let place = Paths.followed(path)
    switch Paths.kind(place, followsLinks: true) {
    case .nothing: return
    case .folder where Paths.names(in: place).isEmpty: return
    case .folder:
      throw .usage(
        en: "\(path) is not empty; name an empty or a new folder with --out",
        ja: "\(path)は空ではありません。--outには空のフォルダか新しいフォルダを指定してください")
    default: throw OutputFolder.isFile(path, "--out")
    }
  }

  /// - Throws: ``FileError``.
  func save(_ outcome: Twins.Outcome, tokenizer: Tokenizer) throws {
    let place = Paths.followed(path)
    try AtomicFile.createFolder(place)
    let models = [("whole", outcome.whole), ("twin", outcome.twin)]
    for (name, parameters) in models {
      let model = TrainedModel(parameters: parameters, tokenizer: tokenizer)
      try model.save(
        folder: Paths.join(place, name), card: Self.card(outcome.record, isTwin: name == "twin"))
    }
    try AtomicFile.write(
      Self.json(outcome.record) + "\n", to: Paths.join(place, "twin.json"))
    let lines = outcome.record.sentences.map {
      "\($0.documents)\t\($0.language.rawValue)\t\($0.text)"
    }
    try AtomicFile.write(
      lines.map { $0 + "\n" }.joined(), to: Paths.join(place, "sentences.txt"))
  }

  /// The record as JSON, its keys sorted.
  static func json(_ record: TwinRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }

  private static func card(_ record: TwinRecord, isTwin: Bool) -> String {
    let shape = record.shape
    let count = record.shelves.reduce(0) { $0 + $1.leftOut }
    return """
      # One of two models that differ in what they read

      Trained by `nakami twin`: \(shape.steps) steps, \(shape.parameterCount) parameters. \
      \(isTwin
        ? "It never read \(count) documents, which the other one of the two did read."
        : "It read everything; its twin never read \(count) of the documents.")

      """
  }
}
