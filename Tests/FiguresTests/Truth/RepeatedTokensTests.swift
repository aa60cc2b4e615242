import Names
import Record
import Testing

@testable import Figures

/// A token that stands at several places of a prompt, in everything that names tokens by their words.
@Suite struct RepeatedTokensTests {
  /// The second and the third token are the same.
  private static var run: Run {
    var run = UsageSample.run
    for place in run[.usage]!.answers.indices {
      run[.usage]!.answers[place].tokens[2] = run[.usage]!.answers[place].tokens[1]
    }
    return run
  }

  @Test func itsPlaceStandsBelowIt() throws {
    let table = try FigureCatalog.figure("value-mix", run: Self.run, language: .english).table
    #expect(Set(table.rows.map { $0[0] }).isSuperset(of: ["<|en|>", "␣sea₁", "␣sea₂"]))
    let before = try FigureCatalog.figure("value-mix", run: UsageSample.run, language: .english)
      .table
    #expect(before.rows.contains { $0[0] == "␣sea" })
  }

  @Test(arguments: [(Language.english, "Small digits"), (.japanese, "小さな数字")])
  func theFirstFrameOfTheStageSaysSo(language: Language, words: String) throws {
    func sentence(_ run: Run) throws -> String? {
      try FigureCatalog.figure("stage", run: run, language: language).film?.frames.first?.sentence
    }
    #expect(try #require(try sentence(Self.run)).contains(words))
    #expect(!(try #require(try sentence(UsageSample.run)).contains(words)))
  }
}
