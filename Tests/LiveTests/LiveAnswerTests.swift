import Dataset
import Inference
import ModelFile
import Names
import Numerics
import Testing
import Tokenization
import Transformer
import Usage

@testable import Live

/// What the page computes is what the program computes.
@Suite("The answer in the page")
struct LiveAnswerTests {
  private let model = LiveSample.model()

  /// The same prompt through the program.
  private func program(
    _ moment: Moment, _ parameters: Parameters = LiveSample.parameters()
  ) throws -> Answer {
    let assistant = Assistant(
      model: TrainedModel(parameters: parameters, tokenizer: LiveSample.tokenizer),
      pool: WorkerPool(threadCount: 1))
    let prompt = try assistant.prepare(model.prepared(moment).marked, readsSpecial: true)
    var settings = AnswerSettings(moment.sampling, seed: moment.seed, limit: moment.limit)
    settings.forks = moment.forks.map { AnswerSettings.Fork(step: $0.step, token: $0.token) }
    return try assistant.answer(prompt, settings)
  }

  @Test("is the program's, choice by choice")
  func sameChoices() throws {
    for query in [
      "q=the+sea", "q=the+sea&t=0.8&seed=4", "q=日本の海&t=1.5&k=20&p=0.9&seed=9&n=12",
      "q=other&kind=continuation&fork=2-40&fork=4-50", "q=the+other&kind=summary&t=1&k=1",
      "q=the&kind=translation&n=3",
    ] {
      let moment = Moment(query, for: model.parameters.configuration)
      let answer = try #require(model.answer(moment))
      let expected = try program(moment)
      #expect(answer.prompt == expected.prompt.tokens, "\(query)")
      #expect(answer.choices == expected.choices, "\(query)")
      #expect(answer.finish == expected.finish, "\(query)")
    }
  }

  @Test("has the layout of the prompts that the model learned from")
  func promptForms() {
    for kind in PromptKind.allCases {
      for (language, text) in [(Language.english, "the sea"), (.japanese, "海")] {
        var moment = Moment()
        (moment.text, moment.kind) = (text, kind)
        #expect(
          model.prepared(moment).tokens
            == PromptForm(kind: kind, language: language).tokens(
              of: text, tokenizer: LiveSample.tokenizer))
      }
    }
  }

  @Test("without a part is that of a model whose part was set to zero")
  func removedParts() throws {
    for names in [["L0H1"], ["L1M"], ["L0A", "L1H0"]] {
      let moment = Moment(
        "q=the+sea&t=0.7" + names.map { "&off=" + $0 }.joined(),
        for: model.parameters.configuration)
      #expect(moment.removed.count == names.count)
      let damaged = LiveSample.parameters()
      for part in moment.removed { part.remove(from: damaged) }
      let answer = try #require(model.damaged(moment.removed) { model.answer(moment) })
      #expect(answer.choices == (try program(moment, damaged)).choices)
    }
    // And whole again.
    let moment = Moment("q=the+sea&t=0.7", for: model.parameters.configuration)
    let answer = try #require(model.damaged([]) { model.answer(moment) })
    #expect(answer.choices == (try program(moment)).choices)
    let untouched = LiveSample.parameters()
    #expect(model.parameters.values.elementsEqual(untouched.values))
  }

  @Test("is judged without each part as the model that lacks it judges it")
  func judged() throws {
    let prompt: [Int32] = [1, 3, 20, 30, 4]
    let answer: [Int32] = [40, 50, 60]
    let rows = model.judgedWithoutParts(prompt, answer)
    #expect(rows.count == 1 + RemovedPart.all(model.parameters.configuration).count)
    for row in rows {
      let parameters = LiveSample.parameters()
      row.part?.remove(from: parameters)
      let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
      var logits = generator.process(prompt)
      for (place, token) in answer.enumerated() {
        let share = LiveModel.softmax(Array(logits))[Int(token)]
        #expect(abs(share - row.shares[place]) < 1e-5)
        logits = generator.process([token])
      }
    }
  }

  @Test("keeps the end of a text that has no room")
  func cutPrompt() throws {
    let moment = Moment(
      "q=" + String(repeating: "x", count: 300), for: model.parameters.configuration)
    let answer = try #require(model.answer(moment))
    #expect(answer.isCut && answer.prompt.count == 48)
    #expect(answer.choices.count <= 16)
    #expect(answer.prompt.count + answer.choices.count <= 64)
  }

  @Test("says what a guess is worth")
  func guesses() throws {
    let moment = Moment("q=sea&guess=1&g=t&g=&g=zz", for: model.parameters.configuration)
    let answer = try #require(model.answer(moment))
    let generator = Generator(parameters: LiveSample.parameters(), pool: WorkerPool(threadCount: 1))
    let logits = Array(generator.process(answer.prompt))
    let shares = LiveModel.softmax(logits)
    let ways = ["t", " t"].compactMap { LiveSample.tokenizer.encode($0).first }
    #expect(answer.guesses.first?.probability == ways.map { Double(shares[Int($0)]) }.max())
    if answer.guesses.count > 1 { #expect(answer.guesses[1].probability == nil) }
    #expect(answer.choices.count <= 4)
    #expect(abs(LiveAnswer.surprise(0.5) - 0.693147) < 1e-5 && LiveAnswer.surprise(1) == 0)
  }

  @Test("of nothing is nothing, and one whose numbers overflow says so")
  func nothing() {
    for text in ["", "%20%0A", "%E3%80%80"] {
      #expect(LiveSample.reply("q=" + text).html == "")
    }
    let broken = LiveSample.reply("q=sea", of: LiveSample.model(overflows: true))
    #expect(broken.said.contains("can’t answer"))
    #expect(
      LiveSample.reply("q=sea", .japanese, of: LiveSample.model(overflows: true)).said.hasPrefix(
        "このモデル"))
  }
}
