import Foundation
import Training

/// The bytes of a file as tokens, for commands that learn from plain text: the first nine tenths for
/// training, the rest for validation.
struct ByteText {
  let training: [Int32]
  let validation: [Int32]

  /// - Parameter context: tokens in a sequence; validation must hold more than one.
  /// - Throws: `CommandError.io` for a file that can't be read, `CommandError.data` for a byte that is
  ///   no token, `TrainingError.tooLittleData` for too short a text.
  init(path: String, context: Int, vocabularySize: Int = 256) throws {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CommandError.io(
        en: "can't read \(path): \(OutputFolder.reason(error)); name a readable text file",
        ja: "\(path)を読めません（\(OutputFolder.reason(error))）。読める文章のファイルを指定してください")
    }
    if let byte = bytes.first(where: { Int($0) >= vocabularySize }) {
      throw CommandError.data(
        en: "\(path) contains the byte \(byte), but the vocabulary ends at \(vocabularySize - 1); "
          + "use --vocabulary 256",
        ja: "\(path)にはバイト\(byte)がありますが、語彙は\(vocabularySize - 1)までです。"
          + "--vocabulary 256を使ってください")
    }
    let tokens = bytes.map { Int32($0) }
    let cut = tokens.count * 9 / 10
    guard tokens.count - cut > context else {
      throw TrainingError.tooLittleData(tokens: tokens.count, needed: 10 * (context + 1))
    }
    training = Array(tokens[..<cut])
    validation = Array(tokens[cut...])
  }
}
