import Figures
import Inference
import ModelFile
import Names
import Numerics
import Record
import Usage

extension Command {
  static let ask = Command(
    name: "ask",
    summary: "answers from the saved model, choice by choice",
    usage: "\"TEXT\" | - [options]",
    options: [
      .file,
      Option(
        "--kind", "KIND",
        "question, continuation, summary or translation (default: seen from the text)"),
      .answerIn,
      Option("--temperature", "T", "0 takes the most likely token (default), 1 draws as it is"),
      Option("--top-k", "N", "draw among the N most likely tokens only"),
      Option("--top-p", "P", "draw among the most likely tokens that make up P"),
      Option("--tokens", "N", "longest answer, in tokens (default: 64)"),
      Option("--model", "DIR", "folder of the model (default: model in the run's folder)"),
      .seed, .out, .threads, .json,
      Option("--quiet", nil, "print the text of the answer only"),
    ],
    examples: [
      ("nakami ask \"Where does Mira work?\"", "tokens, probabilities and the answer"),
      ("nakami ask \"ミラはどこで働いていますか。\"", "the same in Japanese"),
      ("nakami ask \"In the morning\" --temperature 0.8 --seed 7", "a text to continue"),
      ("nakami ask \"Where does Mira work?\" --json", "everything, for another program"),
      ("nakami ask \"Tell me where Mira works.\" --answer-in ja", "answered, then translated"),
      ("nakami ask \"Sum up:\" --file story.txt", "a text from a file; - takes standard input"),
    ],
    run: AskCommand.run)
}

enum AskCommand {
  static func run(_ arguments: Arguments) throws {
    let input = try AskInput(arguments)
    let answerIn = try AskInput.answerLanguage(arguments)
    let options = SamplingOptions(
      temperature: Float(try arguments.number("--temperature", in: 0...100) ?? 0),
      topK: try arguments.integer("--top-k", in: 1...1_000_000) ?? 0,
      topP: Float(try arguments.number("--top-p", in: 0.000_001...1) ?? 1))
    let seed = try arguments.seed() ?? 1
    let limit = try arguments.integer("--tokens", in: 1...100_000) ?? 64
    let kinds = PromptKind.allCases.map(\.rawValue)
    let kind = try arguments.choice("--kind", of: kinds).flatMap(PromptKind.init)
    let folder =
      try arguments.string("--model") ?? Places.run(in: arguments.string("--out")) + "/model"
    let model = try TrainedModel.load(folder: folder)
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let assistant = Assistant(model: model, pool: pool)
    let prompt = try assistant.prepare(input.text, kind: kind)
    AskNotices(input, prompt, arguments, assistant).show()
    let answer = try assistant.answer(prompt, options: options, seed: seed, limit: limit)
    var record = AnswerRecord(answer, id: "answer", tokenizer: model.tokenizer)
    if let language = answerIn ?? prompt.answerLanguage {
      record.translation = try assistant.translate(answer, to: language, limit: limit).map {
        TranslationRecord($0, to: language, tokenizer: model.tokenizer)
      }
    }
    if arguments.has("--json") {
      Console.json(try AnswerForms.json(record))
    } else if arguments.has("--quiet") {
      print(record.translation?.text ?? record.text)
    } else {
      print(AnswerForms.report(record).joined(separator: "\n"))
      for line in AskTranslation.lines(record) { print(line) }
    }
  }
}
