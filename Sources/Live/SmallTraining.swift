import Inference
import Numerics
import Transformer

/// A very small model that learns in the page, by the program's own way back and optimizer.
///
/// Its tokens are the characters of the text, so that nothing has to be learned before. The last tenth of
/// the text is kept apart, to see what of the rest was learned and what was learned by heart.
package final class SmallTraining {
  /// What the reader chooses.
  package struct Plan: Sendable, Equatable {
    package var text = ""
    package var layerCount = 1
    package var headCount = 2
    package var width = 32
    package var learningRate: Float = 0.01
    package var seed: UInt64 = 1
    /// Whether all weights begin at 0, where none can become another than its neighbours.
    package var startsDead = false

    package init() {}
  }

  /// What one step did.
  struct Point {
    var step: Int
    /// Of the step's own batch, and of the text kept apart where it was looked at, in nats per character.
    var loss: Float
    var heldOut: Float?
  }

  static let context = 32
  static let batch = 8
  /// Distinct characters, at most; all others are the last one.
  static let mostCharacters = 200
  static let mostText = 20_000
  /// A page that is left open does not go on for ever.
  static let mostSteps = 20_000
  /// Steps between two looks at the text that is kept apart.
  static let interval = 10

  let plan: Plan
  /// The characters, in the order in which the text has them first.
  let characters: [Unicode.Scalar]
  let parameters: Parameters
  private(set) var points: [Point] = []
  private(set) var step = 0
  /// Whether numbers grew beyond what can be held; nothing is learned any more.
  private(set) var isBroken = false

  private let tokens: [Int32]
  private let learnedCount: Int
  private let model: Model
  private let first: Parameters
  private let second: Parameters
  private let pool = WorkerPool(threadCount: 1)
  private var random: RandomGenerator

  /// - Returns: nil where the text has too few characters, or there is no such model.
  package init?(_ plan: Plan) {
    let scalars = Array(plan.text.unicodeScalars.prefix(Self.mostText))
    var characters: [Unicode.Scalar] = []
    var numbers: [UInt32: Int32] = [:]
    for scalar in scalars
    where numbers[scalar.value] == nil && characters.count < Self.mostCharacters {
      numbers[scalar.value] = Int32(characters.count)
      characters.append(scalar)
    }
    let configuration = Configuration(
      layerCount: plan.layerCount, headCount: plan.headCount, width: plan.width,
      contextLength: Self.context, vocabularySize: max(2, characters.count))
    let held = max(Self.context + 1, scalars.count / 10)
    guard scalars.count >= 3 * (Self.context + 1), (1...4).contains(plan.layerCount),
      (1...8).contains(plan.headCount), (8...64).contains(plan.width), plan.learningRate > 0,
      plan.learningRate.isFinite, (try? configuration.validate()) != nil
    else { return nil }
    self.plan = plan
    self.characters = characters
    tokens = scalars.map { numbers[$0.value] ?? Int32(Self.mostCharacters - 1) }
    learnedCount = scalars.count - held
    parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: plan.seed)
    if plan.startsDead {
      for index in parameters.values.indices { parameters.values[index] = 0 }
    }
    model = Model(
      parameters: parameters, batch: Self.batch, positions: Self.context, pool: pool,
      keepsGradients: true)
    first = Parameters(configuration: configuration)
    second = Parameters(configuration: configuration)
    random = RandomGenerator(seed: plan.seed, stream: 1)
  }

  /// Takes one step, unless the numbers have broken before.
  package func learn() {
    guard !isBroken, step < Self.mostSteps else { return }
    var starts: [Int] = []
    for _ in 0..<Self.batch { starts.append(random.below(learnedCount - Self.context)) }
    model.zeroGradients()
    let loss = pass(starts)
    guard loss.isFinite else {
      isBroken = true
      return
    }
    model.backward()
    step += 1
    update()
    let looks = step % Self.interval == 0 || step == 1
    points.append(Point(step: step, loss: loss, heldOut: looks ? heldOutLoss() : nil))
  }

  /// The loss of stretches of the text.
  private func pass(_ starts: [Int]) -> Float {
    var (inputs, targets): ([Int32], [Int32]) = ([], [])
    for start in starts {
      inputs += tokens[start..<start + Self.context]
      targets += tokens[start + 1...start + Self.context]
    }
    return inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        model.forward(
          inputs: inputs, targets: targets, batch: starts.count, positions: Self.context)
      }
    }
  }

  /// Of the last step.
  var lastGradients: Parameters { model.gradients.unsafelyUnwrapped }

  private func heldOutLoss() -> Float {
    let last = tokens.count - Self.context - 1
    let room = max(1, last - learnedCount)
    return pass(
      (0..<Self.batch).map { learnedCount + $0 * room / Self.batch }.filter { $0 <= last })
  }

  /// AdamW, its gradients clipped to a norm of 1, as `nakami train` does it.
  private func update() {
    guard let gradients = model.gradients, let slopes = gradients.values.baseAddress,
      let weights = parameters.values.baseAddress, let m = first.values.baseAddress,
      let v = second.values.baseAddress
    else { return }
    let norm = Reductions.sumOfSquares(slopes, count: gradients.values.count, pool).squareRoot()
    guard norm.isFinite else {
      isBroken = true
      return
    }
    var (power1, power2) = (1.0, 1.0)
    for _ in 0..<step { (power1, power2) = (power1 * 0.9, power2 * 0.99) }
    for tensor in parameters.tensors {
      let kernel = AdamWKernel(
        learningRate: plan.learningRate, beta1: 0.9, beta2: 0.99,
        weightDecay: tensor.shape.count >= 2 ? 0.1 : 0, correction1: Float(1 - power1),
        correction2: Float(1 - power2), gradientScale: Float(min(1, 1 / (norm + 1e-6))))
      kernel.step(
        parameters: weights + tensor.offset, gradients: slopes + tensor.offset,
        firstMoment: m + tensor.offset, secondMoment: v + tensor.offset, count: tensor.count, pool)
    }
  }

  /// What the model writes now, and where its first head looks meanwhile: drawn from the probabilities with
  /// the plan's seed.
  func sample(_ count: Int = 200) -> String {
    guard !isBroken else { return "" }
    let generator = Generator(parameters: parameters, pool: pool)
    var sampler = Sampler(options: SamplingOptions(temperature: 0.8), seed: plan.seed)
    var written: [Int32] = [tokens[0]]
    var logits = generator.process(written)
    while written.count < count {
      guard logits.allSatisfy({ $0.isFinite }) else { break }
      let next = sampler.choose(logits, recording: 0).chosen
      written.append(next)
      if generator.position == Self.context {
        // Where no more fits, it goes on with the second half of what it sees.
        generator.reset()
        logits = generator.process(Array(written.suffix(Self.context / 2)))
      } else {
        logits = generator.process([next])
      }
    }
    return text(written)
  }

  func text(_ tokens: [Int32]) -> String {
    String(String.UnicodeScalarView(tokens.map { characters[min(Int($0), characters.count - 1)] }))
  }

  /// The first stretch of the text that is kept apart, and where each head of the last block looks in it.
  func patterns() -> (labels: [String], heads: [[[Float]]]) {
    let count = 16
    let stretch = Array(tokens[learnedCount..<learnedCount + count])
    stretch.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: count)
    }
    let layer = plan.layerCount - 1
    guard let buffer = model.activations.named("blocks.\(layer).attn.hook_pattern") else {
      return ([], [])
    }
    return (
      stretch.map { text([$0]) },
      (0..<plan.headCount).map { head in
        (0..<count).map { row in
          let start = (head * count + row) * count
          return Array(buffer.values[start..<start + count])
        }
      }
    )
  }

  /// Where each character's vector lies in the plane along which they differ most, `[character, 2]`. The axes
  /// are searched from the same start each time, so that they hardly ever flip from one look to the next.
  func embeddingPlane() -> [Float] {
    let width = plan.width
    let table = parameters.tensor("wte.weight")
    let rows = characters.indices.map { Array(table[$0 * width..<($0 + 1) * width]) }
    return PrincipalAxes(rows: rows, mostRounds: 300).coordinates(of: rows)
  }

  /// A number that changes with every bit of the parameters: what two runs have to agree in.
  package var digest: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for value in parameters.values {
      hash = (hash ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3
    }
    return hash
  }
}
