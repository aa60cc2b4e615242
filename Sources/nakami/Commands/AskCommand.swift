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
    summary: LocalizedText(
      en: "answers from the saved model, choice by choice", ja: "保存したモデルに答えさせ、一つずつの選択を見せます"),
    usage: "\"TEXT\" [options]",
    options: [
      Option(
        "--kind", "KIND", en: "question, continuation or summary (default: seen from the text)",
        ja: "question（質問）、continuation（続き）、summary（要約）（省略時：文から判断）"),
      Option(
        "--temperature", "T", en: "0 takes the most likely token (default), 1 draws as it is",
        ja: "0なら最有力のトークン（省略時）、1なら確率のとおりに抽選"),
      Option(
        "--top-k", "N", en: "draw among the N most likely tokens only", ja: "有力なN個のトークンだけから抽選"),
      Option(
        "--top-p", "P", en: "draw among the most likely tokens that make up P",
        ja: "確率の合計がPになるまでの有力なトークンから抽選"),
      Option(
        "--tokens", "N", en: "longest answer, in tokens (default: 64)", ja: "答えの最大のトークン数（省略時：64）"),
      Option(
        "--model", "DIR", en: "folder of the model (default: model in the run's folder)",
        ja: "モデルのフォルダ（省略時：記録のフォルダのmodel）"),
      .seed, .out, .threads, .json,
      Option("--quiet", nil, en: "print the text of the answer only", ja: "答えの文だけを表示"),
    ],
    examples: [
      Example(
        "nakami ask \"Where does Mira work?\"", en: "tokens, probabilities and the answer",
        ja: "トークンと確率と答え（英語の質問）"),
      Example("nakami ask \"ミラはどこで働いていますか。\"", en: "the same in Japanese", ja: "日本語の質問"),
      Example(
        "nakami ask \"In the morning\" --temperature 0.8 --seed 7", en: "a text to continue",
        ja: "続きを書かせる文章"),
      Example(
        "nakami ask \"Where does Mira work?\" --json", en: "everything, for another program",
        ja: "すべてを、ほかのプログラム向けに"),
    ],
    run: AskCommand.run)
}

enum AskCommand {
  static func run(_ arguments: Arguments) throws {
    guard let text = try arguments.oneWord(called: "question") else {
      throw CommandError.usage("a question is missing: nakami ask \"Where does Mira work?\"")
    }
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
    let prompt = try assistant.prepare(text, kind: kind)
    let answer = try assistant.answer(prompt, options: options, seed: seed, limit: limit)
    let record = AnswerRecord(answer, id: "answer", tokenizer: model.tokenizer)
    if arguments.has("--json") {
      Console.json(try AnswerForms.json(record))
    } else if arguments.has("--quiet") {
      print(record.text)
    } else {
      print(AnswerForms.report(record).joined(separator: "\n"))
    }
  }
}
