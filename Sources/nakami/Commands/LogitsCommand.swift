import Foundation
import Inference
import ModelFile
import Names
import Numerics
import Usage
import Visible

extension Command {
  static let logits = Command(
    name: "logits",
    summary: LocalizedText(
      en: "prints the token ids of a text and the logits that follow it",
      ja: "文章のトークン番号と、それに続くロジットを表示します"),
    usage: "--text TEXT [options]",
    options: [
      .model,
      Option(
        "--text", "TEXT",
        en: "the text as it is; special tokens such as <|end|> may be written in it",
        ja: "文章をそのまま。<|end|>などの特別なトークンも書ける"),
      .threads, .json,
    ],
    examples: [
      Example(
        "nakami logits --text \"Mira works\" --json", en: "ids and all logits of the last position",
        ja: "番号と、最後の位置のすべてのロジット")
    ],
    run: LogitsCommand.run)
}

enum LogitsCommand {
  struct Report: Encodable {
    var ids: [Int32]
    /// Of the last position, one for each token of the vocabulary.
    var logits: [Float]
  }

  static func run(_ arguments: Arguments) throws {
    try arguments.noWords()
    guard let text = arguments.string("--text"), !text.isEmpty else {
      throw CommandError.usage(
        en: "a text is missing: nakami logits --text \"Mira works\"",
        ja: "文章がありません：nakami logits --text \"ミラは\"")
    }
    let folder = try arguments.string("--model") ?? Places.run(in: nil) + "/model"
    let model = try TrainedModel.load(folder: folder)
    ModelRemarks.show(model)
    let ids = model.tokenizer.encodeByRules(text, readsSpecial: true)
    try model.tokenizer.expectTokens(ids, of: text, readsSpecial: true)
    if let id = model.unknown(ids) {
      throw PromptError.unknownToken(
        id, text: model.tokenizer.symbol(of: id), count: model.configuration.vocabularySize)
    }
    let limit = model.parameters.configuration.contextLength
    guard ids.count <= limit else {
      throw CommandError.usage(
        en: "the text has \(ids.count) tokens, the model sees \(limit); shorten it",
        ja: "文章は\(ids.count)トークンありますが、モデルに見えるのは\(limit)トークンまでです。短くしてください")
    }
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let generator = Generator(parameters: model.parameters, pool: pool)
    let logits = generator.process(ids)
    try NotFiniteError.check(logits, after: ids.count)
    let report = Report(ids: ids, logits: Array(logits))
    if arguments.has("--json") {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      Console.json(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      let label = LocalizedText(en: "ids     ", ja: "番号    ").forReader
      print(label + ids.map(String.init).joined(separator: " "))
      let best = report.logits.indices.sorted {
        (report.logits[$1], $0) < (report.logits[$0], $1)
      }
      for id in best.prefix(10) {
        let text = String(decoding: model.tokenizer.bytes(of: Int32(id)), as: UTF8.self)
        print(
          String(format: "%6d  %10.5f  ", id, report.logits[id]) + "\"\(VisibleText.line(text))\"")
      }
    }
  }
}
