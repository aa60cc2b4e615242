import Inference
import Numerics
import Testing
import Tokenization
import Transformer

@testable import Training

struct AnsweringTests {
  @Test func answersComeInTheOrderOfThePromptsWhateverTheThreads() {
    let parameters = parameters()
    let prompts: [[Int32]] = (0..<7).map { number in (0...number).map { Int32(20 + $0) } }
    let one = GreedyAnswering.answers(
      to: prompts, parameters: parameters, limit: 5, pool: WorkerPool(threadCount: 1))
    let three = GreedyAnswering.answers(
      to: prompts, parameters: parameters, limit: 5, pool: WorkerPool(threadCount: 3))
    #expect(one == three)
    #expect(one.count == 7)
    #expect(one.allSatisfy { $0.count <= 5 })
  }

  @Test func answersAreTheMostLikelyTokensOfTheModel() {
    let parameters = parameters()
    let answer = GreedyAnswering.answers(
      to: [[20, 30]], parameters: parameters, limit: 3, pool: WorkerPool(threadCount: 1))[0]
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    var tokens: [Int32] = [20, 30]
    for token in answer {
      generator.reset()
      #expect(generator.process(tokens).indexOfLargest == token)
      tokens.append(token)
    }
  }

  @Test func promptThatFillsTheContextGetsNoAnswer() {
    let answers = GreedyAnswering.answers(
      to: [[Int32](repeating: 9, count: 16)], parameters: parameters(),
      pool: WorkerPool(threadCount: 1))
    #expect(answers == [[]])
  }

  @Test func textProbabilitiesOfAllNextBytesSumToTheShareOfText() throws {
    // With bytes alone as tokens, the words of one byte are the tokens themselves.
    let tokenizer = try Tokenizer(merges: [])
    let parameters = parameters(vocabulary: tokenizer.vocabularySize)
    let reader = TextProbability(
      parameters: parameters, tokenizer: tokenizer, pool: WorkerPool(threadCount: 1))
    let letters = (0x61..<0x7B).map { String(UnicodeScalar(UInt8($0))) }
    let opening = SpecialToken.english.rawValue
    let shares = reader.probabilities(of: letters, after: "ab", opening: [opening])
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    let logits = generator.process([opening] + tokenizer.encode("ab"))
    var powers = [Float](repeating: 0, count: logits.count)
    SoftmaxKernel.forward(logits.baseAddress!, &powers, count: logits.count)
    for (letter, share) in zip(letters, shares) {
      let id = tokenizer.encode(letter)[0]
      #expect(abs(share - Double(powers[Int(id)])) < 1e-6)
    }
  }

  @Test func wordsSpelledByMergedTokensAreCountedInEveryWay() throws {
    // "ab" may be one token or two; "b" may also begin inside "bc".
    let bytes = try Tokenizer(merges: [])
    let (a, b, c) = (bytes.encode("a")[0], bytes.encode("b")[0], bytes.encode("c")[0])
    let tokenizer = try Tokenizer(merges: [(a, b), (b, c)])
    let parameters = parameters(vocabulary: tokenizer.vocabularySize)
    let reader = TextProbability(
      parameters: parameters, tokenizer: tokenizer, smallestShare: 1e-12,
      pool: WorkerPool(threadCount: 1))
    let opening = SpecialToken.japanese.rawValue
    let share = reader.probabilities(of: ["ab", "abc"], after: "", opening: [opening])
    func probability(_ tokens: [Int32]) -> Double {
      let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
      var product = 1.0
      var row = [opening]
      for token in tokens {
        generator.reset()
        let logits = generator.process(row)
        var powers = [Float](repeating: 0, count: logits.count)
        SoftmaxKernel.forward(logits.baseAddress!, &powers, count: logits.count)
        product *= Double(powers[Int(token)])
        row.append(token)
      }
      return product
    }
    let (ab, bc) = (Int32(263), Int32(264))
    let longer = probability([ab, c]) + probability([a, bc]) + probability([a, b, c])
    let either = probability([ab]) + probability([a, b]) + probability([a, bc])
    #expect(abs(share[1] - longer) < 1e-7)
    #expect(abs(share[0] - (either - longer)) < 1e-7)
  }

  private func parameters(vocabulary: Int = 40) -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 2, width: 16, contextLength: 16, vocabularySize: vocabulary))
    parameters.initialize(seed: 7)
    for index in parameters.values.indices { parameters.values[index] *= 4 }
    return parameters
  }
}
