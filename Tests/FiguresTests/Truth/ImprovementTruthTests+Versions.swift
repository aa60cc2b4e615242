import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// Versions as they came about, and what is said where there are none.
extension ImprovementTruthTests {
  @Test func theVersionInUseIsMarked() throws {
    #expect(
      try cells("versions") == [
        "version 1 |  |  |  |  |  | 2.100 | as it was built | 11111111",
        "version 2 | 1 | facts that changed: 6 opinions, 2 agreed on | 4 | 2/2 | 1/1 | 2.125 | accepted | 22222222",
        "version 3 | 1 | facts that changed: 6 opinions, 2 agreed on | 4 | 2/2 | 0/1 | 4.500 | refused | 33333333",
        "version 4 | 2 | saying “I do not know”: 6 opinions, 2 agreed on | 4 | 1/1 | 3/3 | 2.138 | accepted, in use | 44444444",
      ])
    guard case .table(let chart) = try figure("versions").body else { throw NoPicture() }
    #expect(chart.marks == [nil, nil, .wrong, .notable])
    let frames = try #require(try figure("version-states").film).frames
    guard case .states(let map) = try #require(frames.last).chart else { throw NoPicture() }
    #expect(map.states.allSatisfy { !$0.isAhead })
    #expect(map.states.map(\.origin) == [nil, 0, 0, 1])
    #expect(map.states.map(\.role) == [.plain, .plain, .bad, .good])
    #expect(map.states.map(\.goesOn) == [true, true, false, true])
    #expect(map.states.map { $0.gate != nil } == [false, true, true, true])
    #expect(
      map.states.map(\.way) == [
        "as it was built",
        "learns changed facts from 2 corrections, earlier texts mixed in, 4 steps",
        "learns changed facts from 2 corrections, nothing else, 4 steps",
        "learns what nobody can know from 2 corrections, earlier texts mixed in, 4 steps",
      ])
  }

  /// At each frame the versions are what they were when the last of them had just come.
  @Test func versionsComeOneAfterTheOther() throws {
    let frames = try #require(try figure("version-states").film).frames
    #expect(
      frames.map { "\($0.title): \($0.sentence) \($0.check.value)" } == [
        "Version 1 arrives: Version 1 answers; no other one is there. 1",
        "Version 2 arrives: The gate accepts version 2, and from now on it answers instead of version 1. 7 / 7",
        "Version 3 arrives: The gate refuses version 3: it is kept, and version 2 goes on answering. 4 / 7",
        "Version 4 arrives: The gate accepts version 4, and from now on it answers instead of version 2. 8 / 8",
      ])
    let states = frames.compactMap { frame in
      if case .states(let map) = frame.chart { map.states } else { nil }
    }
    #expect(
      states.map { $0.map { $0.isAhead ? "–" : $0.note } } == [
        ["in use", "–", "–", "–"], ["was in use until version 2", "in use", "–", "–"],
        ["was in use until version 2", "in use", "kept, never in use", "–"],
        [
          "was in use until version 2", "was in use until version 4", "kept, never in use",
          "in use",
        ],
      ])
    #expect(states.map { $0.map(\.role).firstIndex(of: .good) } == [0, 1, 1, 3])
    let japanese = try #require(try figure("version-states", .japanese).film).frames
    #expect(
      japanese.map(\.sentence) == [
        "第1版が答えます。ほかの版は、まだありません。", "第2版は門を通り、第1版に代わって、ここから答えます。",
        "第3版は門を通れません。保存だけして、第2版が答え続けます。", "第4版は門を通り、第2版に代わって、ここから答えます。",
      ])
  }

  /// What a build learned afterwards stands at the end of its way; documents that only the filter dropped are told.
  @Test func theWayOfARunEndsInItsVersions() throws {
    var run = UsageSample.run
    guard case .nodes(let map) = try figure("pipeline", .english, run).body else {
      throw NoPicture()
    }
    #expect(
      map.rows.last?.map { "\($0.name) \($0.columns)" } == [
        "Made smaller 0...0", "Further versions 1...1", "Evaluation 2...2",
      ])
    #expect(map.rows.last?[1].facts == ["2 of 3 accepted"])
    let rules = run[.cleaning]!.rules + (run[.normalization]?.rules ?? [])
    let dropped = rules.reduce(0) { $0 + $1.documentsDropped }
    run[.cleaning]!.documentsBefore = run[.cleaning]!.documentsAfter + dropped + 3
    run[.filter]!.droppedCount = 1
    let table = try figure("pipeline", .english, run).table.rows
    #expect(table[2] == ["Unsuitable content", "1 sentence and 3 whole documents dropped"])
    #expect(
      try figure("pipeline", .japanese, run).table.rows[2] == [
        "不適切な内容の除去", "1文と3文書の全体を除いた",
      ])
    run[.collection] = nil
    #expect(throws: FigureError.self) { try figure("pipeline", .english, run) }
  }

  /// In a small run the gate may refuse everything: then the first version is followed, and the old one answers.
  @Test func whereAllAreRefusedTheFirstIsFollowed() throws {
    var run = UsageSample.run
    run[.improvement]!.versions.removeLast()
    run[.improvement]!.versions[1].verdict = .refused
    run[.improvement]!.versions[1].failed = [0]
    let shown = run.exhibits(for: .english)
    #expect(shown.acceptedVersion == nil && shown.toldVersion?.id == 2)
    #expect(shown.refusedVersion?.id == 3 && shown.improvement?.live.id == 1)
    for name in FigureCatalog.names where Self.rows.contains(where: { $0.name == name }) {
      for language in Language.allCases { _ = try figure(name, language, run) }
    }
    #expect(
      try figure("version-states", .english, run).table.rows.map { $0[4] } == [
        "in use", "kept, never in use", "kept, never in use",
      ])
    #expect(try figure("versions", .english, run).description.contains("In use is version 1."))
  }

  @Test func ofARunWithoutVersionsNothingIsDrawn() throws {
    for change in [
      { (run: inout Run) in run[.improvement] = nil },
      { (run: inout Run) in run[.improvement]!.versions.removeLast(3) },
    ] {
      var run = UsageSample.run
      change(&run)
      // Of no version nothing is looked at closely, either.
      run[.partings] = nil
      for row in Self.rows {
        #expect(throws: FigureError.self) { try self.figure(row.name, row.language, run) }
      }
    }
  }

  /// A model that learned hardly anything answers nothing, and nothing changes.
  @Test func silenceAndUnchangedAnswersAreSaidAsSuch() throws {
    var run = UsageSample.run
    run[.improvement]!.shown[0].before.text = ""
    guard case .film(let film) = try figure("before-after-tokens", .english, run).body
    else { throw NoPicture() }
    #expect(film.frames[0].sentence.hasPrefix("Before, “(nothing)” (wrong); version 2"))
    run[.improvement]!.shown = []
    for name in ["before-after", "before-after-tokens"] {
      #expect(
        throws: FigureError.notRecorded(
          name: name, reason: "in this run no answer became right or wrong by learning")
      ) { try self.figure(name, .english, run) }
    }
  }

  struct NoPicture: Error {}
}
