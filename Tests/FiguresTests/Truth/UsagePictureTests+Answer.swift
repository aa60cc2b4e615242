import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

// What the pictures of the prompt and of the answer show: choices, steps, forms.
extension UsagePictureTests {
  @Test func theChosenAndTheCutAreMarked() throws {
    let steps = try film("choices")
    guard case .bars(let candidates) = steps[0].chart, case .bars(let shares) = steps[1].chart,
      case .bars(let line) = steps[2].chart
    else { throw NoSuchPicture() }
    #expect(candidates.rows.map(\.label) == [".", "!", "…"])
    #expect(candidates.rows.map(\.values) == [[0.6], [0.2], [0.11]])
    #expect(candidates.rows.map(\.mark) == [nil, .chosen, .cut])
    #expect(candidates.cutAfter == 1)
    // The same candidates in the same places; what was cut has nothing.
    #expect(shares.rows.map(\.label) == candidates.rows.map(\.label))
    #expect(shares.rows.map(\.values) == [[0.75], [0.25], [0]])
    #expect(shares.rows.map(\.mark) == candidates.rows.map(\.mark))
    #expect(shares.axis.label == "probability after temperature and cut")
    #expect(steps[1].check == Film.Check("75.0% + 25.0% = 100%", "shares of those that stay"))
    #expect(Choices.sum([0.3333, 0.3333, 0.3334]) == "33.3% + 33.3% + 33.4% = 100%")
    // The longest bar of both says where the axes end.
    #expect(candidates.axis.upper == 0.8 && shares.axis.upper == 0.8)
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
      steps.map(\.sentence) == [
        "“␣deep” is written: entropy 0.90 nats; drawn at 0.714.",
        "“!” is written: entropy 1.10 nats; drawn at 0.815.",
      ])
    #expect(
      steps.map(\.check.value) == ["0.625 ≤ 0.714 < 1.000", "0.750 ≤ 0.815 < 1.000"])
    #expect(steps[0].check.name == "the draw lies in the stretch of “␣deep”")
    // Where nothing was drawn, the probability of what was taken.
    let greedy = try film("choice-film", .japanese)[0]
    #expect(greedy.check == Film.Check("85.0%", "「南」の確率"))
    guard case .bars(let first) = steps[0].chart, case .bars(let second) = steps[1].chart else {
      throw NoSuchPicture()
    }
    // Choices that are compared have one axis.
    #expect(first.axis.upper == 1 && second.axis.upper == 1)
    #expect(first.rows.map(\.mark) == [nil, .chosen, .cut])
    #expect(first.rows.map(\.text) == ["50.0%", "30.0%", "7.0%"])
  }

  /// A token that stands for no text is named by its sign, or by its number: quotation marks are never empty.
  @Test func tokensWithoutTextHaveNamesInMessages() throws {
    for (text, bytes, name) in [
      ("<|end|>", [], "<|end|>"), ("", [], "the token 72, which has no text"),
      ("‹E3 81›", [0xE3, 0x81] as [UInt8], "“‹E3 81›”"),
    ] {
      var run = UsageSample.run
      let place = try #require(run[.usage]!.answers.firstIndex { $0.id == "q.en" })
      let token = TokenPiece(id: 72, bytes: bytes, text: text)
      run[.usage]!.answers[place].choices[1].chosen = token
      run[.usage]!.answers[place].choices[1].candidates[1].token = token
      run[.usage]!.answers[place].finish = nil
      let figure = try FigureCatalog.figure("generation-step", run: run, language: .english)
      guard case .sequence(let map) = figure.body else { throw NoSuchPicture() }
      let texts = map.messages.map(\.text)
      #expect(texts[4] == "\(name), id 72; its probability was 20.0%")
      #expect(texts[6].hasPrefix(bytes.isEmpty ? "no bytes" : "bytes E3 81"), "\(texts[6])")
      #expect(texts[7] == "it is not the end, so \(name) is read next")
      for text in texts + [figure.description] {
        #expect(!text.contains("“”") && !text.contains("  "), "\(text)")
      }
    }
  }

  @Test func thePromptIsSeenFromItsArrivalToItsRoles() throws {
    let steps = try passages("prompt-steps")
    let frames = try film("prompt-steps")
    #expect(
      frames.map(\.title) == [
        "As it arrived", "Characters brought to one form", "Language decided",
        "Role tokens put around it",
      ])
    #expect(
      frames.map(\.check.value) == ["17", "17 − 1 + 1 = 17", "0.900 > 0.100", "17 + 28 = 45"])
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
    let frames = try film("postprocessing")
    #expect(
      frames.map(\.title) == [
        "What the model wrote", "broken characters", "white space", "What the reader gets",
      ])
    #expect(frames.map(\.check.value) == ["8", "8 − 1 = 7", "7 − 2 = 5", "5"])
    let texts = try passages("postprocessing")
    #expect(texts[0].runs == [TextRun(" Deep!\u{FFFD} ")])
    #expect(
      texts[1].runs == [TextRun(" Deep!"), TextRun("\u{FFFD}", .deleted), TextRun(" ")])
    #expect(
      texts[2].runs == [TextRun(" ", .deleted), TextRun("Deep!"), TextRun(" ", .deleted)])
    #expect(texts[3].runs == [TextRun("Deep!")])
  }

  @Test func theFormsOfAnAnswerAreThoseThatProgramsGet() throws {
    let forms = try passages("answer-forms")
    #expect(forms.map { $0.runs.count } == [1, 1, 1])
    #expect(forms[0].runs[0].text == "Deep!")
    let json = forms[1].runs[0].text
    let whole = try AnswerForms.json(UsageSample.english)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(whole.utf8)) as? [String: Any])
    #expect(object.keys.sorted() == ["account", "choices", "id", "model", "object", "usage"])
    // The outline keeps the lines of the whole object and leaves out what lies deeper.
    for line in json.split(separator: "\n") where !line.contains(" … ") {
      #expect(whole.contains(line), "\(line)")
    }
    for line in [
      "  \"object\" : \"text_completion\",", "      \"finish_reason\" : \"length\",",
      "      \"logprobs\" : { … },", "    \"completion_tokens\" : 2,", "  \"account\" : { … },",
    ] {
      #expect(json.split(separator: "\n").contains(Substring(line)), "\(line)\n\(json)")
    }
    #expect(
      forms[2].runs[0].text == """
        prompt   Ｗhere is the sea?
        language English  (English 90.0%, Japanese 10.0%)
        tokens   <|en|>·1  ␣sea·41  ?·42

          ␣deep   30.0%   not: ␣blue 50.0%, ␣red 7.0%
          !       20.0%   not: . 60.0%, … 11.0%

        answer   Deep!
        end      2 tokens, as many as were allowed
        """)
    // Who asks in Japanese reads a report in Japanese.
    #expect(
      AnswerForms.report(UsageSample.japanese).joined(separator: "\n") == """
        入力     海はどこですか？
        言語     日本語  （英語 20.0%、日本語 80.0%）
        トークン <|ja|>·2  海·51  ？·52

          南   85.0%   ほかの候補：北 13.0%

        答え     南。
        終わり   文脈の長さがいっぱいになった
        """)
  }

  @Test func aCompletionObjectHasTheFieldsOwnNamesAndLogarithms() throws {
    let text = try AnswerForms.json(UsageSample.english, model: "sea")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["object"] as? String == "text_completion" && object["model"] as? String == "sea")
    let choice = try #require((object["choices"] as? [[String: Any]])?.first)
    #expect(choice["text"] as? String == "Deep!" && choice["index"] as? Int == 0)
    #expect(choice["finish_reason"] as? String == "length")
    let logs = try #require(choice["logprobs"] as? [String: Any])
    #expect(logs["tokens"] as? [String] == [" deep", "!"])
    #expect(
      logs["bytes"] as? [[Int]]
        == [Array(" deep".utf8), Array("!".utf8)].map { $0.map { Int($0) } })
    let values = try #require(logs["token_logprobs"] as? [Double])
    for (value, probability) in zip(values, [0.3, 0.2]) {
      #expect(abs(value - log(probability)) < 1e-12)
    }
    let top = try #require(logs["top_logprobs"] as? [[String: Double]])
    #expect(top[0].keys.sorted() == [" blue", " deep", " red"])
    #expect(abs(top[0][" blue"]! - log(0.5)) < 1e-12)
    let usage = try #require(object["usage"] as? [String: Int])
    #expect(usage == ["prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5])
    let account = try #require(object["account"] as? [String: Any])
    #expect(account["finish"] as? String == "limit" && account["minP"] as? Double == 0.05)
    #expect(account["knockouts"] == nil)
    // The same answer has the same name wherever it is asked for, and another one another.
    let id = try #require(object["id"] as? String)
    #expect(id.hasPrefix("cmpl-") && id.utf8.count == 21)
    #expect(text == (try AnswerForms.json(UsageSample.english, model: "sea")))
    var other = UsageSample.english
    other.seed += 1
    #expect(!(try AnswerForms.json(other, model: "sea")).contains(id))
  }

  @Test func aTokenWithinACharacterIsToldByItsBytesAndTheEndIsNoText() throws {
    var answer = UsageSample.english
    let half = TokenPiece(id: 9, bytes: [0xE3, 0x8], text: "‹E3 08›")
    answer.choices[0].chosen = half
    answer.choices[1].chosen = TokenPiece(id: 0, bytes: [], text: "<|end|>")
    answer.finish = .endToken
    let json = try AnswerForms.json(answer)
    #expect(json.contains(#""bytes:\\xe3\\x08""#), "\(json.prefix(900))")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let choice = try #require((object["choices"] as? [[String: Any]])?.first)
    #expect(choice["finish_reason"] as? String == "stop")
    let logs = try #require(choice["logprobs"] as? [String: Any])
    #expect((logs["tokens"] as? [String])?.count == 1)
    #expect((object["usage"] as? [String: Int])?["completion_tokens"] == 2)
  }

  @Test func aStepShowsTheCandidatesTheDrawAndTheRoadNotTaken() {
    let steps = AnswerSteps(UsageSample.english).steps(width: 100)
    #expect(steps.count == 3)
    #expect(steps[0][0] == "1/2  the first token" && steps[1][0] == "2/2  after “␣deep”")
    #expect(
      steps[0].last
        == "2 tokens stay; drawn at 0.714: “␣deep” goes from 0.625 to 1.000; not taken: “␣blue” (50.0%)"
    )
    // Logit, scaled, probability, chance in the draw; what cut it off, or that it was chosen.
    #expect(
      steps[0][2...5] == [
        "token  logit  scaled  probability  in the draw  cut by",
        "␣blue   3.25    6.50        50.0%        62.5%",
        "␣deep   2.50    5.00        30.0%        37.5%  ◀ chosen",
        "␣red    1.00    2.00         7.0%               top-p",
      ])
    #expect(steps[2] == ["answer   Deep!", "end      2 tokens, as many as were allowed"])
    #expect(
      AnswerSteps(UsageSample.japanese).steps(width: 100)[0].last == "残った候補は1個。選ばれなかったのは「北」（13.0%）。"
    )
  }

  @Test func whereTheWaysPartTheTextsDiffer() throws {
    let texts = try passages("other-way")
    #expect(texts[0].runs == [TextRun(" the", .given), TextRun(" sea", .written)])
    #expect(texts[1].runs == [TextRun(" the", .given), TextRun(" hill", .written)])
    let settings = try passages("settings-compared")
    #expect(settings.map(\.label).first == "greedy" && settings[2].runs == [TextRun(" sea")])
  }
}
