import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// A model of two layers whose second differs from the first in every number: figures name each layer
/// by its own number and show what it holds itself.
@Suite struct LayersTests {
  static let run: Run = {
    var run = UsageSample.run
    run[.architecture]!.layerCount = 2
    for place in run[.usage]!.answers.indices {
      var answer = run[.usage]!.answers[place]
      answer.layerGuesses.append(
        .init(
          layer: 2,
          candidates: [
            UsageSample.candidate(62, " deep", 2, 0.875, 0.875),
            UsageSample.candidate(61, " blue", 1, 0.0625, 0.0625),
          ]))
      answer.knockouts = SampleRun.knockouts(
        answer.choices.map(\.chosen), layers: 2, heads: 2, costliest: (1, 0))
      run[.usage]!.answers[place] = answer
      let start = "usage.\(answer.id).blocks."
      for name in run.tensors.names where name.hasPrefix(start + "0.") {
        let first = run.tensors[name]!
        // The heads of the second layer look as those of the first, the other way round.
        let half = first.values.count / 2
        let values =
          name.hasSuffix("hook_pattern")
          ? Array(first.values[half...] + first.values[..<half]) : first.values.map { 2 * $0 }
        run.tensors[start + "1." + name.dropFirst(start.count + 2)] = RecordedTensor(
          shape: first.shape, values: values)
      }
    }
    return run
  }()

  private func figure(_ name: String, _ language: Language = .english) throws -> Figure {
    try FigureCatalog.figure(name, run: Self.run, language: language)
  }

  /// The first column of the table, each name once.
  private func names(_ name: String, _ language: Language = .english) throws -> [String] {
    try figure(name, language).table.rows.reduce(into: []) { names, row in
      if names.last != row[0] { names.append(row[0]) }
    }
  }

  @Test(arguments: Language.allCases)
  func guessesStandAfterEachPart(language: Language) throws {
    var run = Self.run
    for place in run[.usage]!.answers.indices {
      run[.usage]!.answers[place].middleGuesses = [1, 2].map { layer in
        .init(
          layer: layer,
          candidates: [UsageSample.candidate(63, " red", 1, 0.125 * Double(layer), 0.5)])
      }
    }
    let figure = try FigureCatalog.figure("layer-guesses", run: run, language: language)
    let names =
      language == .english
      ? [
        "embedding only", "after attention of block 0", "after MLP of block 0",
        "after attention of block 1", "after MLP of block 1",
      ]
      : [
        "埋め込みだけ", "ブロック0の注意のあと", "ブロック0のMLPのあと", "ブロック1の注意のあと", "ブロック1のMLPのあと",
      ]
    #expect(figure.table.rows.map { $0[0] } == names)
    #expect(figure.table.rows.map { $0[2] }[1] == "12.5%")
    #expect(figure.table.rows.map { $0[2] }[3] == "25.0%")
    #expect(figure.description.contains(names[4]))
    guard case .bars(let bars) = figure.body else {
      Issue.record("no bars")
      return
    }
    #expect(bars.rows.map(\.label) == names)
  }

  @Test(arguments: Language.allCases)
  func headsOfEachLayerBearItsNumber(language: Language) throws {
    #expect(try names("heads", language) == ["L0H0", "L0H1", "L1H0", "L1H1"])
    guard case .heatMap(let map) = try figure("heads", language).body else {
      Issue.record("no map")
      return
    }
    #expect(map.panels.map(\.title) == ["L0H0", "L0H1", "L1H0", "L1H1"])
    #expect(map.panelsPerRow == 2)
    // As many rows as layers, each with its own patterns.
    for (panel, other) in [(0, 3), (1, 2)] {
      #expect(map.panels[panel].values[2] == map.panels[other].values[2])
      #expect(map.panels[panel].values[2] != map.panels[(panel + 1) % 2].values[2])
    }
  }

  @Test func partsAreNamedByTheirLayerAndShowItsNumbers() throws {
    let stream = try figure("residual-stream").table.rows
    #expect(
      stream.map { $0[0] } == [
        "embedding", "+ attention 0", "+ MLP 0", "+ attention 1", "+ MLP 1",
      ])
    #expect(stream.map { $0[1] } == ["5.00", "10.0", "13.0", "20.0", "26.0"])
    #expect(
      try names("residual-stream", .japanese) == ["埋め込み", "＋注意0", "＋MLP0", "＋注意1", "＋MLP1"])
    #expect(
      try names("knockouts") == [
        "nothing", "attention 0", "L0H0", "L0H1", "MLP 0", "attention 1", "L1H0", "L1H1", "MLP 1",
      ])
    #expect(
      try names("layer-guesses") == ["embedding only", "after block 0", "after block 1"])
    #expect(
      try names("layer-guesses", .japanese) == ["埋め込みだけ", "ブロック0のあと", "ブロック1のあと"])
  }

  @Test func theMapOfTheInsideHasABlockForEachLayer() throws {
    let rows = try figure("inside-map").table.rows
    #expect(
      rows.map { $0[0] } == [
        "Token and position embedding", "Attention 0", "MLP 0", "Attention 1", "MLP 1",
      ])
    #expect(rows.map { $0[2] } == ["5.00", "10.0", "13.0", "20.0", "26.0"])
    guard case .stream(let map) = try figure("inside-map").body else {
      Issue.record("no map")
      return
    }
    #expect(map.stations.count == 5)
  }

  /// The head without which the answer is least likely lies in the second layer here.
  @Test func theHeadThatIsFollowedIsOfItsOwnLayer() throws {
    for name in ["attention-pattern", "attention-scores", "query-key-value"] {
      #expect(try figure(name).description.hasPrefix("Layer 1, head 0"), "\(name)")
      #expect(try figure(name, .japanese).description.hasPrefix("ブロック1・ヘッド0"), "\(name)")
    }
    let pattern = try figure("attention-pattern").table.rows
    #expect(pattern[2] == ["?", "␣sea", "0.800"])
    #expect(try figure("query-key-value").table.rows[0][1] == "200.00  300.00")
    #expect(try figure("attention-scores").table.rows[1][1] == "20.00")
  }
}
