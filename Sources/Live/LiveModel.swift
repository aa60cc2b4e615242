import Inference
import Names
import Numerics
import Tokenization
import Transformer

/// A model in a page: answers a moment, and shows what went on inside, with the figures of a recording.
///
/// One thread at a time may use it.
package final class LiveModel {
  package let parameters: Parameters
  package let tokenizer: Tokenizer
  let endTokens: [Int32]
  let knowsRoles: Bool
  let generator: Generator
  private let model: Model
  private let pool = WorkerPool(threadCount: 1)
  /// Parts that are missing in what the generator has packed, and changes that are in it.
  private var missing: [RemovedPart] = []
  private var made: [ParameterChange] = []

  package init(_ pack: LivePack) {
    parameters = pack.parameters
    tokenizer = pack.tokenizer
    endTokens = pack.endTokens
    knowsRoles = pack.knowsRoles
    generator = Generator(parameters: pack.parameters, pool: pool)
    model = Model(
      parameters: pack.parameters, batch: 1,
      positions: min(pack.parameters.configuration.contextLength, 160), pool: pool,
      keepsGradients: false)
  }

  /// What `body` sees after changes by hand and while parts are missing.
  func damaged<Seen>(
    _ parts: [RemovedPart], _ changes: [ParameterChange] = [], _ body: () -> Seen
  ) -> Seen {
    ParameterChange.changed(changes[...], in: parameters) {
      RemovedPart.removed(parts[...], from: parameters) {
        if missing != parts || made != changes {
          generator.refresh()
          (missing, made) = (parts, changes)
        }
        return body()
      }
    }
  }

  /// Runs all positions at once; afterwards ``pattern(of:)`` and ``residual(_:at:)`` describe the pass.
  func look(at tokens: [Int32]) {
    tokens.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
  }

  /// Where one head looked, `[query][key]`.
  func pattern(of head: RemovedPart) -> [[Float]] {
    guard let buffer = model.activations.named("blocks.\(head.layer).attn.hook_pattern") else {
      return []
    }
    let count = buffer.shape[2]
    let start = (head.head ?? 0) * count * count
    return (0..<count).map { row in
      Array(buffer.values[start + row * count..<start + (row + 1) * count])
    }
  }

  /// Places of the residual stream: block (0 for the embedding) and whether it lies between attention and MLP.
  struct Place {
    var block: Int
    var isMiddle: Bool
  }

  /// What the model would expect at each place of the residual stream of one position.
  func lens(at position: Int) -> [(place: Place, logits: [Float])] {
    let lens = LogitLens(parameters)
    let width = parameters.configuration.width
    var readings: [(place: Place, logits: [Float])] = []
    func read(_ name: String, _ place: Place) {
      guard let buffer = model.activations.named(name) else { return }
      let row = Array(buffer.values[position * width..<(position + 1) * width])
      readings.append((place, lens.logits(of: row)))
    }
    read("blocks.0.hook_resid_pre", Place(block: 0, isMiddle: false))
    for layer in 0..<parameters.configuration.layerCount {
      read("blocks.\(layer).hook_resid_mid", Place(block: layer + 1, isMiddle: true))
      read("blocks.\(layer).hook_resid_post", Place(block: layer + 1, isMiddle: false))
    }
    return readings
  }

  /// The probability of each token of an answer, given the prompt and the answer before it.
  func judged(_ prompt: [Int32], _ answer: [Int32]) -> [Float] {
    look(at: prompt + answer.dropLast())
    let count = parameters.configuration.vocabularySize
    let logits = model.logits
    return answer.enumerated().map { place, token in
      let start = (prompt.count - 1 + place) * count
      return Self.softmax(Array(logits[start..<start + count]))[Int(token)]
    }
  }

  /// The same without one part after the other, the whole model first.
  func judgedWithoutParts(
    _ prompt: [Int32], _ answer: [Int32]
  ) -> [(part: RemovedPart?, shares: [Float])] {
    var rows: [(part: RemovedPart?, shares: [Float])] = [(nil, judged(prompt, answer))]
    for part in RemovedPart.all(parameters.configuration) {
      rows.append((part, part.removed(from: parameters) { judged(prompt, answer) }))
    }
    return rows
  }
}
