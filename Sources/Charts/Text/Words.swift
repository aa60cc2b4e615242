/// Words of scripts that put gaps between them.
enum Words {
  /// Whether a character can be part of a word: Latin letters, digits, and the apostrophe within.
  static func isLetter(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: return true
    case 0x27, 0x5F: return true
    default: return false
    }
  }

  /// The words of a text, and each other character by itself; together they are the text. What stands for a
  /// character that cannot be seen, as `‹U+000A›` does, is one piece.
  static func pieces(_ text: String) -> [[Character]] {
    var pieces: [[Character]] = []
    var isInside = false
    var isNamed = false
    for character in text {
      if isNamed {
        pieces[pieces.count - 1].append(character)
        isNamed = character != "›"
        continue
      }
      isNamed = character == "‹"
      let isWord = isLetter(character)
      if isWord && isInside {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append([character])
      }
      isInside = isWord
    }
    return pieces
  }

  /// How many of the first `count` characters there are when no word is cut; `count` where a single word
  /// fills them all.
  static func cut(_ characters: [Character], first count: Int) -> Int {
    guard count > 0, count < characters.count else { return count }
    var end = count
    while end > 0 && isLetter(characters[end - 1]) && isLetter(characters[end]) { end -= 1 }
    return end > 0 ? end : count
  }
}
