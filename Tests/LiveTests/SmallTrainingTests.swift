import Names
import Numerics
import Testing
import Training
import Transformer

@testable import Live

/// A very small model that learns in the page.
@Suite("Learning in the page")
struct SmallTrainingTests {
  private static let text = String(
    repeating: "the cat sat on the mat. the dog sat on the log. ", count: 12)

  private func plan(_ change: (inout SmallTraining.Plan) -> Void = { _ in }) -> SmallTraining.Plan {
    var plan = SmallTraining.Plan()
    plan.text = Self.text
    change(&plan)
    return plan
  }

  private func learned(_ plan: SmallTraining.Plan, _ steps: Int) throws -> SmallTraining {
    let training = try #require(SmallTraining(plan))
    for _ in 0..<steps { training.learn() }
    return training
  }

  @Test("lowers the loss, and writes what it read")
  func learns() throws {
    let training = try learned(plan(), 150)
    #expect(training.step == 150 && training.points.count == 150)
    #expect(training.points[0].loss > 2 && training.points[149].loss < 0.5)
    #expect(training.points[149].heldOut ?? 9 < 0.6)
    #expect(training.sample().contains("sat on the"))
  }

  @Test("gives the same numbers for the same seed, in whatever portions")
  func repeats() throws {
    let whole = try learned(plan(), 30)
    var seat = TrainingSeat()
    let address = "q=" + Self.text.replacing(" ", with: "+")
    for steps in [0, 7, 1, 22] { _ = seat.reply(to: address, steps: steps, in: .english) }
    #expect(
      seat.reply(to: address, steps: 0, in: .english)
        == TrainingReply(training: whole, language: .english).text())
    #expect(try learned(plan { $0.seed = 2 }, 30).digest != whole.digest)
    #expect(seat.reply(to: address, steps: -1, in: .english).hasPrefix("Nothing is learned yet."))
  }

  /// `the cat sat on the mat`: vowels come after consonants, so that in the end they lie apart.
  @Test("draws a map of the characters, by what each is")
  func map() throws {
    let before = try learned(plan(), 0)
    let after = try learned(plan(), 150)
    for training in [before, after] {
      let plane = training.embeddingPlane()
      #expect(plane.count == 2 * training.characters.count)
      let mean = (0..<2).map { axis in
        stride(from: axis, to: plane.count, by: 2).reduce(0) { $0 + plane[$1] }
      }
      #expect(mean.allSatisfy { abs($0) < 1e-3 })
    }
    #expect(before.embeddingPlane() != after.embeddingPlane())
    let html = TrainingReply(training: after, language: .english).text()
    #expect(html.contains("id=\"live-map\""))
    for name in ["vowels", "consonants", "marks, digits, spaces"] { #expect(html.contains(name)) }
    #expect(!html.contains("capital letters") && !html.contains("hiragana"))
    #expect(TrainingReply.Sort("e") == .vowel && TrainingReply.Sort("t") == .consonant)
    #expect(TrainingReply.Sort("ん") == .hiragana && TrainingReply.Sort("ー") == .katakana)
    #expect(TrainingReply.Sort("港") == .kanji && TrainingReply.Sort("。") == .other)
  }

  @Test("takes the step of the program's optimizer")
  func sameStep() throws {
    let training = try #require(SmallTraining(plan()))
    let parameters = Parameters(configuration: training.parameters.configuration)
    parameters.initialize(seed: 1)
    #expect(training.parameters.values.elementsEqual(parameters.values))
    training.learn()
    let gradients = training.lastGradients
    var options = TrainingOptions()
    options.learningRate = training.plan.learningRate
    let pool = WorkerPool(threadCount: 1)
    let optimizer = AdamW(parameters: parameters, options: options, pool: pool)
    let norm = gradients.values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    optimizer.update(
      gradients: gradients, learningRate: training.plan.learningRate,
      gradientScale: Float(min(1, 1 / (norm + 1e-6))))
    for (own, expected) in zip(training.parameters.values, parameters.values) {
      #expect(abs(own - expected) <= 1e-6)
    }
  }

  @Test("with a rate that is far too high learns nothing")
  func tooHigh() throws {
    let training = try learned(plan { $0.learningRate = 3 }, 100)
    #expect(training.isBroken || training.points[99].loss > 2)
  }

  @Test("from weights that are all zero learns only how often characters come")
  func dead() throws {
    let training = try learned(plan { $0.startsDead = true }, 100)
    let width = training.plan.width
    let table = training.parameters.tensor("wte.weight")
    #expect((0..<table.count).allSatisfy { table[$0] == table[$0 / width * width] })
    #expect(training.points[99].loss > 2)
  }

  @Test(
    "refuses what no model can be made of",
    arguments: [
      "", "q=short", "layers=9", "heads=3", "width=7", "rate=0", "rate=x", "heads=0", "width=4096",
    ])
  func impossible(query: String) {
    var seat = TrainingSeat()
    let text =
      query.hasPrefix("q") || query.isEmpty
      ? query : "q=\(Self.text.replacing(" ", with: "+"))&\(query)"
    for language in Language.allCases {
      let reply = seat.reply(to: text, steps: 3, in: language)
      #expect(reply == TrainingWords.of(language).say.impossible + "\n")
    }
  }

  @Test("shows hostile text as text, and holds any characters")
  func hostile() throws {
    let text = String(repeating: "</pre><script>x</script>\u{0}\u{202E}🙂é日", count: 12)
    let training = try learned(plan { $0.text = text }, 5)
    let html = TrainingReply(training: training, language: .japanese).text()
    for piece in ["<script", "\u{202E}", "\u{0}"] { #expect(!html.contains(piece)) }
    let many = String(String.UnicodeScalarView((0x4E00..<0x4F40).map { Unicode.Scalar($0)! }))
    #expect(
      try learned(plan { $0.text = many }, 1).characters.count == SmallTraining.mostCharacters)
  }
}
