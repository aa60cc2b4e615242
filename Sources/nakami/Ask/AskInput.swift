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
  var text: String
  /// Where it is from, if only its beginning was read.
  var cutSource: String?

  /// More than any model sees; what is beyond it is not read.
  static let limit = 1 << 20

  /// - Throws: where nothing is given, or what is given is no text.
  init(_ arguments: Arguments) throws {
    var words = arguments.words
    let takesInput = words.last == "-"
    if takesInput { words.removeLast() }
    if words.count > 1 { _ = try arguments.oneWord(called: "question") }
    let file = arguments.string("--file")
    guard !takesInput || file == nil else {
      throw CommandError.usage("- is standard input; give it or --file, not both")
    }
    var parts = words
    if let file {
      let source = try InputFile(file)
      let bytes = try source.bytes(0..<min(source.byteCount, Self.limit))
      if source.byteCount > Self.limit { cutSource = file }
      parts.append(try Self.decode(bytes, from: file))
    } else if takesInput || words.isEmpty && isatty(STDIN_FILENO) == 0 {
      let (bytes, isCut) = try Self.standardInput()
      if isCut { cutSource = "standard input" }
      parts.append(try Self.decode(bytes, from: "standard input"))
    } else if words.isEmpty {
      throw CommandError.usage("a question is missing: nakami ask \"Where does Mira work?\"")
    }
    text = parts.joined(separator: "\n")
  }

  private static func standardInput() throws -> (bytes: [UInt8], isCut: Bool) {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let data: Data?
      do {
        data = try FileHandle.standardInput.read(upToCount: min(1 << 16, limit + 1 - bytes.count))
      } catch {
        throw CommandError.io("standard input cannot be read; give the text as an argument")
      }
      guard let data, !data.isEmpty else { return (bytes, false) }
      bytes += data
    }
    return (Array(bytes.prefix(limit)), true)
  }

  /// The text of bytes in whatever encoding they are in.
  private static func decode(_ bytes: [UInt8], from place: String) throws(CommandError) -> String {
    var bytes = bytes
    // Where only a part was read it may end within a character.
    if bytes.count == limit, let last = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }),
      bytes.count - last < 4, bytes[last] >= 0xC0
    {
      bytes.removeLast(bytes.count - last)
    }
    do {
      return try TextDetection.read(bytes).text
    } catch {
      let problem =
        switch error {
        case .binary: "is binary, not text"
        case .unknownEncoding: "is in no encoding that is known here"
        case .unread(let name): "is in \(name), which is not read here"
        case .damaged(let encoding): "is damaged \(encoding.rawValue)"
        }
      throw .data("\(place) \(problem); give plain text, best in UTF-8")
    }
  }

  /// The language that the answer is wanted in.
  static func answerLanguage(_ arguments: Arguments) throws(CommandError) -> Language? {
    try arguments.choice("--answer-in", of: Language.allCases.map(\.rawValue))
      .flatMap(Language.init)
  }
}
