import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// Every frame of the stage against the numbers that were put in: where the token is, what is drawn there,
/// and the number to check.
@Suite struct StageTruthTests {
  private static func stages(
    _ run: Run = UsageSample.run, _ language: Language = .english
  ) throws -> [(frame: Film.Frame, stage: Stage)] {
    let film = try #require(
      try FigureCatalog.figure("stage", run: run, language: language).film)
    return try film.frames.map { frame in
      guard case .stage(let stage) = frame.chart else { throw NoStage() }
      return (frame, stage)
    }
  }

  private struct NoStage: Error {}

  static func place(_ stage: Stage) -> String {
    let part = stage.parts[stage.place.part]
    return (part.name.isEmpty ? part.short : part.name)
      + (stage.place.step.map { " › " + part.steps[$0] } ?? "")
  }

  @Test func theWalkStopsAtEveryStepInItsOrder() throws {
    #expect(
      try Self.stages().map { "\(Self.place($0.stage)): \($0.frame.check.value)" } == [
        "input › tokens: 3",
        // 0.9, then 0.9 + 90, which the block takes as it was recorded.
        "input › embedding: 0.900", "input › position: 0.900 + 90.000 ≈ 3.000",
        "Attention 0 › normalize: (3.0000 − 1.7500) ÷ 2.5000 × 0.8000 + 0.1000 = 0.500",
        // The copy 0.5, 0.375, 0, 0 times the second column of head 1, and its bias.
        "Attention 0 › query: 0.450 + 0.413 + 0.000 + 0.000 + 4.000 ≈ 162.000",
        "Attention 0 › keys: 3 × 2 = 6",
        // 112·211 + 162·261
        "Attention 0 › q · k: 65,914.000 ÷ 1.414 ≈ 121.000",
        "Attention 0 › scores: 121.000 − 120.000 ≈ 1.000",
        "Attention 0 › mask: 3 × 4 ÷ 2 = 6",
        "Attention 0 › softmax: 0.150 + 0.800 + 0.050 ≈ 1.000",
        "Attention 0 › values: 0.150 × 310.000 + 0.800 × 311.000 + 0.050 × 312.000 ≈ 310.900",
        "Attention 0 › heads, +: 3.000 + 21.000 ≈ 6.000", "MLP 0 › neurons: 3.13",
        "MLP 0 › +: 6.000 + 31.000 ≈ 5.000", "logits: e^(4.750 − 3.500) ≈ 3.49",
      ])
  }

  @Test func whatIsDrawnAtEachStepIsWhatWasRecorded() throws {
    let lines = try Self.stages().map { Array(Shown.lines(.stage($0.stage)).dropFirst(2)) }
    let rows = { (index: Int) in lines[index].dropFirst().joined(separator: "; ") }
    #expect(lines[0] == [": <|en|>#1 ␣sea#41 ?#42!"])
    #expect(rows(1) == ": 0.1 0.2 0.3 0.4 / 0.5 0.6 0.7 0.8 / 0.9 1 1.1 1.2")
    #expect(rows(2) == ": 0.9 1 1.1 1.2 / 90 91 92 93 / 3 4 0 0")
    #expect(lines[2][0].hasSuffix("token,+ position,= sum"))
    #expect(rows(3).hasPrefix(": 3 4 0 0 / 0.5 0.9 -0.7 -0.7 / 0.8 0.6 0.5 0.4 / 0.1 -0.2"))
    #expect(
      lines[4] == [
        "Place | Number of the copy | × weight | Product", "0 | 0.500 | 0.900 | 0.450",
        "1 | 0.375 | 1.100 | 0.413", "2 | 0.000 | 1.300 | 0.000", "3 | 0.000 | 1.500 | 0.000",
        "bias |  |  | 4.000", "sum |  |  | 162.000 notable",
      ])
    // The query above the keys, the numbers named by their places.
    #expect(rows(5) == ": 112 162 / 210 260 / 211 261 / 212 262")
    #expect(lines[5][0].hasSuffix("q ?,k <|en|>,k ␣sea,k ? | 0,1"))
    #expect(
      lines[6] == [
        "Place | q | × k | Product", "0 | 112.000 | 211.000 | 23,632.000",
        "1 | 162.000 | 261.000 | 42,282.000", "sum |  |  | 65,914.000 notable",
      ])
    #expect(rows(7) == "<|en|>: 120 “120.000”; ␣sea: 121 “121.000”; ?: 122 “122.000”")
    #expect(rows(8) == ": 100 – – / 110 111 – / 120 121 122")
    #expect(lines[9].dropFirst().map { $0.suffix(7) } == ["“0.150”", "“0.800”", "“0.050”"])
    #expect(rows(10) == ": 310 360 / 311 361 / 312 362 / 310.9 360.9")
    #expect(
      rows(11) == ": 3 4 0 0 / 20 0 0 0 / 0.5 0 0 0 / 0.5 0.25 0 1 / 6 8 0 0")
    #expect(lines[11][0].hasSuffix("arrives,+ head 0,+ head 1,+ bias,= between"))
    #expect(
      lines[12].dropFirst() == [
        "neuron 1: 0.9 “0.90 → ␣sea, ␣red”", "neuron 3: 0.6 “0.60 → ␣deep”",
      ])
    #expect(rows(13) == ": 6 8 0 0 / 31 32 33 34 / 5 12 0 0")
    #expect(
      rows(14) == "␣deep: 4.75 “4.75 → 55.0%”; ␣blue: 3.5 “3.50 → 15.0%”; ␣red: 1 “1.00 → 7.0%”")
  }

  @Test func sentencesTellTheRecord() throws {
    let said = try Self.stages().map(\.frame.sentence)
    for (index, words) in [
      (0, "has read 3 tokens of the prompt. Followed is the last one, “?”"),
      (1, "“?” is number 42 of the vocabulary"), (1, "row 42, 4 numbers"),
      (2, "stands at place 2, counted from 0"),
      (3, "less its mean (1.7500), over its deviation (2.5000)"),
      (4, "Head 1 makes its query from the copy: each of the 4 numbers"), (4, "here number 1."),
      (5, "a key of 2 numbers"), (6, "the key of “␣sea” fit? Number times number, 2 products"),
      (6, "divided by 1.414, the root of 2"), (7, "“␣sea”, then comes “<|en|>”."),
      (9, "the sum of all 3: shares that add up to 1. “␣sea” gets 0.800."),
      (10, "mostly what “␣sea” says"), (11, "2 heads have made such a sum."),
      (11, "that of head 1 has the length 0.500"),
      (12, "(mean 3.5000, deviation 3.7500). 5 neurons"),
      (13, "it would say “␣blue” (62.0%)"), (14, "each of the 266 rows of the table"),
      (14, "“␣deep” is there, with 55.0%."),
    ] { #expect(said[index].contains(words), "\(index): \(said[index])") }
    let names = try Self.stages().map(\.frame.check.name)
    #expect(names[4] == "number 1 of q" && names[8] == "cells that stay, of 9")
    #expect(names[12] == "what the whole MLP does to the logit of “␣deep”")
    #expect(names[14] == "so many times as likely is “␣deep” as “␣blue”")
  }

  @Test func onTopStandTheTokensAndWhatIsStillToCome() throws {
    let strips = try Self.stages().map { Shown.lines(.stage($0.stage))[0] }
    let prompt = "prompt: <|en|>=special ␣sea ?=followed answer: "
    #expect(Set(strips.dropLast()) == [prompt + "␣deep=next !=later"])
    #expect(strips.last == prompt + "␣deep=found !=later")
    // What of the answer was read stands with the answer, and the last of it is followed.
    var run = UsageSample.run
    let place = run[.usage]!.answers.firstIndex { $0.language == .english }!
    let last = run[.usage]!.answers[place].tokens.removeLast()
    run[.usage]!.answers[place].followed!.read = [last]
    run[.usage]!.answers[place].knockouts!.tokens.insert(last, at: 0)
    let first = try #require(try Self.stages(run).first)
    #expect(
      Shown.lines(.stage(first.stage))[0]
        == "prompt: <|en|>=special ␣sea answer: ?=followed ␣deep=next !=later")
    #expect(first.frame.check.value == "2 + 1 = 3")
    #expect(first.frame.sentence.contains("2 tokens of the prompt and 1 of its own answer."))
  }

  @Test func ofALongPromptTheMiddleIsLeftOut() throws {
    var run = Fixture.run
    let place = run[.usage]!.answers.firstIndex { $0.language == .english }!
    var answer = run[.usage]!.answers[place]
    answer.tokens = (0..<40).map { SampleRun.piece(Int32($0), "t\($0)") }
    run[.usage]!.answers[place] = answer
    run.tensors = Fixture.tensors
    Fixture.add(answer, to: &run.tensors)
    let stage = try #require(try Self.stages(run).first).stage
    let strip = Shown.lines(.stage(stage))[0].components(separatedBy: " answer:")[0]
    #expect(strip.hasPrefix("prompt: t0 t1 t2 t3 t4 t5 … 10 more …: t16 t17"), "\(strip)")
    #expect(strip.hasSuffix("t38 t39=followed"))
    #expect(stage.strip.count == 1 + 6 + 1 + 24 + 1 + answer.knockouts!.tokens.count)
  }

  @Test func linksLeadToTheFramesOfOtherHeadsAndTokens() throws {
    let frames = try Self.stages().map(\.frame)
    let run = UsageSample.run
    for (place, name, labels) in [
      (4, "head-by-head", ["L0H0", "L0H1"]), (14, "token-by-token", ["␣deep", "!"]),
    ] {
      let links = try #require(frames[place].links)
      #expect(links.targets.map(\.label) == labels)
      let film = try #require(
        try FigureCatalog.figure(name, run: run, language: .english).film)
      #expect(links.targets.map(\.id) == film.frames.indices.map { "figure-\(name).\($0 + 1)" })
    }
    #expect(frames.map { $0.links != nil } == (0..<15).map { (4...11).contains($0) || $0 == 14 })
    let html = try FigureCatalog.figure("stage", run: run, language: .english).markup().html()
    #expect(html.contains("<a href=\"#figure-head-by-head.2\">L0H1</a>"))
  }

  @Test func headsAndTokensHaveFramesWithTheirOwnNumbers() throws {
    func film(_ name: String) throws -> [Film.Frame] {
      try #require(
        try FigureCatalog.figure(name, run: UsageSample.run, language: .english).film
      ).frames
    }
    let heads = try film("head-by-head")
    #expect(heads.map(\.title) == ["Block 0, head 0", "Block 0, head 1"])
    #expect(heads.map(\.check.value) == ["80.0%", "12.0%"])
    #expect(heads.map { $0.sentence.contains("that the stage follows") } == [false, true])
    #expect(
      Shown.lines(heads[0].chart).dropFirst() == [
        "<|en|>: 0.5 “0.500”", "␣sea: 0.30000001192092896 “0.300”",
        "?: 0.20000000298023224 “0.200”",
      ])
    let tokens = try film("token-by-token")
    #expect(tokens.map(\.title) == ["1. “␣deep”", "2. “!”"])
    #expect(tokens.map(\.check.value) == ["e^(3.250 − 2.500) ≈ 2.12", "e^(2.000 − 1.000) ≈ 2.72"])
    #expect(tokens[0].check.name == "so many times as likely is “␣blue” as “␣deep”")
    #expect(
      Shown.lines(tokens[1].chart).dropFirst() == [
        ".: 2 “2.00 → 60.0%”", "!: 1 “1.00 → 20.0%”", "…: 0.5 “0.50 → 11.0%”",
      ])
    // Where another answer was judged than the one that was written, no head is named.
    var run = UsageSample.run
    for place in run[.usage]!.answers.indices {
      run[.usage]!.answers[place].knockouts!.tokens[0].id = 5
    }
    let figure = try FigureCatalog.figure("token-by-token", run: run, language: .english)
    #expect(figure.table.rows.map { $0[4] } == ["", "L0H1"])
  }

  @Test func ofManyPositionsThoseThatSomeHeadLooksAtHaveBars() throws {
    var run = UsageSample.run
    let place = run[.usage]!.answers.firstIndex { $0.language == .english }!
    run[.usage]!.answers[place].tokens = (0..<20).map { SampleRun.piece(Int32($0), "t\($0)") }
    // Both heads look at everything a little, the first at the third token and the second at the last.
    let matrix: [Float] = [2, 19].flatMap { strong in
      (0..<20).flatMap { _ in (0..<20).map { $0 == strong ? 0.81 : $0 < 4 ? 0.005 : 0.0107 } }
    }
    run.tensors["usage.q.en.blocks.0.attn.hook_pattern"] = RecordedTensor(
      shape: [2, 20, 20], values: matrix)
    let frames = try #require(
      try FigureCatalog.figure("head-by-head", run: run, language: .english).film
    ).frames
    guard case .bars(let chart) = frames[0].chart else { throw NoStage() }
    #expect(
      chart.rows.map(\.label) == ["t2"] + (4..<10).map { "t\($0)" } + ["t19", "12 others"])
    #expect((chart.rows.reduce(0) { $0 + $1.values[0] } - 1).magnitude < 1e-6)
  }

  /// Three blocks, the second of which is followed.
  static let deep: Run = {
    var run = UsageSample.run
    run[.architecture]!.layerCount = 3
    let place = run[.usage]!.answers.firstIndex { $0.language == .english }!
    run[.usage]!.answers[place].followed!.layer = 1
    run[.usage]!.answers[place].knockouts = SampleRun.knockouts(
      [UsageSample.piece(62, " deep"), UsageSample.piece(72, "!")], layers: 3, heads: 2,
      costliest: (1, 1))
    run[.usage]!.answers[place].layerGuesses = (0...3).map { layer in
      .init(
        layer: layer,
        candidates: [
          UsageSample.candidate(
            layer < 2 ? 61 : 62, layer < 2 ? " blue" : " deep", 1, 0.25 * Double(layer), 0)
        ])
    }
    for name in Array(run.tensors.names) where name.contains("blocks.0.") {
      for layer in ["1", "2"] {
        run.tensors[name.replacing("blocks.0.", with: "blocks.\(layer).")] = run.tensors[name]
      }
    }
    run.tensors["usage.q.en.blocks.0.hook_resid_post"]!.values.replaceSubrange(
      8..<12, with: [0.125, 0, 0, 0])
    return run
  }()

  @Test func blocksBeforeAndBehindAreStepsOfTheirOwn() throws {
    let stages = try Self.stages(Self.deep)
    #expect(
      stages[0].stage.parts.map(\.name) == [
        "", "Block 0", "Attention 1", "MLP 1", "Block 2", "logits",
      ])
    #expect(stages.count == 17)
    let before = stages[3]
    #expect(Self.place(before.stage) == "Block 0" && before.frame.check.value == "0.125")
    #expect(
      before.frame.sentence
        == "1 block has added to the row already. It arrives with a length of 0.125.")
    let rows = Shown.lines(.stage(before.stage))
    #expect(rows[2].hasSuffix("embedding only,after block 0"))
    #expect(rows[3] == ": 3 4 0 0 / 0.125 0 0 0")
    let behind = stages[15]
    #expect(Self.place(behind.stage) == "Block 2" && behind.frame.check.value == "75.0%")
    #expect(behind.frame.title == "Block 2")
    #expect(behind.frame.sentence.hasSuffix("takes the lead after block 1."))
    #expect(
      Shown.lines(.stage(behind.stage)).dropFirst(3) == [
        "after block 1: 0.5 “␣deep 50.0% ✓”", "after block 2: 0.75 “␣deep 75.0% ✓”",
      ])
    #expect(stages[14].frame.sentence.contains("it would say “␣deep” (50.0%)"))
    let japanese = try #require(
      try FigureCatalog.figure("stage", run: Self.deep, language: .japanese).film)
    #expect(japanese.frames.count == 16)
  }

  @Test func whereTheWeightsOfTheQueryAreNotRecordedItStandsAlone() throws {
    var run = UsageSample.run
    run.tensors["weights.blocks.0.attn.W_Q"] = nil
    let step = try Self.stages(run)[4]
    #expect(step.frame.title == "The query" && step.frame.check.value == "112.000")
    #expect(Shown.lines(.stage(step.stage)).last == ": 112 162")
    #expect(try Self.stages(run).count == 15)
  }

  @Test func ofManyHeadsThoseThatAddLeastShareARow() throws {
    var run = UsageSample.run
    let name = "usage.q.en.blocks.0.attn.hook_"
    run.tensors[name + "result"] = RecordedTensor(
      shape: [11, 4], values: (0..<11).flatMap { [Float($0), 0, 0, 0] })
    for part in ["q", "k", "v", "z"] {
      run.tensors[name + part] = RecordedTensor(
        shape: [3, 11, 2], values: [Float](repeating: 1, count: 66))
    }
    for part in ["attn_scores", "pattern"] {
      run.tensors[name + part] = RecordedTensor(
        shape: [11, 3, 3], values: [Float](repeating: 0.25, count: 99))
    }
    let lines = Shown.lines(.stage(try Self.stages(run)[11].stage))
    // Head 1 is followed; 0, 2, 3 add least of the others.
    #expect(
      lines[2].hasSuffix(
        "arrives,+ head 1,+ head 4,+ head 5,+ head 6,+ head 7,+ head 8,+ head 9,+ head 10,"
          + "+ 3 others,+ bias,= between"))
    #expect(lines[3].contains("/ 10 0 0 0 / 5 0 0 0 / 0.5"))
  }

  @Test(arguments: Language.allCases)
  func recordedTextIsInertOnTheStage(language: Language) throws {
    let hostile =
      "</script><img src=x>\u{0}\u{202E}abc\u{1B}[2J" + String(repeating: "x", count: 9000)
    var run = UsageSample.run
    for place in run[.usage]!.answers.indices {
      run[.usage]!.answers[place].tokens[1] = SampleRun.piece(41, hostile)
      run[.usage]!.answers[place].followed!.token.text = hostile
    }
    let figure = try FigureCatalog.figure("stage", run: run, language: language)
    let html = figure.markup().html()
    #expect(!html.contains("</script>") && !html.contains("<img"))
    for index in try #require(figure.film).frames.indices {
      for line in figure.terminal(width: 80, style: .plain, frame: index) {
        #expect(line.width <= 80)
        #expect(!line.text.unicodeScalars.contains { [0, 0x1B, 0x202E].contains($0.value) })
      }
    }
  }

  /// The frame of the recorded run fits a window without scrolling, or nearly so.
  @Test(arguments: Language.allCases)
  func aFrameIsNoHigherThanAWindow(language: Language) throws {
    let figure = try FigureCatalog.figure("stage", run: Fixture.run, language: language)
    for index in try #require(figure.film).frames.indices {
      let lines = figure.terminal(width: 80, style: .plain, frame: index)
      #expect(lines.count <= 30, "\(index): \(lines.count)")
    }
  }
}
