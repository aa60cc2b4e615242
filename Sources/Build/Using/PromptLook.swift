import ModelFile
import Numerics
import Record

/// What a build records of one prompt, for whoever measures how long that takes.
package enum PromptLook {
  /// Every activation of a pass over the tokens.
  package static func activations(
    _ tokens: [Int32], model: TrainedModel, pool: WorkerPool
  ) -> TensorStore {
    let recorder = ActivationRecorder(
      parameters: model.parameters, positions: tokens.count, pool: pool)
    recorder.look(at: tokens)
    var store = TensorStore()
    recorder.record(into: &store, prefix: "")
    return store
  }

  /// The answer's probabilities without each head, attention and MLP.
  /// - Returns: nil where no token of the answer can be judged.
  package static func causalMap(
    prompt: [Int32], answer: [Int32], model: TrainedModel, pool: WorkerPool
  ) -> KnockoutRecord? {
    Knockouts(parameters: model.parameters, tokenizer: model.tokenizer, pool: pool)
      .record(prompt: prompt, answer: answer)
  }
}
