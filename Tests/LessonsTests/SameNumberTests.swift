import Figures
import Foundation
import Names
import RealRuns
import Record
import Testing

@testable import Lessons

/// What two places say about the same thing is the same, in each kind of run and in both languages.
@Suite struct SameNumberTests {
  /// Values that are one quantity.
  static let quantities: [[String]] = [
    ["model.vocabulary", "tokenization.vocabulary"],
    ["model.context", "dataset.contextLength", "hyperparameter.contextLength"],
    ["model.width", "hyperparameter.width"], ["model.layers", "hyperparameter.layerCount"],
    ["model.heads", "hyperparameter.headCount"],
    ["model.parameters", "shrink.parameters"], ["training.steps", "hyperparameter.steps"],
    ["dataset.batchSize", "hyperparameter.batchSize"],
    ["dataset.tokensPerBatch", "training.tokensPerStep"],
    ["initial.uniformLoss", "tuning.guessing"],
    ["first.token", "guess.end"],
  ]

  /// Values whose number stands in the words of a figure, too.
  static let figures: [(figure: String, values: [String])] = [
    ("document-shelf", ["collection.documents", "collection.size"]),
    ("cleaning-rules", ["cleaning.documentsBefore", "cleaning.documentsAfter"]),
    ("cleaning-confusion", ["cleaning.exact", "cleaning.known"]),
    ("near-duplicates", ["duplicate.similarity"]),
    ("filter-dropped", ["filter.dropped", "filter.threshold"]),
    ("filter-threshold", ["filter.dropped", "filter.threshold"]),
    (
      "filter-confusion",
      ["filter.truePositives", "filter.falsePositives", "filter.falseNegatives"]
    ),
    ("normalization-diff", ["normalization.edits", "normalization.rules"]),
    ("merge-film", ["tokenization.merges", "merge.first.count"]),
    ("merge-table", ["tokenization.merges"]),
    ("corpus-shrinking", ["tokenization.bytes", "tokenization.tokens"]),
    ("encoding-steps", ["encoding.bytes", "encoding.tokens"]),
    ("batch", ["dataset.batchSize", "dataset.contextLength"]),
    ("model-map", ["model.parameters", "model.width", "model.layers"]),
    ("parameters-by-part", ["model.parameters"]),
    ("untrained-text", ["initial.loss", "initial.uniformLoss"]),
    ("hyperparameters", ["hyperparameter.count"]),
    ("learning-rate", ["hyperparameter.learningRate"]),
    ("loss-example", ["example.probability", "example.loss"]),
    ("causal-map", ["causal.right", "causal.most", "causal.head.broken"]),
    ("before-after-parts", ["parting.new.after", "parting.part.without"]),
    ("before-after-attention", ["parting.head.moved"]),
    ("adam-step", ["adam.step", "adam.before", "adam.after"]),
    (
      "after-the-step",
      ["example.probability", "example.probabilityAfter", "step.lossBefore", "step.lossAfter"]
    ),
    ("loss-curve", ["training.firstLoss", "training.loss", "training.steps"]),
    ("validation-curve", ["training.bestStep", "training.bestLoss"]),
    ("weight-norms", ["training.weightNormFirst", "training.weightNormLast"]),
    ("update-ratio", ["training.updateRatio", "training.updateShare"]),
    ("sweep", ["tuning.runs", "tuning.bestLoss"]),
    ("sweep-table", ["tuning.agreeing", "tuning.knobs"]),
    (
      "overfitting",
      ["overfit.documents", "overfit.epochs", "overfit.trainingLoss", "overfit.lastLoss"]
        + ["overfit.healthyLoss"]
    ),
    (
      "evaluation-table",
      ["evaluation.tokens", "evaluation.loss", "evaluation.perplexity", "evaluation.accuracy"]
    ),
    ("one-ruler", ["evaluation.lossPerByte", "evaluation.floor", "evaluation.baselineLoss"]),
    (
      "calibration",
      ["evaluation.surestGuesses", "evaluation.surestConfidence", "evaluation.surestRight"]
        + ["evaluation.calibrationError"]
    ),
    ("question-scores", ["questions.asked", "questions.right", "questions.share"]),
    ("pruned-weights", ["pruned.percent", "pruned.threshold"]),
    ("quantized-weights", ["quantized.largest", "quantized.scale8", "quantized.scale4"]),
    ("model-file", ["file.tensors"]),
    ("same-numbers", ["inference.difference"]),
    ("prompt-tokens", ["answer.tokens"]),
    ("query-key-value", ["model.headWidth", "followed.positions"]),
    ("attention-pattern", ["look.first.weight"]),
    ("value-mix", ["look.first.weight"]),
    (
      "two-additions",
      ["additions.before", "additions.attention", "additions.between", "additions.mlp"]
        + ["additions.after"]
    ),
    ("mlp", ["mlp.push", "mlp.mostPush"]),
    ("logits", ["first.logit", "first.probability"]),
    (
      "layer-guesses",
      ["rise.first.rank", "rise.first.probability", "rise.last.rank", "rise.last.probability"]
    ),
    (
      "head-labels",
      ["heads.count", "heads.labelled", "heads.documents", "heads.threshold"]
        + ["heads.clearest.count", "heads.clearest.places"]
    ),
    ("number-origin", ["origin.probability", "origin.steps"]),
    ("feedback-round", ["feedback.ratings", "feedback.answers", "feedback.corrections"]),
    (
      "rated-answers",
      ["feedback.answers", "majority.good", "majority.goodAndRight", "majority.bad"]
        + ["majority.badAndWrong"]
    ),
    ("agreement", ["feedback.shared", "feedback.kappa", "feedback.most.kappa"]),
    ("corrections", ["corrected.answers", "corrected.examples", "feedback.masked"]),
    ("correction-way", ["way.most", "way.votes"]),
  ]

  /// Values that are chosen for each language, so that their numbers differ.
  static let perLanguage = [
    "sample.", "duplicate.", "filter.topScore", "filter.lowScore", "normalization.before",
    "normalization.after", "encoding.", "answer.", "first.", "second.", "candidates.", "attention.",
    "followed.", "guess.", "origin.", "look.", "additions.", "mlp.", "compare.", "fork.", "hold.",
    "exam.",
    "asking.",
    "translation.", "rise.", "delivery.", "feedback.", "majority.", "misled.", "corrected.", "way.",
    "improve.margin.", "improve.fall.", "parting.", "twin.truth.", "twin.rival.", "example.",
    "gradient.",
    "inference.difference",
    "adam.", "choice.", "drawn.",
    "merge.",
  ]

  private func value(_ name: String, _ run: Run, _ language: Language) throws -> String? {
    try #require(RecordedValue.named(name), "no value \(name)").text(run, language)
  }

  @Test(arguments: ShownRun.allCases, Language.allCases)
  func valuesOfOneQuantityAgree(kind: ShownRun, language: Language) throws {
    let run = try kind.run
    for names in Self.quantities {
      let texts = try names.compactMap { name in
        try value(name, run, language).map { (name: name, text: $0) }
      }
      for text in texts.dropFirst() {
        #expect(
          Self.agree(text.text, texts[0].text),
          "\(kind): \(texts[0].name) is \(texts[0].text), \(text.name) \(text.text)")
      }
    }
  }

  @Test(arguments: ShownRun.allCases, Language.allCases)
  func aFigureSaysWhatTheTextBesideItSays(kind: ShownRun, language: Language) throws {
    let run = try kind.run
    for (name, values) in Self.figures {
      guard let figure = try? FigureCatalog.figure(name, run: run, language: language) else {
        continue
      }
      let numbers = Self.numbers(in: figure.description)
      for value in values {
        guard let text = try self.value(value, run, language) else { continue }
        let wanted = Self.numbers(in: text)
        #expect(
          wanted.count == 1 && numbers.contains { Self.agree($0, wanted[0]) },
          "\(kind): \(value) is \(text), but \(name) says: \(figure.description)")
      }
    }
  }

  @Test(arguments: ShownRun.allCases)
  func bothLanguagesGiveTheSameNumbers(kind: ShownRun) throws {
    let run = try kind.run
    for value in RecordedValue.all
    where !Self.perLanguage.contains(where: { value.name.hasPrefix($0) }) {
      let english = value.text(run, .english).map { Self.numbers(in: $0) }
      let japanese = value.text(run, .japanese).map { Self.numbers(in: $0) }
      #expect(english == japanese, "\(kind): \(value.name)")
    }
  }

  /// A list that finds nothing in any run would prove nothing.
  @Test func everyFigureAndValueOfTheListsIsShownInSomeRun() throws {
    for (name, values) in Self.figures {
      let runs = try ShownRun.allCases.map { try $0.run }.filter { run in
        (try? FigureCatalog.figure(name, run: run, language: .english)) != nil
      }
      #expect(!runs.isEmpty, "\(name)")
      for value in values + Self.quantities.flatMap({ $0 }) {
        let known = try ShownRun.allCases.contains {
          try self.value(value, $0.run, .english) != nil
        }
        #expect(known, "\(value)")
      }
    }
  }

  @Test(arguments: [
    ("0.590", "0.5901", true), ("0.59", "0.606", false), ("1,234", "1234", true),
    ("12.0%", "12%", true), ("−0.5", "0.5", false), ("0.0060", "0.006", true),
    ("3.5×10⁻⁵", "0.000035", true), ("3.3×10⁻⁶", "3.338×10⁻⁶", true), ("2,048", "2,049", false),
    ("Mira", "Mira", true), ("Mira", "Oren", false), ("0.9949", "99.5%", true), ("50", "50%", true),
    ("0.995", "98.1%", false),
  ])
  func numbersAgreeToTheFewerDigits(one: String, other: String, agree: Bool) {
    #expect(Self.agree(one, other) == agree)
    #expect(Self.agree(other, one) == agree)
  }

  /// Whether both are the same number as far as the one with fewer digits goes, or the same words.
  private static func agree(_ one: String, _ other: String) -> Bool {
    let (readings, others) = (readings(of: one), readings(of: other))
    if readings.isEmpty || others.isEmpty { return one == other }
    return readings.contains { value, unit in
      others.contains { otherValue, otherUnit in
        let difference = (value - otherValue).magnitude
        let isSame = difference <= 1e-9 * value.magnitude
        return isSame
          || difference <= 0.5001 * max(unit, otherUnit) && (value < 0) == (otherValue < 0)
      }
    }
  }

  /// The number and what one unit of its last digit is, 0 for a whole one; of a percentage also as a share
  /// of one. None for words.
  private static func readings(of text: String) -> [(value: Double, unit: Double)] {
    let found = numbers(in: text)
    guard found.count == 1 else { return [] }
    let isShare = found[0].hasSuffix("%")
    let parts = found[0].filter { $0 != "," && $0 != "%" }.replacingOccurrences(of: "−", with: "-")
      .components(separatedBy: "×10")
    guard let mantissa = Double(parts[0]) else { return [] }
    let exponent = parts.count > 1 ? Self.exponent(parts[1]) : 0
    let places = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let value = mantissa * pow(10, Double(exponent))
    let isWhole = places == 0 && exponent == 0
    let unit = isWhole && !isShare ? 0 : pow(10, Double(exponent - places))
    return [(value, unit)] + (isShare ? [(value / 100, unit / 100)] : [])
  }

  private static func exponent(_ raised: String) -> Int {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return raised.reduce(0) { $0 * 10 + (digits.firstIndex(of: $1) ?? 0) }
      * (raised.hasPrefix("⁻") ? -1 : 1)
  }

  /// `1,234`, `−0.5`, `3.5×10⁻⁵`, `12.0%`.
  private static func numbers(in text: String) -> [String] {
    let pattern = "[−-]?[0-9][0-9,]*(\\.[0-9]+)?(×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?%?"
    let expression = try! NSRegularExpression(pattern: pattern)
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).map {
      var number = String(text[Range($0.range, in: text)!])
      while number.hasSuffix(",") { number.removeLast() }
      return number
    }
  }
}
