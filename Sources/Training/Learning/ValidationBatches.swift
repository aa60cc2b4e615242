import Transformer

/// The batches on which every evaluation of a run is made: drawn once, so that losses can be
/// compared.
public struct ValidationBatches: Sendable {
  public let batch: Int
  public let context: Int
  private let separator: Int32?
  /// `[batches, batch, context]`.
  private let inputs: [Int32]
  private let targets: [Int32]

  /// Draws `count` batches from the source.
  public init(from source: some BatchSource, count: Int, batch: Int, context: Int) {
    var source = source
    separator = source.separator
    self.batch = batch
    self.context = context
    let size = batch * context
    var inputs = [Int32](repeating: 0, count: count * size)
    var targets = inputs
    for number in 0..<count {
      inputs.withUnsafeMutableBufferPointer { inputs in
        targets.withUnsafeMutableBufferPointer { targets in
          let place = number * size..<(number + 1) * size
          source.next(
            inputs: .init(rebasing: inputs[place]), targets: .init(rebasing: targets[place]))
        }
      }
    }
    self.inputs = inputs
    self.targets = targets
  }

  /// Names the batches, so that a run is judged by the same ones after a resume.
  var identity: String { Training.identity(of: inputs) }

  public var count: Int { inputs.count / (batch * context) }

  /// Mean cross-entropy over all predictions of all batches, nats per token; dropout is off.
  public func loss(of model: Model) -> Float {
    precondition(count > 0, "no validation batches")
    var sum = 0.0
    var predictions = 0
    let size = batch * context
    inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        for number in 0..<count {
          let place = number * size..<(number + 1) * size
          let loss = model.forward(
            inputs: .init(rebasing: inputs[place]), targets: .init(rebasing: targets[place]),
            batch: batch, positions: context, separator: separator)
          let asked = targets[place].reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
          sum += Double(loss) * Double(asked)
          predictions += asked
        }
      }
    }
    return Float(sum / Double(max(predictions, 1)))
  }
}
