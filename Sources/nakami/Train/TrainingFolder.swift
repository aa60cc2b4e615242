import Files
import ModelFile
import Tokenization
import Training
import Transformer

/// The folder that `nakami train` keeps its checkpoint and its model in.
struct TrainingFolder {
  let path: String

  /// - Throws: ``ModelFileError`` when the folder can't be made.
  init(path: String) throws {
    self.path = path
    try AtomicFile.createFolder(path)
  }

  var checkpoint: String { path + "/checkpoint.safetensors" }

  /// Writes the model as a folder that `transformers` reads too: token `b` is byte `b`.
  func save(_ trainer: Trainer, data: String) throws {
    let shape = trainer.parameters.configuration
    if shape.vocabularySize < 256 {
      // No tokenizer can stand for bytes that the model does not know: the parameters alone.
      var writer = SafetensorsWriter()
      for tensor in trainer.parameters.tensors {
        writer.add(
          "transformer." + tensor.name, shape: tensor.shape,
          UnsafeBufferPointer(trainer.parameters.tensor(tensor.name)))
      }
      try writer.write(to: path + "/model.safetensors")
      return
    }
    let tokenizer = try Tokenizer(
      specialTokens: [], byteTokens: (0..<256).map { Int32($0) }, merges: [])
    let card = """
      # A byte-level Transformer

      Trained by `nakami train` on the plain bytes of one file (\(data)): \
      \(trainer.completedSteps) steps, \(shape.parameterCount) parameters, best validation loss \
      \(trainer.stopping.bestLoss) nats per byte after step \(trainer.stopping.bestStep). The last \
      tenth of the file was kept for validation.

      It goes on with text of the kind that it was trained on and knows nothing else.

      """
    try TrainedModel(parameters: trainer.parameters, tokenizer: tokenizer).save(
      folder: path, card: card)
  }
}
