import Names
import Record
import Testing

@testable import Figures

/// Where words depend on a case of an enumeration, each case has words of its own.
@Suite struct WordsOfCasesTests {
  /// A wording, in both languages, over all of its cases.
  struct Wordings: Sendable, CustomTestStringConvertible {
    var name: String
    var words: [Language: [String]]

    init<Case: CaseIterable & Sendable>(
      _ name: String, _ english: (Case) -> String, _ japanese: (Case) -> String
    ) {
      self.name = name
      words = [
        .english: Case.allCases.map(english), .japanese: Case.allCases.map(japanese),
      ]
    }

    var testDescription: String { name }
  }

  static let all: [Wordings] = [
    Wordings("kinds", NameWording.english.kind, NameWording.japanese.kind),
    Wordings("noise", NameWording.english.noise, NameWording.japanese.noise),
    Wordings("parts of a model", NameWording.english.part, NameWording.japanese.part),
    Wordings("parts of the split", NameWording.english.split, NameWording.japanese.split),
    Wordings(
      "languages", { (language: Language) in NameWording.english.language(language) },
      { NameWording.japanese.language($0) }),
    Wordings("phrasings", QuestionScores.english.phrasing, QuestionScores.japanese.phrasing),
    Wordings("measured parts", EvaluationTable.english.part, EvaluationTable.japanese.part),
    Wordings("rules of U5", Postprocessing.english.rule, Postprocessing.japanese.rule),
    Wordings("steps of U2", PromptSteps.english.step, PromptSteps.japanese.step),
    Wordings("agreements", SweepTable.english.agreement, SweepTable.japanese.agreement),
    Wordings("trials", TuningWording.english.knob, TuningWording.japanese.knob),
    Wordings("verdicts", VerdictWording.english.verdict, VerdictWording.japanese.verdict),
    Wordings("duplicates", VerdictWording.english.duplicate, VerdictWording.japanese.duplicate),
    Wordings(
      "smaller models", { ShrinkingWording.english.variant($0, 50, 8) },
      { ShrinkingWording.japanese.variant($0, 50, 8) }),
    Wordings(
      "explanations", { HyperparameterWording.explanation(of: $0).en },
      { HyperparameterWording.explanation(of: $0).ja }),
    Wordings(
      "measures of the model", { (part: Split) in OneRuler.english.name(.model(part)) },
      { OneRuler.japanese.name(.model($0)) }),
  ]

  @Test(arguments: all, Language.allCases)
  func noCaseHasTheWordsOfAnother(wordings: Wordings, language: Language) {
    let words = wordings.words[language] ?? []
    #expect(words.count > 1)
    #expect(Set(words).count == words.count, "\(words)")
    #expect(words.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: all)
  func wordsOfOneLanguageAreNotThoseOfTheOther(wordings: Wordings) throws {
    let (english, japanese) = (
      try #require(wordings.words[.english]), try #require(wordings.words[.japanese])
    )
    for (english, japanese) in zip(english, japanese) {
      #expect(english != japanese || english == "MLP")
    }
    #expect(english.allSatisfy { $0.allSatisfy { $0.isASCII || "–’“”…".contains($0) } })
  }
}
