import Names

/// The text of a file, its encoding, and what had to be mended in it.
public struct DecodedText: Sendable, Equatable {
  public var text: String
  public var encoding: TextEncoding
  public var mends = Mends()

  /// What was odd in its bytes and what became of it; nil where nothing was.
  public var notice: LocalizedText? {
    mends.isEmpty ? nil : MendedFile(path: "", encoding: encoding, mends: mends).notice
  }
}

/// Odd bytes in a file: they stand for no character of its encoding, or break the form of its table.
public struct Mends: Sendable, Equatable {
  /// Places that are shown as U+FFFD, as nothing tells what stood there.
  public var lost = 0
  /// Bytes among UTF-8 that were read as the letters or signs of Windows-1252 that they are.
  public var reread = 0
  /// The line of the first of them, counted from 1; 0 when there is none.
  public var firstLine = 0
  /// Lines of a table that were read as they stand because their quotation marks do not match.
  public var brokenLines = 0

  public var isEmpty: Bool { lost == 0 && reread == 0 && brokenLines == 0 }

  public init() {}

  /// One odd place in so many bytes is a slip of a disk, a cut or a rare sign; more of them say
  /// that the encoding is another one.
  static let bytesPerLoss = 1_000
  /// In a short file one odd place may be, if so many characters about it make sense.
  static let charactersPerLoss = 20
  /// Windows-1252 among UTF-8 loses nothing, but it must be the exception.
  static let charactersPerRereading = 50

  /// How many odd places a file of some bytes may have.
  static func most(in byteCount: Int) -> Int { 1 + byteCount / bytesPerLoss }

  /// Whether so many odd places are few among the characters of a file.
  func isFew(bytes: Int, characters: Int) -> Bool {
    lost <= Self.most(in: bytes) && lost * Self.charactersPerLoss <= characters
      && reread * Self.charactersPerRereading <= characters
  }
}

/// A file that was read although some of its bytes stand for no character.
public struct MendedFile: Sendable, Equatable {
  /// Within the collected folder.
  public var path: String
  public var encoding: TextEncoding
  public var mends: Mends

  /// What was odd, where, and what became of it.
  public var notice: LocalizedText {
    let name = encoding.rawValue
    let (lost, reread, line) = (mends.lost, mends.reread, mends.firstLine)
    var en: [String] = []
    var ja: [String] = []
    if lost > 0 {
      en.append(
        lost == 1
          ? "1 character is not \(name) and is shown as \u{FFFD}"
          : "\(lost) characters are not \(name) and are shown as \u{FFFD}")
      ja.append("\(name) として読めない文字が\(lost)個あり、\u{FFFD} で表します")
    }
    if reread > 0 {
      let other = TextEncoding.windows1252.rawValue
      en.append(
        reread == 1
          ? "1 byte is not \(name) and is read as \(other)"
          : "\(reread) bytes are not \(name) and are read as \(other)")
      ja.append("\(name) ではないバイトが\(reread)個あり、\(other) として読みます")
    }
    var text = LocalizedText(en: en.joined(separator: ", "), ja: ja.joined(separator: "。"))
    if line > 0 {
      text.en += " (first in line \(line))"
      text.ja += "（最初は\(line)行目）"
    }
    guard mends.brokenLines > 0 else { return text }
    let count = mends.brokenLines
    let isOne = count == 1
    return LocalizedText(
      en: text.en + (text.en.isEmpty ? "" : "; ")
        + "\(count) line\(isOne ? " has" : "s have") a quotation mark that does not close and "
        + "\(isOne ? "is" : "are") read as \(isOne ? "it stands" : "they stand")",
      ja: text.ja + (text.ja.isEmpty ? "" : "。") + "引用符が閉じていない行が\(count)行あり、書かれたまま読みます")
  }
}
