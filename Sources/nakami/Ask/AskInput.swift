import Files
import Foundation
import Names
import RawData

extension Option {
  static let file = Option(
    "--file", "FILE", en: "take the text from a file, after the words given",
    ja: "文章をファイルから読み、書いた言葉のあとに続ける")
  static let answerIn = Option(
    "--answer-in", "LANG", en: "en or ja: let the model translate its answer",
    ja: "en か ja：答えをモデルに訳させる")
}

/// U1: the text that is asked, from the command line, standard input or a file.
struct AskInput {
  var text = ""
  /// Where it is from, if only its beginning was read.
  var cutSource: LocalizedText?
  /// How its bytes were read, where they are no faultless UTF-8.
  var reading: LocalizedText?

  /// More than any model sees; what is beyond it is not read.
  static let limit = 1 << 20

  /// - Throws: where nothing is given, or what is given is no text.
  init(_ arguments: Arguments) throws {
    var words = arguments.words
    let takesInput = words.last == "-"
    if takesInput { words.removeLast() }
    if words.count > 1 {
      _ = try arguments.oneWord(called: LocalizedText(en: "question", ja: "質問"))
    }
    let file = arguments.string("--file")
    guard !takesInput || file == nil else {
      throw CommandError.usage(
        en: "- is standard input; give it or --file, not both",
        ja: "-は標準入力です。-と--fileは、どちらか一つにしてください")
    }
    var parts = words
    if let file {
      let source = try InputFile(file)
      let bytes = try source.bytes(0..<min(source.byteCount, Self.limit))
      if source.byteCount > Self.limit { cutSource = LocalizedText(en: file, ja: file) }
      parts.append(try decode(bytes, from: LocalizedText(en: file, ja: file)))
    } else if takesInput || words.isEmpty && isatty(STDIN_FILENO) == 0 {
      let (bytes, isCut) = try Self.standardInput()
      if isCut { cutSource = Self.standardInputName }
      parts.append(try decode(bytes, from: Self.standardInputName))
    } else if words.isEmpty {
      throw CommandError.usage(
        en: "a question is missing: nakami ask \"Where does Mira work?\"",
        ja: "質問がありません：nakami ask \"ミラはどこで働いていますか。\"")
    }
    text = parts.joined(separator: "\n")
  }

  private static let standardInputName = LocalizedText(en: "standard input", ja: "標準入力")

  private static func standardInput() throws -> (bytes: [UInt8], isCut: Bool) {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let data: Data?
      do {
        data = try FileHandle.standardInput.read(upToCount: min(1 << 16, limit + 1 - bytes.count))
      } catch {
        throw CommandError.io(
          en: "standard input cannot be read; give the text as an argument",
          ja: "標準入力を読めません。文章を引数として書いてください")
      }
      guard let data, !data.isEmpty else { return (bytes, false) }
      bytes += data
    }
    return (Array(bytes.prefix(limit)), true)
  }

  /// The text of bytes in whatever encoding they are in; what is not plain UTF-8 is told in `reading`.
  private mutating func decode(
    _ bytes: [UInt8], from place: LocalizedText
  ) throws(CommandError) -> String {
    var bytes = bytes
    // Where only a part was read it may end within a character.
    if bytes.count == Self.limit, let last = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }),
      bytes.count - last < 4, bytes[last] >= 0xC0
    {
      bytes.removeLast(bytes.count - last)
    }
    do {
      let decoded = try TextDetection.read(bytes)
      reading = Self.reading(of: decoded, from: place)
      return decoded.text
    } catch {
      let problem =
        switch error {
        case .binary: LocalizedText(en: "is binary, not text", ja: "文章ではなくバイナリーです")
        case .packed: LocalizedText(en: "is packed; unpack it", ja: "圧縮されています。展開してください")
        case .unknownEncoding:
          LocalizedText(en: "is in no encoding that is known here", ja: "文字コードがわかりません")
        case .unread(let name):
          LocalizedText(en: "is in \(name), which is not read here", ja: "\(name)の文章は読めません")
        case .damaged(let encoding):
          LocalizedText(en: "is damaged \(encoding.rawValue)", ja: "\(encoding.rawValue)として壊れています")
        }
      throw .data(
        en: "\(place.en) \(problem.en); give plain text, best in UTF-8",
        ja: "\(place.ja)：\(problem.ja)。普通の文章を、できればUTF-8で渡してください")
    }
  }

  /// In which encoding a text was read, and what of it was lost; nil for faultless UTF-8.
  private static func reading(
    of decoded: DecodedText, from place: LocalizedText
  ) -> LocalizedText? {
    let name = decoded.encoding.rawValue
    let isOther = decoded.encoding != .utf8
    guard isOther || decoded.notice != nil else { return nil }
    let other = LocalizedText(
      en: "not UTF-8; its bytes look like \(name), so it is read as that",
      ja: "UTF-8ではなく、バイトの並びから\(name)とみて読みます")
    let told: [LocalizedText] = [isOther ? other : nil, decoded.notice].compactMap { $0 }
    return LocalizedText(
      en: "\(place.en): " + told.map(\.en).joined(separator: "; "),
      ja: "\(place.ja)：" + told.map(\.ja).joined(separator: "。"))
  }

  /// The language that the answer is wanted in.
  static func answerLanguage(_ arguments: Arguments) throws(CommandError) -> Language? {
    try arguments.choice("--answer-in", of: Language.allCases.map(\.rawValue))
      .flatMap(Language.init)
  }
}
