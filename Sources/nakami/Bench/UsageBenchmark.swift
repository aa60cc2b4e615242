import Build
import Inference
import ModelFile
import Numerics
import Usage

/// The usage stage with a saved model: what one question takes, from a cold start to the tidied answer.
enum UsageBenchmark {
  static let prompt = "Where does Mira work?"

  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    guard let folder = try folder(settings.arguments) else { return [] }
    let text = settings.arguments.string("--prompt") ?? prompt
    let model = try TrainedModel.load(folder: folder)
    let pool = settings.pool
    let assistant = Assistant(model: model, pool: pool)
    let prepared = try assistant.prepare(text)
    let answer = try assistant.answer(prepared, AnswerSettings())
    let tokens = answer.choices.map(\.chosen)
    let bytes = tokens.flatMap { Array(model.tokenizer.bytes(of: $0)) }
    let language = prepared.language
    let seen = Array(
      (prepared.tokens + tokens.dropLast()).suffix(model.configuration.contextLength))

    func time(_ name: String, _ body: () throws -> Void) rethrows -> BenchmarkResult {
      BenchmarkResult(
        name: "usage " + name,
        entries: try Measurement(seconds: settings.seconds, body).entries)
    }
    var results = [
      try time("cold start") {
        try ColdStart.run([
          "ask", "--model", folder, "--quiet", "--no-note", "--temperature", "0", "--", text,
        ])
      },
      try time("load model") { _ = try TrainedModel.load(folder: folder) },
      time("detect language") { _ = LanguageScores(text) },
      try time("prepare prompt") { _ = try assistant.prepare(text) },
      try time("first token") {
        _ = try assistant.answer(try assistant.prepare(text), AnswerSettings(limit: 1))
      },
      try time("record activations") {
        _ = try assistant.answer(prepared, AnswerSettings())
        let store = PromptLook.activations(seen, model: model, pool: pool)
        precondition(!store.names.isEmpty, "no activation was recorded")
      },
      time("causal map") {
        _ = PromptLook.causalMap(prompt: prepared.tokens, answer: tokens, model: model, pool: pool)
      },
      time("tidy answer") { _ = Postprocessing.tidied(bytes, in: language) },
    ]
    let whole = try Measurement(seconds: settings.seconds) {
      _ = try assistant.answer(prepared, AnswerSettings())
    }
    results.append(
      BenchmarkResult(
        name: "usage answer",
        entries: whole.entries + [
          .number("tokens_per_s", Double(tokens.count) / whole.median * 1e3),
          .count("prompt_tokens", prepared.tokens.count), .count("answer_tokens", tokens.count),
        ]))
    return results
  }

  /// Where the model lies; nil where there is none and nobody asked for this benchmark alone.
  private static func folder(_ arguments: Arguments) throws -> String? {
    if let given = arguments.string("--model") { return given }
    do {
      return try Places.run(in: nil) + "/model"
    } catch {
      guard arguments.words.isEmpty else { throw error }
      return nil
    }
  }
}
