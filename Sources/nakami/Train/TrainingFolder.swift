import Files
import Foundation
import ModelFile
import Tokenization
import Training
import Transformer

/// The folder that `nakami train` keeps its checkpoint and its model in.
struct TrainingFolder {
  /// As the caller named it, for messages.
  let path: String
  private let place: String

  private static let own = OwnFiles(
    maker: .training,
    files: [
      "README.md", "checkpoint.safetensors", "config.json", "generation_config.json",
      "model.safetensors", "tokenizer.json", "tokenizer_config.json",
    ])
  private static let cardTitle = "# A byte-level Transformer"

  /// - Throws: ``FileError`` when the folder can't be made, `CommandError.usage` when it holds
  ///   what this command did not write.
  init(path: String) throws {
    try Self.check(path)
    self.path = path
    place = Paths.followed(path)
    try AtomicFile.createFolder(place)
    // Before anything else, so that a training that is killed finds its folder again.
    try AtomicFile.write(Self.own.text, to: Paths.join(place, OwnFiles.listName))
  }

  /// Refuses a folder with another model, a run or anything else that training would replace or mix
  /// its files with.
  static func check(_ path: String) throws(CommandError) {
    let place = Paths.followed(path)
    switch Paths.kind(place, followsLinks: true) {
    case .nothing: return
    case .folder: break
    default: throw OutputFolder.isFile(path, "--out")
    }
    let names = Paths.names(in: place)
    guard !names.isEmpty, OwnFiles.read(in: place)?.maker != .training,
      !isUnlistedTraining(place, names)
    else { return }
    throw .usage(
      en: "\(path) holds files that nakami train did not write; name an empty or a new folder "
        + "with --out",
      ja: "\(path)には、nakami trainが書いたものではないファイルがあります。"
        + "空のフォルダか新しいフォルダを--outで指定してください")
  }

  /// Whether the folder is that of an older program, which kept no list: a checkpoint, which no other
  /// program writes under that name, and nothing but this command's files.
  private static func isUnlistedTraining(_ place: String, _ names: [String]) -> Bool {
    let partial = ".checkpoint.safetensors.partial"
    let card = FileManager.default.contents(atPath: place + "/README.md")
    return names.contains { $0 == "checkpoint.safetensors" || $0 == partial }
      && names.allSatisfy { own.contains($0) || $0 == partial }
      && (card == nil || card!.starts(with: cardTitle.utf8))
  }

  var checkpoint: String { Paths.join(place, "checkpoint.safetensors") }

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
      try writer.write(to: Paths.join(place, "model.safetensors"))
      return
    }
    let tokenizer = try Tokenizer(
      specialTokens: [], byteTokens: (0..<256).map { Int32($0) }, merges: [])
    let card = """
      \(Self.cardTitle)

      Trained by `nakami train` on the plain bytes of one file (\(data)): \
      \(trainer.completedSteps) steps, \(shape.parameterCount) parameters, best validation loss \
      \(trainer.stopping.bestLoss) nats per byte after step \(trainer.stopping.bestStep). The last \
      tenth of the file was kept for validation.

      It goes on with text of the kind that it was trained on and knows nothing else.

      """
    try TrainedModel(parameters: trainer.parameters, tokenizer: tokenizer).save(
      folder: place, card: card)
  }
}
