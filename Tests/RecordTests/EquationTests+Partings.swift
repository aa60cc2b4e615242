import Names
import Record
import SampleRuns
import Testing

/// Faults in what is said of a prompt to two versions.
extension Damage {
  /// A fault in the first parting.
  private static func parting(
    _ equation: String, _ change: @escaping @Sendable (inout PartingRecord.Parting) -> Void
  ) -> Damage {
    Damage(equation, .partings) { change(&$0.partings[0]) }
  }

  static let partings: [Damage] = [
    parting("partings-are-of-a-version-and-its-parent") { $0.old += 1 },
    parting("partings-are-of-a-version-and-its-parent") { $0.prompt += "?" },
    parting("partings-are-of-a-version-and-its-parent") { $0.language = $0.language.other },
    parting("partings-are-of-a-version-and-its-parent") { $0.after.text = "Nowhere." },
    parting("partings-are-of-a-version-and-its-parent") { $0.before.tokens[0].probability /= 2 },
    Damage("partings-are-of-a-version-and-its-parent", .partings) {
      $0.partings[1].id = $0.partings[0].id
    },
    parting("answers-part-at-the-first-difference") { $0.shared += 1 },
    parting("answers-part-at-the-first-difference") { $0.shared = 1_000 },
    parting("answers-part-at-the-first-difference") { $0.rivals.append($0.tokens[0]) },
    parting("answers-part-at-the-first-difference") { $0.rivals[0] = $0.tokens[0] },
    parting("answers-part-at-the-first-difference") { parting in
      // As if nothing had been different, with the end as what changed most.
      parting.after = parting.before
      parting.after.tokens[0].probability = 0
      parting.shared = parting.before.tokens.count - 1
      parting.rivals = [parting.before.tokens.last!.token]
      parting.tokens += parting.before.tokens.dropLast().map(\.token)
    },
    parting("rivals-are-as-likely-as-in-the-answers") { $0.whole.old[0] += 0.01 },
    parting("rivals-are-as-likely-as-in-the-answers") {
      $0.whole.new[$0.whole.new.count - 1] -= 0.01
    },
    parting("a-parting-needs-every-part-once") { $0.removals.swapAt(1, 2) },
    parting("a-parting-needs-every-part-once") { $0.removals.removeLast() },
    parting("a-parting-needs-every-part-once") { $0.removals[0].guess.old.append(0) },
    parting("a-parting-needs-every-part-once") { $0.removals[1].guess.new[0] = 1.5 },
    parting("a-head-moved-as-its-patterns-differ") { $0.heads[1].distance += 1e-6 },
    parting("a-head-moved-as-its-patterns-differ") { $0.heads.swapAt(0, 1) },
    parting("a-head-moved-as-its-patterns-differ") { $0.tokens.append($0.tokens[0]) },
    Damage("a-head-moved-as-its-patterns-differ") { run in
      run.tensors[run[.partings]!.partings[0].patternNames.new] = nil
    },
    Damage("a-head-moved-as-its-patterns-differ") { run in
      let name = run[.partings]!.partings[0].patternNames.old
      run.tensors[name]!.values[0] = 0.5
    },
  ]
}

@Suite struct PartingExhibitTests {
  @Test func ofSeveralTheToldVersionsInTheReadersLanguageIsShown() {
    let run = SampleRun.make()
    #expect(run.exhibits(for: .english).parting?.id == "2.en")
    #expect(run.exhibits(for: .japanese).parting?.id == "2.ja")
    var other = run
    other[.improvement]!.versions[1].verdict = .refused
    other[.improvement]!.versions[3].verdict = .refused
    // Without an accepted one the first version is told of.
    #expect(other.exhibits(for: .english).parting?.id == "2.en")
    // Whoever compares two versions tells no story of them.
    other[.improvement] = nil
    other[.partings]!.partings = [PartingSample.record.partings[2]]
    #expect(other.exhibits(for: .japanese).parting?.id == "3.en")
    other[.partings] = nil
    #expect(other.exhibits(for: .japanese).parting == nil)
  }

  @Test func thePartThatIsNeededMostIsThatOfTheOwnToken() {
    let shown = SampleRun.make().exhibits(for: .english)
    #expect(shown.partedBy.map { [$0.layer, $0.head ?? -1] } == [0, 1])
    #expect(shown.partedBefore.map { [$0.layer, $0.head ?? -1] } == [1, 0])
    let ours = SampleRun.make().exhibits(for: .japanese)
    #expect(ours.partedBy.map { [$0.layer, $0.head ?? -1] } == [0, 1])
    #expect(ours.partedBefore.map { [$0.layer, $0.head ?? -1] } == [0, 0], "heads alone")
    var run = SampleRun.make()
    for place in run[.partings]!.partings[1].removals.indices {
      run[.partings]!.partings[1].removals[place].guess = run[.partings]!.partings[1].whole
    }
    #expect(run.exhibits(for: .english).partedBy == nil, "nothing is lost anywhere")
  }

  @Test func thePatternsAreThoseOfTheHeadThatMovedMost() {
    var run = SampleRun.make()
    let patterns = run.exhibits(for: .english).partedPatterns
    #expect(patterns?.head == .init(layer: 1, head: 0, distance: 0.25))
    #expect(patterns?.old[2] == [0.8125, 0.125, 0.0625])
    #expect(patterns?.new[2] == [0.0625, 0.125, 0.8125])
    run.tensors["partings.2.en.new"] = nil
    #expect(run.exhibits(for: .english).partedPatterns == nil)
    #expect(run.exhibits(for: .japanese).partedPatterns != nil)
  }
}
