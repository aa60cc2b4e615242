import Numerics
import Record
import Transformer

/// Copies what a forward pass left behind into the tensor store.
///
/// The activations that the backward pass needs are the recording; it costs nothing until somebody looks.
struct ActivationRecorder {
  let model: Model

  init(parameters: Parameters, positions: Int, pool: WorkerPool) {
    model = Model(
      parameters: parameters, batch: 1, positions: positions, pool: pool, keepsGradients: false,
      reading: .inPlace)
  }

  /// Runs the model over one sequence; afterwards `model.activations` describes it.
  func look(at tokens: [Int32]) {
    _ = tokens.withUnsafeBufferPointer {
      model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
  }

  /// All activations of the last pass, without the batch axis, each name after `prefix`; attention
  /// scores that the mask hides are NaN.
  func record(into store: inout TensorStore, prefix: String) {
    for activation in model.recordedActivations() {
      store[prefix + activation.name] = RecordedTensor(
        shape: Array(activation.shape.dropFirst()),
        values: activation.values.map { $0 == -.infinity ? .nan : $0 })
    }
  }

  /// The attention pattern of every head, `[layer·head, query, key]`.
  func patterns() -> RecordedTensor {
    let configuration = model.configuration
    var values: [Float] = []
    var positions = 0
    for layer in 0..<configuration.layerCount {
      let pattern = buffer("blocks.\(layer).attn.hook_pattern")
      positions = pattern.shape[2]
      values += pattern.values
    }
    let heads = configuration.layerCount * configuration.headCount
    return RecordedTensor(shape: [heads, positions, positions], values: values)
  }

  func buffer(_ name: String) -> NamedBuffer {
    guard let found = model.activations.named(name) else {
      preconditionFailure("the model keeps no \(name)")
    }
    return found
  }
}
