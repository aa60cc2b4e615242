import Dataset
import Foundation
import ModelFile
import Names
import Numerics
import Record
import Testing
import Tokenization
import Training
import Transformer
import Usage

@testable import Build
@testable import RawData

/// Whoever gives a text to the model gives it the same tokens.
@Suite struct PromptPlacesTests {
  private static let texts: [Language: String] = [
    .english: "Where is  Mira? ", .japanese: "\u{3000}ミラはどこですか｡",
  ]

  /// Keeps what it is given to read and answers with `<|end|>`.
  private final class Listener: TokenReader {
    var heard: [Int32] = []
    private let logits: UnsafeMutableBufferPointer<Float>

    init(vocabularySize: Int) {
      logits = .allocate(capacity: vocabularySize)
      logits.initialize(repeating: 0)
      logits[Int(SpecialToken.end.rawValue)] = 1
    }

    deinit { logits.deallocate() }

    func reset() { heard = [] }

    func process(_ tokens: [Int32]) -> UnsafeBufferPointer<Float> {
      heard += tokens
      return UnsafeBufferPointer(logits)
    }
  }

  private func assistant(_ tokenizer: Tokenizer) -> Assistant {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 8, contextLength: 96,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 3)
    return Assistant(
      model: TrainedModel(parameters: parameters, tokenizer: tokenizer),
      pool: WorkerPool(threadCount: 1))
  }

  @Test(arguments: Language.allCases)
  func aQuestionIsAskedAsItIsJudged(language: Language) throws {
    let tokenizer = try Tokenizer(merges: [])
    let text = Self.texts[language]!
    let listener = Listener(vocabularySize: tokenizer.vocabularySize)
    _ = QuestionEvaluation(
      questions: [
        TruthQuestion(
          question: text, answer: "", accepted: [""], language: language,
          phrasing: .seen, relation: "place", subject: "Mira")
      ], contextLength: 96, tokenizer: tokenizer, pool: WorkerPool(threadCount: 1)
    ) { _ in listener }
    let asked = try assistant(tokenizer).prepare(text, kind: .question, recasts: false)
    #expect(!listener.heard.isEmpty && listener.heard == asked.tokens)
  }

  @Test(arguments: Language.allCases)
  func aTextIsContinuedInTheRecordAsForAPerson(language: Language) throws {
    let tokenizer = try Tokenizer(merges: [])
    let text = Self.texts[language]!
    for kind in [PromptKind.continuation, .question] {
      let asked = try assistant(tokenizer).prepare(text, kind: kind, recasts: false)
      let prompt = JournalPrompt(language: language, kind: kind, text: text)
      #expect(prompt.tokens(tokenizer) == asked.tokens)
    }
  }

  @Test func aSentenceIsReadInItsOwnLanguage() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/nakami-prompt-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/texts", withIntermediateDirectories: true)
    let (places, things) = (["港", "丘", "市場", "浜辺", "駅"], ["舟", "灯台", "猫", "網", "鐘", "魚"])
    for (number, place) in places.enumerated() {
      let lines = (0..<40).map { line in
        "　朝の\(place)で、\(things[(line + number) % 6])を\(line + 2)回も見ました。"
      }
      try Data(lines.joined(separator: "\n").utf8).write(
        to: URL(fileURLWithPath: folder + "/texts/\(number).txt"))
    }
    var settings = BuildSettings(preset: .trial, worldFolder: "")
    settings.dataPath = folder + "/texts"
    settings.setSteps(4)
    let run = try RunBuilder(settings: settings, pool: WorkerPool(threadCount: 2))
      .build(into: folder)
    let inference = try #require(run[.inference])
    let watched = try #require(run[.training]).attentionTokens
    for tokens in [inference.tokens, watched] {
      let first = tokens.prefix(2).map(\.text)
      #expect(first.first == "<|ja|>")
      #expect(first.last?.first?.isWhitespace == false, "no document begins with a blank")
    }
    #expect(inference.prompt.hasPrefix("朝の"))
    for sample in try #require(run[.initialization]).samples {
      #expect(sample.language == .japanese && sample.prompt.hasPrefix("朝の"))
    }
  }
}
