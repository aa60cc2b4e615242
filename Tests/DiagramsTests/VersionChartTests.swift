import Names
import Record
import SampleRuns
import Testing

@testable import Diagrams

/// Versions as states, against a record made by hand.
@Suite struct VersionChartTests {
  private static let run = SampleRun.make()

  @Test func versionsInEnglishAsMermaid() throws {
    #expect(
      try #require(VersionChart(Self.run, in: .english)).mermaid == """
        stateDiagram-v2
          accTitle: Versions of the model
          accDescr: Version 1 is the first, as it was built. Was in use until version 2. Version 2 comes from \
        version 1 and learns changed facts from 2 corrections, earlier texts mixed in, 4 steps. Accepted, all 7 \
        conditions are met. Was in use until version 4. Version 3 comes from version 1 and learns changed facts \
        from 2 corrections, nothing else, 4 steps. Refused, 3 of 7 conditions are not met. Kept, never in use. \
        Version 4 comes from version 2 and learns what nobody can know from 2 corrections, earlier texts mixed \
        in, 4 steps. Accepted, all 8 conditions are met. In use.
          state "Version 1" as v1
          v1 : was in use until version 2
          state g2 <<choice>>
          state "Version 2" as v2
          v2 : was in use until version 4
          state g3 <<choice>>
          state "Version 3" as v3
          v3 : kept, never in use
          state g4 <<choice>>
          state "Version 4" as v4
          v4 : in use
          [*] --> v1 : as it was built
          v1 --> g2 : learns changed facts from 2 corrections, earlier texts mixed in, 4 steps
          g2 --> v2 : accepted, all 7 conditions are met
          v1 --> g3 : learns changed facts from 2 corrections, nothing else, 4 steps
          g3 --> v3 : refused, 3 of 7 conditions are not met
          v2 --> g4 : learns what nobody can know from 2 corrections, earlier texts mixed in, 4 steps
          g4 --> v4 : accepted, all 8 conditions are met

        """)
  }

  @Test func versionsInJapaneseAsMermaid() throws {
    let lines = try #require(VersionChart(Self.run, in: .japanese)).mermaid.split(separator: "\n")
    #expect(lines[1] == "  accTitle: モデルの版の移り変わり")
    #expect(
      lines[2].hasPrefix("  accDescr: 第1版が始まりです。最初に作られたまま、第2版に代わるまで使われた。第2版は第1版から生まれました。"))
    #expect(
      lines.suffix(4) == [
        "  v1 --> g3 : 変わった事実を2件の訂正から学習（ほかには何も読まない、4ステップ）",
        "  g3 --> v3 : 不合格（7個の条件のうち3個を満たさない）",
        "  v2 --> g4 : 知りようのないことを2件の訂正から学習（前の文章も混ぜる、4ステップ）",
        "  g4 --> v4 : 合格（8個の条件をすべて満たす）",
      ])
  }

  /// A colon would begin a label, a semicolon end a line.
  @Test(arguments: Language.allCases)
  func noLabelEndsBeforeItsEnd(language: Language) throws {
    for state in try #require(VersionChart(Self.run, in: language)).states {
      for text in [state.name, state.note, state.way, state.gate ?? ""] {
        #expect(!text.contains { ":;#\"\n".contains($0) }, "\(text)")
      }
    }
  }

  @Test func whoIsInUseFollowsFromTheVerdicts() throws {
    var run = Self.run
    run[.improvement]!.versions[3].verdict = .refused
    let chart = try #require(VersionChart(run, in: .english))
    #expect(chart.states.map(\.isLive) == [false, true, false, false])
    #expect(
      chart.states.map(\.note) == [
        "was in use until version 2", "in use", "kept, never in use", "kept, never in use",
      ])
    #expect(chart.states.map(\.origin) == [nil, 1, 1, 2])
  }

  /// Of the versions so far the last that passed the gate is in use, whatever comes later.
  @Test func atEachTimeOneVersionIsInUse() throws {
    let notes = try (1...4).map { count in
      try #require(VersionChart(Self.run, in: .english, upTo: count)).states.map(\.note)
    }
    #expect(
      notes == [
        ["in use"], ["was in use until version 2", "in use"],
        ["was in use until version 2", "in use", "kept, never in use"],
        [
          "was in use until version 2", "was in use until version 4", "kept, never in use",
          "in use",
        ],
      ])
  }

  @Test func withoutVersionsThereIsNoChart() {
    var run = Self.run
    run[.improvement]!.versions.removeLast(3)
    #expect(VersionChart(run, in: .english) == nil)
    run[.improvement] = nil
    #expect(VersionChart(run, in: .japanese) == nil)
  }
}
