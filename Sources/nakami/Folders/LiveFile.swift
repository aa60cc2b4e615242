import Files
import Live
import ModelFile
import Site

/// The model of a folder for the live page of its site.
enum LiveFile {
  /// - Parameter folder: where a model was saved.
  /// - Returns: nil where none was.
  /// - Throws: `FileError` when it can't be read.
  static func content(of folder: String) throws -> LiveContent? {
    guard SystemCalls.isFolder(folder) else { return nil }
    // A model that is too large is not even read.
    let bytes = 4 * (try TrainedModel.parameterCount(folder: folder))
    guard bytes <= LiveContent.most else { return .tooLarge(parameterBytes: bytes) }
    let model = try TrainedModel.load(folder: folder)
    return .model(
      LivePack(
        parameters: model.parameters, tokenizer: model.tokenizer,
        endTokens: model.generation.endTokens
      ).bytes)
  }
}
