import Dataset
import Numerics
import Training
import Transformer

/// What a model expects at each place of a batch.
struct BatchReading {
  /// Keeps the logits of its one pass.
  private let model: Model
  private let context: Int

  /// - Parameter separator: ends a text of the batch.
  init(_ batch: Batch, separator: Int32?, parameters: Parameters, pool: WorkerPool) {
    let rows = batch.inputs.count
    context = batch.inputs[0].count
    model = Model(
      parameters: parameters, batch: rows, positions: context, pool: pool, keepsGradients: false)
    let inputs = batch.inputs.flatMap { $0 }
    inputs.withUnsafeBufferPointer { inputs in
      _ = model.forward(
        inputs: inputs, targets: nil, batch: rows, positions: context, separator: separator)
    }
  }

  /// The logits of the token that follows one place of a text.
  func logits(_ text: BatchTexts.Text, _ place: Int) -> [Float] {
    let vocabulary = model.configuration.vocabularySize
    let start = (text.row * context + text.start + place) * vocabulary
    return Array(model.logits[start..<start + vocabulary])
  }

  /// The probability of each token that a text asks for.
  func probabilities(of text: BatchTexts.Text) -> [Double] {
    text.targets.indices.map { place in
      Distribution.softmax(logits(text, place))[Int(text.targets[place])]
    }
  }
}
