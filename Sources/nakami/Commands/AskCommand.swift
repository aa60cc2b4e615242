import ModelFile
import Names
import Numerics
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
    ] + AskRequest.options + AskDelivery.options + [
      Option("--model", "DIR", "folder of the model (default: model in the run's folder)"),
      .out, .threads,
    ],
    examples: [
      ("nakami ask \"Where does Mira work?\"", "tokens, probabilities and the answer"),
      ("nakami ask \"ミラはどこで働いていますか。\"", "the same in Japanese"),
      ("nakami ask \"In the morning\" --temperature 0.8 --seed 7", "a text to continue"),
      ("nakami ask \"In the morning\" --compare", "the same prompt with several settings"),
      (
        "nakami ask \"Where does Mira work?\" --fork 1=Oren",
        "by another first token"
      ),
      ("nakami ask \"Where does Mira work?\" --json", "everything, for another program"),
      ("nakami ask \"Where does Mira work?\" --report answer.html", "a report to print"),
      ("nakami ask \"Tell me where Mira works.\" --answer-in ja", "answered, then translated"),
      ("nakami ask \"Sum up:\" --file story.txt", "a text from a file; - takes standard input"),
    ],
    run: AskCommand.run)
}

enum AskCommand {
  static func run(_ arguments: Arguments) throws {
    let input = try AskInput(arguments)
    let answerIn = try AskInput.answerLanguage(arguments)
    let request = try AskRequest(arguments)
    let delivery = try AskDelivery(arguments)
    let kinds = PromptKind.allCases.map(\.rawValue)
    let kind = try arguments.choice("--kind", of: kinds).flatMap(PromptKind.init)
    let folder =
      try arguments.string("--model") ?? Places.run(in: arguments.string("--out")) + "/model"
    let model = try TrainedModel.load(folder: folder)
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let assistant = Assistant(model: model, pool: pool)
    let prompt = try assistant.prepare(input.text, kind: kind)
    AskNotices(input, prompt, arguments, assistant).show()
    try delivery.deliver(
      prompt, assistant, request, answerIn: answerIn, modelName: Paths.name(of: folder))
  }
}
