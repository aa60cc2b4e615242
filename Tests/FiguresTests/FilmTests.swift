import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing
import Views

@testable import Figures

/// Figures of time and of order, frame by frame.
@Suite struct FilmTests {
  static let names = [
    "cleaning-diff", "merge-film", "encoding-steps", "batch", "weights-over-time",
    "attention-over-time", "embedding-over-time", "text-over-time", "pruned-weights",
    "prompt-steps", "stage", "attention-output", "head-by-head", "token-by-token", "number-origin",
    "choices", "choice-film", "postprocessing", "exam-thresholds", "loss-curve",
    "prediction-over-time",
    "sweep", "overfitting", "same-prompts", "attention-pattern", "by-hand-embedding",
    "by-hand-attention", "by-hand-mlp", "by-hand-loss", "by-hand-back-loss", "by-hand-back-mlp",
    "by-hand-back-attention", "by-hand-back-embedding", "by-hand-step", "number-on-paper",
    "correction-way", "before-after-tokens", "normalization-diff", "validation-curve", "adam-step",
    "version-states",
  ]
  static let cases = names.flatMap { name in Language.allCases.map { (name, $0) } }

  private static func film(
    _ name: String, _ language: Language, run: Run = Fixture.run
  ) throws -> Film {
    try #require(try FigureCatalog.figure(name, run: run, language: language).film)
  }

  @Test func theListNamesEveryFilm() throws {
    let films = try FigureCatalog.names.filter {
      try FigureCatalog.figure($0, run: Fixture.run, language: .english).film != nil
    }
    #expect(Set(films) == Set(Self.names))
  }

  @Test(arguments: cases)
  func everyFrameHasATitleASentenceAndANumber(name: String, language: Language) throws {
    let film = try Self.film(name, language)
    #expect(!film.frames.isEmpty)
    #expect(Set(film.frames.map(\.title)).count == film.frames.count, "\(film.frames.map(\.title))")
    for frame in film.frames {
      #expect(!frame.title.isEmpty && !frame.check.name.isEmpty)
      #expect(frame.check.value.contains { $0.isNumber }, "\(frame.check)")
      #expect(
        frame.sentence.hasSuffix(language == .english ? "." : "。") && frame.sentence.count > 5,
        "\(frame.sentence)")
      for hole in ["–", "“”", "「」", "  ", "NaN", "nil"] {
        #expect(!frame.sentence.contains(hole) && !frame.check.value.contains(hole), "\(hole)")
      }
    }
  }

  /// `a − b + c = d` has to come out, whatever stands there.
  @Test(arguments: cases)
  func sumsOfFramesComeOut(name: String, language: Language) throws {
    for frame in try Self.film(name, language).frames {
      let sides = frame.check.value.components(separatedBy: " = ")
      guard sides.count == 2, let result = Self.number(sides[1]), !sides[0].contains("×") else {
        continue
      }
      var sum = 0
      var sign = 1
      for word in sides[0].split(separator: " ") {
        if word == "−" || word == "+" {
          sign = word == "+" ? 1 : -1
        } else {
          sum += sign * (try #require(Self.number(String(word)), "\(frame.check)"))
        }
      }
      #expect(sum == result, "\(frame.check)")
    }
  }

  private static func number(_ text: String) -> Int? { Int(text.filter { $0 != "," }) }

  /// `e^(a − b) ≈ c` and `−ln(a) = b` come out on a calculator, to the last digit that is shown.
  @Test(arguments: cases)
  func powersAndLogarithmsComeOut(name: String, language: Language) throws {
    // A loss of each size, and a probability.
    var run = Fixture.run
    for index in run[.training]!.steps.indices {
      run[.training]!.steps[index].loss += 0.000_373 * Double(index % 7)
    }
    for frame in try Self.film(name, language, run: run).frames
    where frame.check.value.contains("e^(") || frame.check.value.contains("ln(") {
      let sides = frame.check.value.components(
        separatedBy: frame.check.value.contains("≈") ? " ≈ " : " = ")
      var calculator = ByHandTests.Calculator(sides[0])
      let value = try calculator.all()
      var shown = ByHandTests.Calculator(sides[1])
      let digits = sides[1].filter(\.isNumber).drop { $0 == "0" }.count
      let unit = pow(10, floor(log10(max(value.magnitude, 1e-3))) - Double(max(digits, 1)) + 1)
      #expect((try shown.all() - value).magnitude <= unit * 0.51, "\(frame.check)")
    }
  }

  @Test func aNumberIsRoundedAsItIsWritten() {
    #expect(FrameChecks.written(0.80649, places: 3) == 0.806)
    #expect(FrameChecks.written(-2.0006, places: 3) == -2.001)
    #expect(FrameChecks.written(0.048834, digits: 4) == 0.04883)
    #expect(
      FrameChecks.written(12345, digits: 4) == 12350 && FrameChecks.written(0, digits: 4) == 0)
  }

  /// Each frame as a terminal shows it, and the words of its drawing, compared with what a person has read.
  ///
  /// `RECORD_GOLDENS=1 swift test --filter FilmTests` writes them anew.
  @Test(arguments: names)
  func framesAreDrawnAsTheyWereLookedAt(name: String) throws {
    var text = ""
    for language in Language.allCases {
      let figure = try FigureCatalog.figure(name, run: Fixture.run, language: language)
      for index in try #require(figure.film).frames.indices {
        text +=
          figure.terminal(width: 76, style: .plain, frame: index)
          .map { $0.rendered(.plain) + "\n" }.joined() + "\n"
      }
    }
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: golden, encoding: .utf8)))
  }

  /// Every token of every frame takes the place of its bytes, and no frame breaks a line within a final token.
  @Test(arguments: Language.allCases)
  func tokensStandWhereTheirBytesStood(language: Language) throws {
    let frames = try Self.film("encoding-steps", language).frames.map { frame in
      guard case .tokens(let strip) = frame.chart else { return [TokenStrip.Token]() }
      return strip.rows[0].items.compactMap { item in
        if case .token(let token) = item { token } else { nil }
      }
    }
    let bytes = try #require(frames.first).map(\.columns)
    let final = try #require(frames.last)
    var ends: Set<Int> = [0]
    for token in final { ends.insert((ends.max() ?? 0) + token.covered.count) }
    for tokens in frames {
      #expect(tokens.flatMap(\.covered) == bytes)
      var start = 0
      for token in tokens {
        #expect(token.isJoined == !ends.contains(start), "\(token.text) at \(start)")
        start += token.covered.count
      }
    }
    #expect(!final.contains(where: \.isJoined) && frames[0].contains(where: \.isJoined))
  }

  @Test func cleaningIsFollowedRuleByRule() throws {
    var run = Run(setting: SettingRecord(version: Run.currentVersion, seed: 1, usesWorld: true))
    run[.cleaning] = Truth.cleaningRecord
    let edits = [
      EditRecord(rule: .markup, place: 0, before: "<b>", after: ""),
      EditRecord(rule: .markup, place: 7, before: "</b>", after: ""),
      // In the text that the rule before left; its other like stands farther away.
      EditRecord(rule: .whiteSpace, place: 4, before: "  ", after: " "),
    ]
    let sample = BeforeAfter(
      documentID: "d", language: .english, before: "<b>Mira</b>  works  now.",
      after: "Mira works  now.", edits: edits)
    run[.cleaning]!.samples = [sample]
    let film = try Self.film("cleaning-diff", .english, run: run)
    #expect(
      film.frames.map(\.check.value) == ["24", "24 − 7 = 17", "17 − 1 = 16", "24 − 8 = 16"])
    #expect(
      film.frames[1...2].map(\.sentence) == ["The rule made 2 edits.", "The rule made 1 edit."])
    guard case .text(let text) = film.frames[2].chart else {
      Issue.record("no text")
      return
    }
    #expect(text.passages[0].runs.map(\.text).joined() == "Mira  works  now.")
    // What does not lead to the recorded text is not shown as if it did.
    run[.cleaning]!.samples[0].after = "Mira works now."
    #expect(try Self.film("cleaning-diff", .english, run: run).frames.count == 2)
  }

  @Test func theRunThatLearnsByHeartIsStoppedWhereItStands() throws {
    var run = Truth.run
    run[.tuning]!.overfitting.overfitted.bestStep = 10
    run[.tuning]!.overfitting.overfitted.stopStep = 20
    let frames = try Self.film("overfitting", .english, run: run).frames
    #expect(frames.map(\.title) == ["step 10", "step 20", "step 30"])
    // A step that is two things is said to be the later one.
    #expect(frames[0].sentence.hasPrefix("With few documents validation loss is never lower"))
    #expect(
      frames[1].sentence
        == "After 3 looks without a new best, early stopping would end here, at 4.500.")
    run[.tuning]!.overfitting.overfitted.stopStep = nil
    #expect(
      try Self.film("overfitting", .japanese, run: run).frames.map(\.title) == [
        "ステップ10", "ステップ30",
      ])
  }

  @Test func theCellThatChangedMostIsFound() {
    let before: [[Float]] = [[1, .nan], [0.5, 0.25]]
    #expect(FrameChecks.mostChanged(before, [[0.75, .nan], [0.25, 0.75]]) == HeatMap.Cell(1, 1))
    #expect(FrameChecks.mostChanged(before, [[-1, .nan], [0.25, 0.75]]) == HeatMap.Cell(0, 0))
    #expect(FrameChecks.mostChanged(before, before) == nil)
    #expect(FrameChecks.greatest([[0.1, -0.75], [0.5, .nan]]) == HeatMap.Cell(0, 1))
    #expect(FrameChecks.order([0.25, 0.5]) == "0.500 > 0.250")
    #expect(FrameChecks.order([0.5, 0.5]) == "0.500 = 0.500")
    #expect(ChangeCount.sum(1200, less: 0, and: 0) == "1,200")
  }

  /// Text that would end a script, steer a terminal or turn a line round stands in no frame as it is.
  @Test(arguments: Language.allCases)
  func recordedTextIsInertInEveryFrame(language: Language) throws {
    let parts = [
      "</script>", "<|end|>", "\u{0}", "\u{202E}abc\u{2069}", "\u{1B}[2J", "<img src=x>",
    ]
    let hostile = parts.joined() + String(repeating: "x", count: 100_000)
    var run = Fixture.run
    run[.usage]!.answers = run[.usage]!.answers.map { answer in
      var answer = answer
      answer.prompt = hostile
      answer.rawText = hostile
      answer.text = hostile
      answer.preprocessing = answer.preprocessing.map {
        .init(name: $0.name, before: hostile, after: hostile + "!")
      }
      answer.postprocessing = [
        .init(rule: .stopString, before: hostile + "z", after: hostile, terms: [hostile])
      ]
      for index in answer.choices.indices {
        answer.choices[index].chosen.text = parts.joined()
        answer.choices[index].chosen.bytes = Array(parts.joined().utf8)
      }
      return answer
    }
    run[.cleaning]!.samples = run[.cleaning]!.samples.map {
      BeforeAfter(
        documentID: $0.documentID, language: $0.language, before: hostile, after: "",
        edits: [EditRecord(rule: .markup, place: 0, before: hostile, after: "")])
    }
    for place in run[.training]!.snapshots.indices {
      for index in run[.training]!.snapshots[place].predictions.indices {
        var prediction = run[.training]!.snapshots[place].predictions[index]
        prediction.prompt = hostile
        for token in prediction.watched.indices {
          prediction.watched[token].token.text = parts.joined()
          prediction.watched[token].token.bytes = Array(parts.joined().utf8)
        }
        run[.training]!.snapshots[place].predictions[index] = prediction
      }
    }
    run[.shrinking]!.prompts = run[.shrinking]!.prompts.map { prompt in
      var prompt = prompt
      prompt.prompt = parts.joined()
      prompt.answers = prompt.answers.map { _ in hostile }
      return prompt
    }
    for name in [
      "prompt-steps", "choices", "choice-film", "postprocessing", "cleaning-diff", "same-prompts",
      "prediction-over-time",
    ] {
      let figure = try FigureCatalog.figure(name, run: run, language: language)
      let film = try #require(figure.film)
      let page = Film(film.frames)
      #expect(page.frames.count >= 1)
      let html = figure.markup().html()
      #expect(html.utf8.count < 1_200_000, "\(name): \(html.utf8.count)")
      #expect(!html.contains("</script>") && !html.contains("<img"), "\(name)")
      var texts = [html]
      for index in film.frames.indices {
        let lines = figure.terminal(width: 80, style: .plain, frame: index)
        #expect(lines.count < 400, "\(name) \(index): \(lines.count) lines")
        texts += lines.map(\.text)
      }
      for text in texts {
        #expect(
          !text.unicodeScalars.contains { [0, 0x1B, 0x202E, 0x2069].contains($0.value) }, "\(name)")
      }
    }
  }
}
