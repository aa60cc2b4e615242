import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the drawings of one prompt's way hold: values in their place, labels, roles and marks.
@Suite struct UsagePictureTests {
  private func map(_ name: String, _ language: Language = .english) throws -> HeatMap {
    let body = try UsageTruthTests.figure(name, language).body
    guard case .heatMap(let map) = body else { throw NoSuchPicture() }
    return map
  }

  private func bars(_ name: String, _ language: Language = .english) throws -> BarChart {
    guard case .bars(let chart) = try UsageTruthTests.figure(name, language).body else {
      throw NoSuchPicture()
    }
    return chart
  }

  private func film(_ name: String, _ language: Language = .english) throws -> [Film.Step] {
    guard case .film(let film) = try UsageTruthTests.figure(name, language).body else {
      throw NoSuchPicture()
    }
    return film.steps
  }

  private func passages(
    _ name: String, _ language: Language = .english
  ) throws -> [RunningText.Passage] {
    guard case .text(let text) = try UsageTruthTests.figure(name, language).body else {
      throw NoSuchPicture()
    }
    return text.passages
  }

  struct NoSuchPicture: Error {}

  /// A matrix with `–` for what is masked.
  private func written(_ rows: [[Float]]) -> [String] {
    rows.map { $0.map { $0.isNaN ? "–" : "\($0)" }.joined(separator: " ") }
  }

  @Test func aRowOfThePatternIsAQueryAndLaterKeysAreMasked() throws {
    let map = try map("attention-pattern")
    #expect(written(map.panels[0].values) == ["1.0 – –", "0.25 0.75 –", "0.15 0.8 0.05"])
    #expect(map.rowLabels == ["<|en|>", "␣sea", "?"])
    #expect(map.columnLabels == map.rowLabels)
    #expect(map.rowAxis == "looking from (query)" && map.columnAxis == "looking at (key)")
    #expect(map.palette == .sequential)
    let japanese = try self.map("attention-pattern", .japanese)
    #expect(written(japanese.panels[0].values)[2] == "0.9 0.06 0.04")
    #expect(japanese.rowAxis.contains("クエリ") && japanese.columnAxis.contains("キー"))
  }

  @Test func scoresAreThoseOfTheSharpestHeadWithTheFutureMasked() throws {
    let map = try map("attention-scores")
    #expect(
      written(map.panels[0].values) == ["100.0 – –", "110.0 111.0 –", "120.0 121.0 122.0"])
    #expect(map.rowAxis == "looking from (query)" && map.columnAxis == "looking at (key)")
    #expect(map.palette == .divergingComputed)
  }

  @Test func allHeadsStandInTheOrderOfTheLayers() throws {
    let map = try map("heads")
    #expect(map.panels.map(\.title) == ["L0H0", "L0H1"])
    #expect(written(map.panels[0].values)[2] == "0.5 0.3 0.2")
    #expect(written(map.panels[1].values)[2] == "0.15 0.8 0.05")
    #expect(map.panelsPerRow == 2)
  }

  @Test func queriesKeysAndValuesAreTheHeadsOwnVectors() throws {
    let map = try map("query-key-value")
    #expect(map.panels.map(\.title) == ["q: query", "k: key", "v: value"])
    #expect(
      map.panels.map(\.values) == [
        [[110, 160], [111, 161], [112, 162]], [[210, 260], [211, 261], [212, 262]],
        [[310, 360], [311, 361], [312, 362]],
      ])
    #expect(map.rowLabels == ["<|en|>", "␣sea", "?"])
  }

  @Test func theSumOfBothEmbeddingsStandsBesideThem() throws {
    let map = try map("embedding-rows")
    #expect(
      map.panels.map(\.title) == [
        "token embedding", "position embedding", "their sum enters the first block",
      ])
    #expect(map.panels[0].values[1] == [0.5, 0.6, 0.7, 0.8])
    #expect(map.panels[1].values[1] == [50, 60, 70, 80])
    #expect(map.panels[2].values[1] == [50.5, 60.6, 70.7, 80.8])
  }

  @Test func theStreamIsThatOfTheLastPositionAfterEachPart() throws {
    let map = try map("residual-stream")
    #expect(map.rowLabels == ["embedding", "+ attention 0", "+ MLP 0"])
    #expect(map.panels[0].values == [[3, 4, 0, 0], [6, 8, 0, 0], [5, 12, 0, 0]])
  }

  @Test func barsAreAsLongAsTheirNumbers() throws {
    let neurons = try bars("mlp")
    #expect(neurons.rows.map(\.label).prefix(2) == ["neuron 1", "neuron 3"])
    #expect(neurons.rows.map { Float($0.values[0]) } == [0.9, 0.6, 0.4, 0.2, -0.1])
    #expect(neurons.rows.map(\.text) == ["0.90", "0.60", "0.40", "0.20", "−0.10"])
    let logits = try bars("logits")
    #expect(logits.rows.map(\.label) == ["␣blue", "␣deep", "␣red"])
    #expect(logits.rows.map(\.values) == [[3.25], [2.5], [1]])
    #expect(logits.axis.label == "logit")
    let guesses = try bars("layer-guesses")
    #expect(guesses.rows.map(\.values) == [[0.4], [0.62]])
    #expect(guesses.rows.map(\.text) == ["? 40.0%", "␣blue 62.0% ✓"])
  }

  @Test func theChosenAndTheCutAreMarked() throws {
    let steps = try film("choices")
    guard case .bars(let candidates) = steps[0].chart, case .bars(let line) = steps[1].chart else {
      throw NoSuchPicture()
    }
    #expect(candidates.rows.map(\.label) == [".", "!", "…"])
    #expect(candidates.rows.map(\.values) == [[0.6], [0.2], [0.11]])
    #expect(candidates.rows.map(\.mark) == [nil, .chosen, .cut])
    #expect(candidates.cutAfter == 1)
    #expect(line.rows[0].values == [0.75, 0.25])
    #expect(line.series == [".", "!"])
    #expect(line.references.map(\.value) == [0.815])
    // The greedy answer has no draw.
    #expect(try film("choices", .japanese).count == 1)
  }

  @Test func theFilmGoesFromTokenToToken() throws {
    let steps = try film("choice-film")
    #expect(steps.map(\.title) == ["Choice 1", "Choice 2, after “␣deep”"])
    #expect(
      steps.map(\.caption) == [
        "entropy 0.90 nats; drawn at 0.714", "entropy 1.10 nats; drawn at 0.815",
      ])
    guard case .bars(let first) = steps[0].chart else { throw NoSuchPicture() }
    #expect(first.rows.map(\.mark) == [nil, .chosen, .cut])
    #expect(first.rows.map(\.text) == ["50.0%", "30.0%", "7.0%"])
  }

  @Test func thePromptIsSeenFromItsArrivalToItsRoles() throws {
    let steps = try passages("prompt-steps")
    #expect(steps[0].label == "As it arrived")
    #expect(steps[0].runs == [TextRun("Ｗhere is the sea?")])
    #expect(
      steps[1].runs == [
        TextRun("Ｗ", .deleted), TextRun("W", .inserted), TextRun("here is the sea?"),
      ])
    #expect(steps[2].runs == [TextRun("English", .strong)])
    #expect(steps[2].note == "English 0.900, Japanese 0.100")
    #expect(
      steps[3].runs == [
        TextRun("<|en|><|question|>", .inserted), TextRun("Where is the sea?"),
        TextRun("<|answer|>", .inserted),
      ])
    let japanese = try passages("prompt-steps", .japanese)
    #expect(japanese[2].runs == [TextRun("日本語", .strong)])
    // However short it is, the prompt itself is not replaced.
    #expect(
      japanese[3].runs == [
        TextRun("<|ja|><|question|>", .inserted), TextRun("海はどこですか?"),
        TextRun("<|answer|>", .inserted),
      ])
  }

  @Test func tokensStandWithTheirIDsAndSpecialOnesAreMarked() throws {
    guard case .tokens(let strip) = try UsageTruthTests.figure("prompt-tokens", .english).body
    else { throw NoSuchPicture() }
    #expect(
      strip.rows[0].items == [
        .token(.init(text: "<|en|>", id: 1, isSpecial: true)), .token(.init(text: "␣sea", id: 41)),
        .token(.init(text: "?", id: 42)),
      ])
  }

  @Test func whatPostprocessingTookAwayIsStruckThrough() throws {
    let texts = try passages("postprocessing")
    #expect(
      texts[0].runs == [
        TextRun(" ", .deleted), TextRun("Deep!"), TextRun("\u{FFFD} ", .deleted),
      ])
    #expect(texts[0].note == "broken characters, white space")
    #expect(texts[1].runs == [TextRun("Deep!")])
  }

  @Test func anOutputTableOfItsOwnIsLearnedAndCounted() throws {
    var run = Truth.run
    run[.architecture]!.tensors.append(
      SampleRun.tensor("lm_head.weight", [11, 6], .embedding, nil))
    let lines = Shown.lines(
      try FigureCatalog.figure("model-map", run: run, language: .english).body)
    #expect(lines.contains("  Unembedding learned: weight 11 × 6 = 66"))
  }

  @Test func theMapOfTheInsideFollowsThePathToTheChosenToken() throws {
    let lines = Shown.lines(try UsageTruthTests.figure("inside-map", .english).body)
    #expect(
      lines == [
        "sum", "  Token embedding computed: a vector of length 2.11", "  and",
        "  Position embedding computed: a vector of length 183",
        "reading length 5.00; read here, it says “?” (40.0%)", "stretch Block 0: ", "  branch",
        "    Attention 0 computed: adds a vector of length 45.1", "  reading length 10.0",
        "  branch", "    MLP 0 computed: adds a vector of length 65.0",
        "  reading length 13.0; read here, it says “␣blue” (62.0%)", "through",
        "  Last layer normalization computed: length 85.0", "  Logits computed: ",
        "  Chosen: “␣deep” plain: logit 2.50, probability 30.0%",
      ])
  }

  /// Activations of an answer may follow those of its prompt.
  @Test func theMapOfTheInsideEndsAtTheEndOfThePrompt() throws {
    var run = UsageSample.run
    let name = "usage.\(UsageSample.english.id).blocks.0.hook_resid_post"
    let tensor = try #require(run.tensors[name])
    run.tensors[name] = RecordedTensor(
      shape: [tensor.shape[0] + 1, 4], values: tensor.values + [100, 100, 100, 100])
    let figure = try FigureCatalog.figure("inside-map", run: run, language: .english)
    #expect(figure.table.rows[2][2] == "13.0")
  }

  @Test func theFormsOfAnAnswerAreThoseThatProgramsGet() throws {
    let forms = try passages("answer-forms")
    #expect(forms.map { $0.runs.count } == [1, 1, 1])
    #expect(forms[0].runs[0].text == "Deep!")
    let json = forms[1].runs[0].text
    let whole = try AnswerForms.json(UsageSample.english)
    // The outline keeps the lines of the whole object and leaves out what its lists hold.
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(whole.utf8)) as? [String: Any])
    #expect(object["text"] as? String == "Deep!" && object["language"] as? String == "en")
    for (key, value) in object {
      let line = try #require(
        json.split(separator: "\n").first { $0.hasPrefix("  \"\(key)\" : ") }, "\(key)")
      if value is [Any] {
        #expect(line.contains(" : [ … ]"), "\(line)")
      } else {
        #expect(whole.contains(line), "\(line)")
      }
    }
    #expect(json.split(separator: "\n").count == object.count + 2)
    #expect(
      object.keys.sorted() == [
        "choices", "hasActivations", "id", "isRight", "kind", "language", "languageScores",
        "layerGuesses", "postprocessing", "preprocessing", "prompt", "rawText", "seed",
        "temperature", "text", "tokens", "topK", "topP",
      ])
    #expect(
      forms[2].runs[0].text == """
        prompt   Ｗhere is the sea?
        language English  (English  90.0 %, Japanese  10.0 %)
        tokens   <|en|>·1  ␣sea·41  ?·42

          ␣deep   30.0 %   not: ␣blue  50.0 %, ␣red   7.0 %
          !       20.0 %   not: .  60.0 %, …  11.0 %

        answer   Deep!
        """)
    // Who asks in Japanese reads a report in Japanese.
    #expect(
      AnswerForms.report(UsageSample.japanese).joined(separator: "\n") == """
        入力     海はどこですか？
        言語     日本語  （英語  20.0 %、日本語  80.0 %）
        トークン <|ja|>·2  海·51  ？·52

          南   85.0 %   ほかの候補：北  13.0 %

        答え     南。
        """)
  }
}
