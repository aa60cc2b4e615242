/// Cuts text where katakana, hiragana, kanji and everything else meet.
///
/// Japanese puts no spaces between words, but most words change the script: names of people in
/// `ミラさんはパン屋で` are katakana, what follows them is hiragana. A tokenizer that learns from
/// whole sentences joins frequent names with whatever follows (`ミラさんは`, `ミラさ` and half a
/// character), and the model has to learn the same person several times. Learning from these pieces
/// instead keeps words apart, as spaces do in English.
public enum ScriptRuns {
  enum Script { case katakana, hiragana, kanji, other }

  /// The pieces in their order; together they are the text.
  /// - Complexity: O(n).
  public static func cut(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var last: Script?
    for index in scalars.indices {
      let script = script(of: scalars[index])
      if let last, script != last {
        pieces.append(text[start..<index])
        start = index
      }
      last = script
    }
    if start < scalars.endIndex { pieces.append(text[start...]) }
    return pieces
  }

  static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x30A0...0x30FF, 0x31F0...0x31FF: .katakana
    case 0x3041...0x309F: .hiragana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      .kanji
    default: .other
    }
  }
}
