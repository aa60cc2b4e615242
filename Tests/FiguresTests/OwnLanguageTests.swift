import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// Where a run has an example in each language, readers see the one in theirs.
@Suite struct OwnLanguageTests {
  private static let run: Run = {
    var run = Fixture.run
    var inference = run[.inference]!
    inference.language = .english
    var japanese = InferenceRecord(
      prompt: "海は", tokens: [SampleRun.piece(7, "海"), SampleRun.piece(8, "は")],
      comparisons: [
        .init(token: SampleRun.piece(9, "広い"), training: 3.25, inference: 3.5)
      ], largestDifference: 0.25, cacheBytesPerPosition: 512)
    japanese.language = .japanese
    inference.elsewhere = [japanese]
    run[.inference] = inference
    var training = run[.training]!
    training.attentionLanguage = .english
    training.attentionElsewhere = [.init(language: .japanese, tokens: japanese.tokens)]
    for (place, snapshot) in training.snapshots.enumerated() {
      run.tensors["training.\(snapshot.step).attention.ja"] = RecordedTensor(
        shape: [8, 2, 2],
        values: [Float](repeating: 0.5, count: 28) + [
          1, 0, 0.5 - Float(place) / 64, 0.5 + Float(place) / 64,
        ])
    }
    run[.training] = training
    return run
  }()

  private func drawn(_ name: String, _ language: Language) throws -> Figure {
    try FigureCatalog.figure(name, run: Self.run, language: language)
  }

  @Test func bothProgramsAreComparedOnAPromptOfTheReader() throws {
    let english = try drawn("same-numbers", .english)
    #expect(english.description.contains("“Where does Mika work?”"))
    #expect(english.table.rows.map { $0[1] } == ["9.81234", "2.10007"])
    let japanese = try drawn("same-numbers", .japanese)
    #expect(japanese.description.contains("「海は」") && japanese.description.contains("0.25"))
    #expect(japanese.table.rows == [["広い", "3.25000", "3.50000", "0.25"]])
  }

  @Test func attentionGrowsOnASentenceOfTheReader() throws {
    let english = try drawn("attention-over-time", .english)
    #expect(english.table.rows.allSatisfy { $0[1] != "海" })
    let japanese = try drawn("attention-over-time", .japanese)
    #expect(japanese.description.contains("「海は」"))
    #expect(japanese.description.contains("ブロック1・ヘッド3"))
    #expect(Set(japanese.table.rows.map { $0[1] }) == ["海", "は"])
    let last = Float(Self.run[.training]!.snapshots.count - 1)
    #expect(japanese.table.rows.last?[3] == Numbers.fixed(Double(0.5 + last / 64), 3))
  }

  @Test func theRulerSaysWhatNGramsHaveRead() throws {
    func description(_ counted: Int?, _ language: Language) throws -> String {
      var run = Self.run
      run[.evaluation]!.countedTokens = counted
      return try FigureCatalog.figure("one-ruler", run: run, language: language).description
    }
    let all = Numbers.count(
      Self.run[.dataset]!.parts.first { $0.name == .training }!.tokens)
    #expect(
      try description(1234, .english).contains("have read 1,234 of the \(all) training tokens"))
    #expect(try description(1234, .japanese).contains("\(all)トークンのうち1,234トークン"))
    for language in Language.allCases {
      #expect(try description(nil, language).contains("1,234") == false)
    }
  }
}
