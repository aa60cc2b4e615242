import Files
import Training

/// The bytes of a file as tokens, for commands that learn from plain text: the first nine tenths for
/// training, the rest for validation.
struct ByteText {
  let training: [Int32]
  let validation: [Int32]

  /// - Parameter context: tokens in a sequence; validation must hold more than one.
  /// - Throws: `FileError` for a file that can't be read, `CommandError.data` for a byte that is no token,
  ///   and for too short a text.
  init(path: String, context: Int, vocabularySize: Int = 256) throws {
    let bytes = try InputFile.bytes(of: path, limit: .max)
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
      throw CommandError.data(
        en:
          "\(path) has \(tokens.count) bytes; the last tenth is for validation and must be longer than "
          + "a sequence of \(context), so it takes \(10 * context + 1) or more; give more text or a shorter "
          + "--context",
        ja: "\(path)は\(tokens.count)バイトです。最後の10分の1は検証用で、\(context)バイトの1行より長くなければならないので、"
          + "\(10 * context + 1)バイト以上必要です。文章を増やすか、--contextを短くしてください")
    }
    training = Array(tokens[..<cut])
    validation = Array(tokens[cut...])
  }
}
