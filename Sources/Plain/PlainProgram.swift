import Numerics

/// The whole of it on one page: text becomes tokens, the model learns them by heart, and writes on.
public struct PlainProgram: Sendable {
  public private(set) var tokenizer = PlainTokenizer()
  public private(set) var model: PlainModel
  private var optimizer: PlainAdamW
  private let tokens: [Int]
  private let contextLength: Int
  private var generator: RandomGenerator

  /// A tokenizer that has learned the text, and a model that has not.
  public init(
    text: String, mergeCount: Int = 20, layerCount: Int = 1, headCount: Int = 2, width: Int = 16,
    contextLength: Int = 16, seed: UInt64 = 1
  ) {
    tokenizer.learn([text], mergeCount: mergeCount)
    tokens = tokenizer.encode(text)
    self.contextLength = contextLength
    model = PlainModel(
      layerCount: layerCount, headCount: headCount, width: width, contextLength: contextLength,
      vocabularySize: tokenizer.vocabularySize, seed: seed)
    optimizer = PlainAdamW(model.weights)
    generator = RandomGenerator(seed: seed)
  }

  /// One step of learning on a stretch of the text from a random place on.
  /// - Returns: the loss before the step, nats a token.
  public mutating func learn(learningRate: Double = 0.01) -> Double {
    let count = min(contextLength, tokens.count - 1)
    let start = generator.below(tokens.count - count)
    let inputs = Array(tokens[start..<start + count])
    let targets = Array(tokens[start + 1..<start + count + 1])
    let (loss, trace) = model.forward(inputs: inputs, targets: targets)
    let gradients = model.backward(inputs: inputs, targets: targets, trace: trace)
    optimizer.step(&model.weights, gradients, learningRate: learningRate)
    return loss
  }

  /// Writes on: one token at a time, each chosen from the logits of the last position.
  public mutating func write(_ prompt: String, count: Int, sampler: PlainSampler) -> String {
    var text = tokenizer.encode(prompt)
    for _ in 0..<count {
      let logits = model.logits(Array(text.suffix(contextLength)))
      let last = logits.row(logits.rows - 1)
      text.append(sampler.choose(last, draw: Double(generator.uniform())))
    }
    return tokenizer.decode(text)
  }
}
