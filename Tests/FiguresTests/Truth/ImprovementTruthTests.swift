import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the figures of versions and of the gate show of a record made by hand.
@Suite struct ImprovementTruthTests {
  static let rows: [UsageTruthTests.Row] = [
    .init(
      "correction-examples", .english, [(0, 3, "example"), (1, 0, "What is Mira's job?")],
      "“the bakery” and is “the sea” now. Of 2 ways to ask about it here, 1 becomes an example",
      "kept aside"),
    .init(
      "correction-examples", .japanese, [(0, 1, "パン屋です。"), (0, 2, "海です。"), (1, 3, "取っておく")],
      "「パン屋」から「海」に変わりました。ここにある2通りの聞き方のうち、人が答えを訂正したのは1通り", "ミラの仕事は？"),
    .init(
      "what-moved", .english, [(0, 1, "2,128"), (6, 3, "0.0625"), (6, 5, "0.375")],
      "Most moved: block 1: attention, by 50.00%; least: token embedding, by 12.50%.",
      "block 1: attention"),
    .init(
      "what-moved", .japanese, [(6, 0, "ブロック1：注意"), (6, 4, "50.00%")],
      "いちばん動いたのはブロック1：注意（50.00%）", "50.00%"),
    .init(
      "size-of-change", .english, [(1, 0, "1×10⁻⁵ to 0.0001"), (1, 1, "932"), (2, 2, "25.0%")],
      "All 3,728 weights of version 2 (accepted), by how much each changed: 50.0% changed by less than 1×10⁻⁵",
      "0.0001 and more"),
    .init(
      "size-of-change", .japanese, [(0, 0, "1×10⁻⁵未満"), (0, 1, "1,864")],
      "1×10⁻⁵に届かない重みは50.0%です", "50.0%"),
    .init(
      "one-weight", .english, [(1, 0, "2"), (1, 1, "0.2500"), (1, 2, "−0.2500")],
      "Row 3, column 5 of h.1.attn.c_proj.weight", "before: 0.5000"),
    .init(
      "one-weight", .japanese, [(2, 2, "−0.3750")], "0.1250 − 0.5000 = −0.3750",
      "はじめの値：0.5000"),
    .init(
      "improvement-margin", .english,
      [(0, 1, "−8.00"), (0, 2, "−0.25"), (0, 3, "−7.75"), (2, 3, "6.87")],
      "from −8.00 to −0.13 nats; of the rejected one from −0.25 to −7.00. The margin between them goes "
        + "from −7.75 to 6.87.", "wanted: At sea."),
    .init(
      "improvement-margin", .japanese, [(1, 1, "−2.00"), (1, 2, "−2.50"), (1, 3, "0.50")],
      "二つの差は−7.75から6.87になりました", "退けられた答え：At the bakery."),
    .init(
      "chosen-falls", .english, [(1, 1, "−0.25"), (2, 1, "−0.75")],
      "“What is Mira's job?” while version 3 (refused) learns; nobody corrected the answer to it. From "
        + "step 2 to step 4 the log-probability of the wanted answer falls from −0.25 to −0.75 nats, while "
        + "the margin goes from 1.25 to 5.25.", "falls until here"),
    .init(
      "chosen-falls", .japanese, [(2, 3, "5.25")],
      "ステップ2から4までに、望ましい答えの対数確率は−0.25から−0.75ナットへ下がり", "ここまで下がる"),
    .init(
      "before-after", .english,
      [(0, 0, "What is Mira's job?"), (1, 0, "version 1"), (1, 2, "87.5%"), (5, 2, "50.0%")],
      "2 questions, answered before and after. 1 answer has become right, 1 has become wrong.",
      "version 3 (refused)"),
    .init(
      "before-after", .japanese, [(2, 0, "第2版（合格）"), (2, 2, "75.0%")],
      "正しくなった答えは1個、間違いになった答えは1個", "第3版（不合格）"),
    .init(
      "before-after-tokens", .english,
      [(0, 1, "version 1"), (0, 3, "87.5%"), (2, 1, "version 2"), (2, 3, "75.0%")],
      "2 questions. Each bar is a token", "87.5%"),
    .init(
      "before-after-tokens", .japanese, [(6, 1, "第3版"), (6, 3, "50.0%")], "2個の質問です", "50.0%"),
    .init(
      "before-after-parts", .english,
      [
        (0, 0, "nothing"), (0, 1, "␣the␣bakery."), (0, 2, "0.875"), (0, 3, "0.125"),
        (7, 0, "L0H1"), (7, 1, "␣sea."), (7, 2, "0.125"), (7, 3, "0.063"),
        (17, 0, "MLP 1"), (17, 3, "0.375"),
      ],
      "“Where does Mira work?”: after “At” the answers part. Next, version 1 says “␣the␣bakery.” (87.5%) and "
        + "version 2 “␣sea.” (75.0%). In version 1 “␣the␣bakery.” needs, of the heads, L1H0 most: without it, 87.5% becomes "
        + "6.3%. In version 2 “␣sea.” needs, of the heads, L0H1 ", "attention 1"),
    .init(
      "before-after-parts", .japanese,
      [
        (0, 0, "なし"), (0, 1, "パン屋"), (0, 2, "0.500"), (0, 3, "0.063"), (1, 1, "海"),
        (16, 0, "MLP1"), (17, 3, "0.875"),
      ],
      "「ミラはどこで働いていますか。」への答えは、はじめから分かれます。次のトークンは、第1版では「パン屋」（50.0%）、第2版では"
        + "「海」（93.8%）です。第1版で「パン屋」にいちばん要るヘッドはL0H0", "第2版"),
    .init(
      "before-after-attention", .english,
      [
        (1, 0, "Mira"), (1, 1, "<|en|>"), (1, 2, "0.500"), (2, 0, "At"), (2, 1, "<|en|>"),
        (2, 2, "0.813"), (2, 3, "At"), (2, 4, "0.813"),
      ],
      "on average 25.0% of a row's attention moved. From the last token, “At”, version 1 looks most at “<|en|>” "
        + "(0.813), version 2 at “At” (0.813). The frame is around what changed most: from “At” to “<|en|>”, "
        + "0.813 became 0.063.", "what changed most"),
    .init(
      "before-after-attention", .japanese,
      [(2, 0, "は"), (2, 1, "<|ja|>"), (2, 3, "は"), (2, 4, "0.813")],
      "「ミラはどこで働いていますか。」と答えのはじめの部分を、第1版と第2版に読ませました。4個のヘッドのうち、見る相手がいちばん変わったのは"
        + "L0H1", "いちばん変わった重み"),
    .init(
      "improvement-scores", .english,
      [(0, 2, "before"), (0, 4, "0"), (8, 2, "refused"), (8, 4, "0"), (8, 5, "0.0%")],
      "Version 2 (accepted): corrected questions from 0/2 (0.0%) to 2/2 (100.0%), everything else from "
        + "1/1 (100.0%) to 1/1 (100.0%).", "everything else"),
    .init(
      "improvement-scores", .japanese, [(1, 2, "合格"), (1, 4, "2")],
      "第2版（合格）では、訂正した質問が0/2 (0.0%)から2/2 (100.0%)に", "そのほかの質問"),
    .init(
      "improvement-gate", .english, [(0, 1, "at least 90.0% right"), (7, 3, "+2.400 ✗")],
      "8 conditions, written down before anything was learned.", "at most 0.050 nats more"),
    .init(
      "improvement-gate", .japanese, [(2, 1, "失う正解は1.0%まで"), (2, 3, "100.0% ✗")],
      "第2版は合格です。第3版は3個を満たさず、不合格です。第4版は合格です。", "対象外"),
    .init(
      "three-ways", .english,
      [
        (0, 1, "3,728"), (0, 2, "14.9 kB"), (2, 4, "0/2"), (1, 6, "2.138"),
        (1, 7, "would fail 1 condition"),
      ],
      "From 3,728 numbers that are learned (all weights, 14.9 kB) down to 310 (thin corrections of rank 4, 1.24 kB)",
      "the last block"),
    .init(
      "three-ways", .japanese, [(2, 0, "細い補正（ランク4）"), (0, 7, "合格になる")],
      "すべての重みなら3,728個（14.9 kB）、細い補正（ランク4）なら310個（1.24 kB）", "最後のブロックだけ"),
    .init(
      "versions", .english,
      [
        (0, 0, "version 1"), (0, 6, "2.100"), (2, 5, "0/1"), (3, 1, "2"),
        (3, 7, "accepted, in use"), (2, 8, "33333333"),
      ],
      "4 versions, and where each comes from. In use is version 4.", "changed: 6"),
    .init(
      "versions", .japanese, [(1, 2, "変わった事実：意見6件、まとまった訂正2件"), (3, 7, "合格、使用中")],
      "使われているのは第4版です", "不合格"),
    .init(
      "version-states", .english,
      [
        (0, 4, "was in use until version 2"), (1, 4, "was in use until version 4"),
        (2, 3, "refused, 3 of 7 conditions are not met"), (2, 4, "kept, never in use"),
        (3, 3, "accepted, all 8 conditions are met"), (3, 4, "in use"),
      ],
      "4 versions: the first as it was built, 2 that passed the gate, a diamond, and 1 that did not.",
      "◇  refused, 3 of 7 conditions are not met"),
    .init(
      "version-states", .japanese, [(2, 0, "第3版"), (3, 1, "2"), (3, 4, "使用中")],
      "4個の版です。最初に作られたもの、門（ひし形）を通った2個、通れなかった1個です。", "[✓ 第4版]"),
  ]

  func figure(
    _ name: String, _ language: Language = .english, _ run: Run = UsageSample.run
  ) throws -> Figure {
    try FigureCatalog.figure(name, run: run, language: language)
  }

  func cells(_ name: String, _ run: Run = UsageSample.run) throws -> [String] {
    try figure(name, .english, run).table.rows.map { $0.joined(separator: " | ") }
  }

  @Test func aClauseStandsBesideWhatWasMeasured() throws {
    #expect(
      try cells("improvement-gate") == [
        "corrected questions | at least 90.0% right | 100.0% ✓ | 100.0% ✓ | 100.0% ✓",
        "the same, asked otherwise | at least 90.0% right | 100.0% ✓ | 100.0% ✓ | 100.0% ✓",
        "the same people, other questions | at most 1.0% lost | 0.0% ✓ | 100.0% ✗ | not asked",
        "everything else | at most 1.0% lost | 0.0% ✓ | 100.0% ✗ | 0.0% ✓",
        "corrected by earlier versions | at most 1.0% lost | not asked | not asked | 0.0% ✓",
        "unknown people | at most 1.0% lost | 0.0% ✓ | 0.0% ✓ | 0.0% ✓",
        "unknown people (saying “I do not know”) | at least 95.0% right | not asked | not asked | 100.0% ✓",
        "test loss | at most 0.050 nats more | +0.025 ✓ | +2.400 ✗ | +0.013 ✓",
      ])
    let description = try figure("improvement-gate").description
    #expect(
      description.hasSuffix(
        "Version 2 is accepted. Version 3 fails 3 and is refused. Version 4 is accepted."))
    #expect(
      try figure("improvement-gate").table.columns.map(\.title) == [
        "Condition", "Limit", "version 2 (accepted)", "version 3 (refused)",
        "version 4 (accepted)",
      ])
  }

  @Test func groupsStandFromTheCorrectedToTheUnknown() throws {
    guard case .heatMap(let map) = try figure("improvement-scores").body else { throw NoPicture() }
    #expect(map.panels.map(\.title) == ["facts that changed", "saying “I do not know”"])
    #expect(map.columnLabels == ["before", "accepted", "refused"])
    #expect(
      map.rowLabels == [
        "corrected", "asked otherwise", "same people", "everything else", "corrected before",
        "unknown people",
      ])
    let changed = map.panels[0].values
    #expect(changed[0] == [0, 1, 1] && changed[1] == [0, 1, 1] && changed[2] == [1, 1, 0])
    #expect(changed[3] == [1, 1, 0] && changed[5] == [0, 0, 0])
    #expect(changed[4].allSatisfy { $0.isNaN })
    let modest = map.panels[1].values
    #expect(modest.map { $0[0] }[3...] == [1, 1, 0] && modest.map { $0[1] }[3...] == [1, 1, 1])
    #expect(modest.allSatisfy { $0[2].isNaN } && modest[2].allSatisfy { $0.isNaN })
    #expect(
      try cells("improvement-scores")[6...8] == [
        "facts that changed | the same people, other questions | before | 2 | 2 | 100.0%",
        "facts that changed | the same people, other questions | accepted | 2 | 2 | 100.0%",
        "facts that changed | the same people, other questions | refused | 2 | 0 | 0.0%",
      ])
  }

  @Test func linesFollowBothAnswersAndTheMargin() throws {
    guard case .lines(let chart) = try figure("improvement-margin").body else { throw NoPicture() }
    #expect(
      chart.series.map { $0.points.map(\.y) } == [
        [-8, -2, -0.125], [-0.25, -2.5, -7], [-7.75, 0.5, 6.875],
      ])
    #expect(chart.series[0].points.map(\.x) == [0, 2, 4] && chart.marks.isEmpty)
    guard case .lines(let fall) = try figure("chosen-falls").body else { throw NoPicture() }
    #expect(fall.series[0].points.map(\.y) == [-7.5, -0.25, -0.75])
    #expect(fall.marks.map(\.value) == [4])
  }

  @Test func withoutAFallNothingFalls() throws {
    var run = UsageSample.run
    for place in run[.improvement]!.versions.indices {
      for prompt in run[.improvement]!.versions[place].learning?.watched.indices ?? 0..<0 {
        run[.improvement]!.versions[place].learning!.watched[prompt].chosenLog = [-3, -2.5, -2.505]
      }
    }
    #expect(run.exhibits(for: .english).deepestFall == nil)
    #expect(throws: FigureError.self) { try self.figure("chosen-falls", .english, run) }
    _ = try figure("improvement-margin", .english, run)
  }

  @Test func theWeightAndTheSizesAreDrawn() throws {
    guard case .lines(let weight) = try figure("one-weight").body else { throw NoPicture() }
    #expect(weight.series[0].points.map(\.y) == [0.5, 0.25, 0.125])
    #expect(weight.series[0].points.map(\.x) == [0, 2, 4] && weight.references[0].value == 0.5)
    guard case .bars(let sizes) = try figure("size-of-change").body else { throw NoPicture() }
    #expect(sizes.rows.map(\.values) == [[50], [25], [25]])
    #expect(sizes.rows.map(\.label) == ["below 1×10⁻⁵", "1×10⁻⁵ to 0.0001", "0.0001 and more"])
    guard case .bars(let moved) = try figure("what-moved").body else { throw NoPicture() }
    #expect(
      moved.rows.map { "\($0.label) \($0.text)" } == [
        "token embedding 12.50%", "position embedding 12.50%",
        "block 0: layer normalization 12.50%",
        "block 0: attention 12.50%", "block 0: MLP 12.50%", "block 1: layer normalization 12.50%",
        "block 1: attention 50.00%", "block 1: MLP 12.50%", "layer normalization 12.50%",
      ])
    #expect(moved.rows.map { $0.mark != nil } == (0..<9).map { $0 == 6 })
    #expect(moved.rows[6].values == [50])
  }

  @Test func answersAreMarkedByTheTruth() throws {
    #expect(
      try cells("before-after") == [
        "What is Mira's job? | the same, asked otherwise | ", "version 1 | At the bakery. | 87.5%",
        "version 2 (accepted) | At sea. | 75.0%", "Where does Ben work? | everything else | ",
        "version 1 | At sea. | 93.8%", "version 3 (refused) | At the bakery. | 50.0%",
      ])
    guard case .table(let chart) = try figure("before-after").body else { throw NoPicture() }
    #expect(chart.marks == [.notable, .wrong, .right, .notable, .right, .wrong])
    guard case .film(let film) = try figure("before-after-tokens").body,
      case .bars(let bars) = film.frames[1].chart
    else { throw NoPicture() }
    #expect(film.frames.map(\.title) == ["“What is Mira's job?”", "“Where does Ben work?”"])
    #expect(film.frames.map(\.check.value) == ["75.0%", "50.0%"])
    #expect(
      film.frames[1].sentence
        == "Before, “At sea.” (right); version 3 says “At the bakery.” (wrong).")
    #expect(bars.rows.map(\.values) == [[0.9375], [1], [0.5], [1]])
    #expect(bars.rows[2].label == "version 3 At␣the␣bakery.")
  }

  /// What is beside each other is of the same tokens, the old version on the left.
  @Test func bothVersionsStandBesideEachOther() throws {
    guard case .heatMap(let parts) = try figure("before-after-parts").body,
      case .heatMap(let looks) = try figure("before-after-attention").body
    else { throw NoPicture() }
    for map in [parts, looks] {
      #expect(map.panels.map(\.title) == ["version 1", "version 2"] && map.comparable == 1)
    }
    #expect(parts.rowLabels.prefix(4) == ["nothing", "attention 0", "L0H0", "L0H1"])
    #expect(parts.columnLabels == ["␣the␣bakery.", "␣sea."])
    #expect(parts.panels[0].values[0] == [0.875, 0.0625])
    #expect(parts.panels[1].values[0] == [0.125, 0.75])
    #expect(parts.panels[1].values[3] == [0.5, 0.0625] && parts.panels[0].values.count == 9)
    #expect(looks.rowLabels == ["<|en|>", "Mira", "At"])
    #expect(looks.panels[0].values[2] == [0.8125, 0.125, 0.0625])
    #expect(looks.panels[1].values[2] == [0.0625, 0.125, 0.8125])
    #expect(looks.panels[1].values[0][1].isNaN && looks.pointed == [.init(2, 0)])
  }

  @Test func whereTheAnswersAreTheSameOneTokenIsLookedAt() throws {
    var run = UsageSample.run
    var same = run[.partings]!.partings[1]
    same.rivals.removeFirst()
    same.whole = .init(old: [0.0625], new: [0.75])
    for place in same.removals.indices {
      same.removals[place].guess.old.removeFirst()
      same.removals[place].guess.new.removeFirst()
    }
    run[.partings]!.partings[1] = same
    let figure = try figure("before-after-parts", .english, run)
    guard case .heatMap(let parts) = figure.body else { throw NoPicture() }
    #expect(parts.columnLabels == ["␣sea."] && parts.panels[1].values[0] == [0.75])
    #expect(
      figure.description.hasPrefix(
        "“Where does Mira work?”: both answers are the same. What differs most is the probability of "
          + "“␣sea.”: 6.3% for version 1, 75.0% for version 2."), "\(figure.description)")
  }

  @Test func withoutBothVersionsThereIsNoFigure() throws {
    var run = UsageSample.run
    run[.partings]!.partings[1].tokens.removeLast()
    // The patterns are of more tokens than these.
    #expect(throws: FigureError.self) {
      try self.figure("before-after-attention", .english, run)
    }
    run[.partings] = nil
    #expect(throws: FigureError.self) { try self.figure("before-after-parts", .english, run) }
  }

  @Test func theProbabilityOfAnAnswerIsThatOfAllItsTokens() throws {
    var run = UsageSample.run
    run[.improvement]!.shown[0].after.tokens[1].probability = 0.5
    #expect(try figure("before-after", .english, run).table.rows[2][2] == "37.5%")
  }

  @Test func waysStandBesideEachOther() throws {
    #expect(
      try cells("three-ways") == [
        "all weights | 3,728 | 14.9 kB | 2/2 | 2/2 | 0 | 2.125 | would be accepted",
        "the last block alone | 1,242 | 4.97 kB | 2/2 | 1/2 | 0 | 2.138 | would fail 1 condition",
        "thin corrections of rank 4 | 310 | 1.24 kB | 2/2 | 0/2 | 0 | 2.110 | would fail 1 condition",
      ])
    var run = UsageSample.run
    run[.improvement]!.ways[1].scores[2].lost = [3]
    run[.improvement]!.ways[1].scores[3].lost = [2]
    // What was corrected cannot be forgotten.
    run[.improvement]!.ways[1].scores[1].lost = [1]
    #expect(try figure("three-ways", .english, run).table.rows.map { $0[5] } == ["0", "2", "0"])
    guard case .table(let chart) = try figure("three-ways").body else { throw NoPicture() }
    #expect(chart.marks == [.right, .wrong, .wrong])
  }
}
