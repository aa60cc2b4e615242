import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the drawings of one prompt's way hold: values in their place, labels, roles and marks.
@Suite struct UsagePictureTests {
  func map(_ name: String, _ language: Language = .english) throws -> HeatMap {
    var body = try UsageTruthTests.figure(name, language).body
    // The last frame is what the others lead to.
    if case .film(let film) = body, let last = film.frames.last { body = last.chart }
    guard case .heatMap(let map) = body else { throw NoSuchPicture() }
    return map
  }

  func bars(_ name: String, _ language: Language = .english) throws -> BarChart {
    guard case .bars(let chart) = try UsageTruthTests.figure(name, language).body else {
      throw NoSuchPicture()
    }
    return chart
  }

  func film(_ name: String, _ language: Language = .english) throws -> [Film.Frame] {
    guard case .film(let film) = try UsageTruthTests.figure(name, language).body else {
      throw NoSuchPicture()
    }
    return film.frames
  }

  func passages(
    _ name: String, _ language: Language = .english
  ) throws -> [RunningText.Passage] {
    switch try UsageTruthTests.figure(name, language).body {
    case .text(let text): return text.passages
    case .film(let film):
      return try film.frames.flatMap { frame in
        guard case .text(let text) = frame.chart else { throw NoSuchPicture() }
        return text.passages
      }
    default: throw NoSuchPicture()
    }
  }

  struct NoSuchPicture: Error {}

  /// A matrix with `–` for what is masked.
  func written(_ rows: [[Float]]) -> [String] {
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

  @Test func thePatternIsLedToFromItsScores() throws {
    let frames = try film("attention-pattern")
    let maps = try frames.map { frame in
      guard case .heatMap(let map) = frame.chart else { throw NoSuchPicture() }
      return map
    }
    #expect(
      written(maps[0].panels[0].values) == written(try map("attention-scores").panels[0].values))
    // e^(110 − 111), e^(120 − 122) and e^(121 − 122).
    let powers = maps[1].panels[0].values
    #expect(powers[0][0] == 1 && powers[0][1].isNaN && powers[1][1] == 1)
    #expect((powers[1][0] - 0.367879).magnitude < 1e-5)
    #expect((powers[2][0] - 0.135335).magnitude < 1e-5 && powers[2][2] == 1)
    #expect(maps.map(\.palette) == [.divergingComputed, .sequential, .sequential])
    // The greatest score of the last row, in all three.
    #expect(maps.allSatisfy { $0.pointed == [HeatMap.Cell(2, 2)] && $0.rowLabels.count == 3 })
    #expect(
      frames.map(\.check) == [
        Film.Check("122.000", "from “?” to “?”"),
        Film.Check("e^(121.000 − 122.000) ≈ 0.368", "“␣sea”, the second of the last row"),
        // 1 + e^−1 + e^−2; the pattern of this sample was not made from its scores.
        Film.Check("1 ÷ 1.5032 ≈ 0.050", "from “?” to “?”"),
      ])
    #expect(try film("attention-pattern", .japanese)[1].check.name.hasPrefix("最後の行で2番目の「"))
  }

  @Test func scoresAreThoseOfTheSharpestHeadWithTheFutureMasked() throws {
    let map = try map("attention-scores")
    #expect(
      written(map.panels[0].values) == ["100.0 – –", "110.0 111.0 –", "120.0 121.0 122.0"])
    #expect(map.rowAxis == "looking from (query)" && map.columnAxis == "looking at (key)")
    #expect(map.palette == .divergingComputed)
  }

  @Test func aTitleOfTheFilmCutsNoToken() {
    #expect(ChoiceFilm.end(of: ["lay", " a", " red"]) == "lay␣a␣red")
    #expect(
      ChoiceFilm.end(of: ["lay", " a", " red", " kite", " found"]) == "…␣a␣red␣kite␣found")
    #expect(ChoiceFilm.end(of: [String(repeating: "x", count: 30)]).count == 19)
    #expect(ChoiceFilm.end(of: []) == "")
  }

  @Test func theTableOfTheHeadsSaysWhichPositionsAreLeftOut() {
    #expect(Heads.english.columns(true)[1] == "#Mean of the greatest weight, from position 2 on")
    #expect(Heads.japanese.columns(true)[1] == "#最大の重みの平均（位置2から）")
    #expect(Heads.english.columns(false)[1] == "#Mean of the greatest weight")
    let pattern: [[Float]] = [
      [1, .nan, .nan, .nan], [0.1, 0.9, .nan, .nan], [0.5, 0.2, 0.3, .nan], [0, 0, 0, 1],
    ]
    #expect(Exhibits.judgedRows(pattern).count == 2 && Exhibits.sharpness(pattern) == 0.75)
    #expect(Exhibits.judgedRows(Array(pattern[..<3])).count == 3)
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
    #expect(neurons.rows.map(\.label) == ["neuron 1", "neuron 3"])
    #expect(neurons.rows.map { Float($0.values[0]) } == [0.9, 0.6])
    #expect(neurons.rows.map(\.text) == ["0.90 → ␣sea, ␣red", "0.60 → ␣deep"])
    let logits = try bars("logits")
    #expect(logits.rows.map(\.label) == ["␣deep", "␣blue", "␣red"])
    #expect(logits.rows.map(\.values) == [[4.75], [3.5], [1]])
    #expect(logits.axis.label == "logit")
    let guesses = try bars("layer-guesses")
    // Below each first guess stands the token that is followed, unless it is that itself.
    #expect(guesses.rows.map(\.values) == [[0.4], [0.0125], [0.62], [0.25]])
    #expect(
      guesses.rows.map(\.text) == [
        "? 40.0%", "“␣deep”: rank 9, 1.3%", "␣blue 62.0% ✓", "“␣deep”: rank 2, 25.0%",
      ])
    #expect(guesses.rows.map(\.mark) == [nil, .cut, nil, .cut])
    #expect(guesses.rows.map(\.label)[1] == "" && guesses.rows.map(\.label)[3] == "")
  }

  @Test func aNormalizationShowsItsStepsFromTheRowToTheResult() throws {
    let map = try map("layer-normalization")
    #expect(map.rowLabels == ["before", "scaled", "gain", "bias", "after"])
    #expect(
      map.panels[0].values.map { Array($0.prefix(2)) }
        == [[3, 4], [0.5, 0.9], [0.8, 0.6], [0.1, -0.2], [0.5, 0.375]])
    let last = try self.map("last-normalization")
    #expect(last.panels[0].values[0] == [5, 12, 0, 0])
    #expect(last.panels[0].values[4] == [41, 42, 43, 44])
  }

  @Test func eachValueStandsBesideItsWeightAndTheSumBelow() throws {
    let map = try map("value-mix")
    #expect(map.rowLabels == ["0.15 × <|en|>", "0.80 × ␣sea", "0.05 × ?", "sum z"])
    #expect(map.panels[0].values == [[310, 360], [311, 361], [312, 362], [310.9, 360.9]])
  }

  @Test func ofManyTokensTheRestIsOneWeightedRow() throws {
    var run = UsageSample.run
    let place = run[.usage]!.answers.firstIndex { $0.language == .english }!
    // Eight positions of which two look alike; the value of position p is (p, 10 p).
    run[.usage]!.answers[place].followed!.read = (0..<5).map { SampleRun.piece(90 + $0, "r\($0)") }
    let weights: [Float] = [0.3, 0.02, 0.2, 0.1, 0.1, 0.03, 0.15, 0.1]
    let store = "usage.q.en.blocks.0.attn.hook_"
    let flat: [Float] = (0..<8).flatMap { (position: Int) -> [Float] in
      [-1, -1, Float(position), Float(10 * position)]
    }
    run.tensors[store + "v"] = RecordedTensor(shape: [8, 2, 2], values: flat)
    run.tensors[store + "z"] = RecordedTensor(
      shape: [8, 2, 2], values: [Float](repeating: 0, count: 28) + [5, 5, 3.27, 32.7])
    let matrix: [Float] = (0..<2).flatMap { (_: Int) -> [Float] in
      [Float](repeating: 0, count: 56) + weights
    }
    run.tensors[store + "pattern"] = RecordedTensor(shape: [2, 8, 8], values: matrix)
    run.tensors[store + "attn_scores"] = RecordedTensor(shape: [2, 8, 8], values: matrix)
    let figure = try FigureCatalog.figure("value-mix", run: run, language: .english)
    guard case .heatMap(let map) = figure.body else { throw NoSuchPicture() }
    #expect(
      map.rowLabels == [
        "0.30 × <|en|>", "0.20 × ?", "0.10 × r0", "0.10 × r1", "0.15 × r3", "0.10 × r4", "2 others",
        "sum z",
      ])
    // 0.02·1 + 0.03·5
    #expect(map.panels[0].values[6].map { ($0 * 1000).rounded() } == [170, 1700])
    #expect(figure.description.contains("what 2 other tokens bring together, already weighted"))
    #expect(figure.description.contains("+ 0.100 × 7.000 + 0.170 ≈ 3.270"))
    #expect(figure.table.rows[6] == ["2 others", "0.050", "", "0.170"])
  }

  @Test func theHeadsAreJoinedAndThenAddedUp() throws {
    let steps = try film("attention-output")
    guard case .heatMap(let joined) = steps[0].chart, case .heatMap(let out) = steps[1].chart else {
      throw NoSuchPicture()
    }
    #expect(joined.panels[0].values == [[300.7, 350.7], [310.9, 360.9]])
    #expect(joined.rowLabels == ["head 0", "head 1"])
    #expect(out.rowLabels == ["head 0", "head 1", "bias", "sum"])
    #expect(
      out.panels[0].values
        == [[20, 0, 0, 0], [0.5, 0, 0, 0], [0.5, 0.25, 0, 1], [21, 22, 23, 24]])
  }

  @Test func anAdditionThatShortensIsSaidToShorten() throws {
    var run = UsageSample.run
    let name = "usage.q.en.blocks.0.hook_resid_post"
    run.tensors[name]!.values.replaceSubrange(8..<12, with: [3, 4, 0, 0])
    let map = try map("two-additions")
    #expect(map.rowLabels == ["arrives", "+ attention", "= between", "+ MLP", "= after"])
    #expect(map.panels[0].values.map { $0[0] } == [3, 21, 6, 31, 5])
    let figure = try FigureCatalog.figure("two-additions", run: run, language: .english)
    #expect(
      figure.description.contains(
        "makes it longer: 10.0. The MLP's, 65.0 long, makes it shorter: 5.00."))
    for place in [0, 1] {
      let shortened = "usage.\(["q.en", "q.ja"][place]).blocks.0.hook_resid_mid"
      run.tensors[shortened]!.values.replaceSubrange(8..<12, with: [1, 0, 0, 0])
    }
    let japanese = try FigureCatalog.figure("two-additions", run: run, language: .japanese)
    #expect(japanese.description.contains("を足すと、短くなって1.00。"))
  }

  /// What of the answer was read stands with the prompt: the same figures with the same labels.
  @Test(arguments: [
    "embedding-rows", "layer-normalization", "query-key-value", "attention-scores",
    "attention-pattern", "value-mix", "attention-output", "heads", "two-additions", "mlp",
    "residual-stream", "layer-guesses", "last-normalization", "logits", "inside-map",
  ])
  func tokensOfTheAnswerThatWereReadHavePositionsToo(name: String) throws {
    var run = UsageSample.run
    for place in run[.usage]!.answers.indices {
      let last = run[.usage]!.answers[place].tokens.removeLast()
      run[.usage]!.answers[place].followed!.read = [last]
    }
    let figure = try FigureCatalog.figure(name, run: run, language: .english)
    let whole = try UsageTruthTests.figure(name, .english)
    #expect(figure.description == whole.description && figure.table == whole.table)
    #expect(
      figure.terminal(width: 100, style: .plain).map(\.text)
        == whole.terminal(width: 100, style: .plain).map(\.text))
  }

  @Test func whereNoPushWasRecordedNeuronsStandByTheirValues() throws {
    var run = UsageSample.run
    for place in run[.usage]!.answers.indices { run[.usage]!.answers[place].followed = nil }
    let figure = try FigureCatalog.figure("mlp", run: run, language: .english)
    #expect(
      figure.table.rows == [
        ["neuron 1", "0.900"], ["neuron 3", "0.600"], ["neuron 4", "0.400"], ["neuron 0", "0.200"],
        ["neuron 2", "−0.100"],
      ])
    #expect(figure.description.hasSuffix("2 have a value above 0.5. The strongest are shown."))
  }

  @Test func sentencesNameTokensWhole() throws {
    var run = UsageSample.run
    let place = run[.usage]!.answers.firstIndex { $0.language == .english }!
    run[.usage]!.answers[place].tokens[1] = SampleRun.piece(41, " sea of many colours")
    for name in ["attention-pattern", "value-mix"] {
      let figure = try FigureCatalog.figure(name, run: run, language: .english)
      #expect(figure.description.contains("“␣sea␣of␣many␣colours”"), "\(figure.description)")
    }
  }

  @Test func anOutputTableOfItsOwnIsLearnedAndCounted() throws {
    var run = Truth.run
    run[.architecture]!.tensors.append(
      SampleRun.tensor("lm_head.weight", [11, 6], .embedding, nil))
    let lines = Shown.lines(
      try FigureCatalog.figure("model-map", run: run, language: .english).body)
    #expect(lines.contains("  Unembedding learned: weight 11 × 6 = 66"))
  }

  @Test func theMapOfTheInsideFollowsThePathToTheLikeliestToken() throws {
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
        "  Likeliest: “␣deep” plain: logit 4.75, probability 55.0%",
      ])
  }
}
