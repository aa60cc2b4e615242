import Foundation
import Markdown
import Names

/// Words of the lessons that explain themselves where a page has them first, in one language.
///
/// They stand in `glossary.md` beside the lessons of a language, one line a word:
/// `- token (token, tokens): A piece of text …` The name before the brackets is the same in all languages.
public struct Glossary: Sendable, Equatable {
  /// One word.
  public struct Entry: Sendable, Equatable {
    /// Lower-case letters, digits and hyphens.
    public var id: String
    /// As it may stand in a text.
    public var forms: [String]
    /// What it means, in one sentence.
    public var meaning: String
  }

  public var entries: [Entry] = []
  /// Forms with the place of their entry by their first letter, the longest first, so that a part of a term
  /// is not taken for it.
  private var forms: [Unicode.Scalar: [Form]] = [:]

  private struct Form: Sendable, Equatable {
    var letters: [Unicode.Scalar]
    var entry: Int
  }

  public init() {}

  /// - Throws: `MarkdownError` with the line of a word that is not written as above, has another's name or
  ///   form, or is not explained in one sentence.
  public init(parsing text: String, file: String) throws(MarkdownError) {
    var lines: [(id: String, line: Int)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.hasPrefix("- ") {
      func wrong(en: String, ja: String) -> MarkdownError {
        MarkdownError(file: file, line: index + 1, en: en, ja: ja)
      }
      guard let entry = Self.entry(line.dropFirst(2)) else {
        throw wrong(
          en: "write a word as “- name (form, form): one sentence”",
          ja: "「- name (語形, 語形): 一文の説明」の形で書いてください")
      }
      guard Self.isOneSentence(entry.meaning) else {
        throw wrong(
          en: "“\(entry.id)” needs one sentence that ends with a full stop",
          ja: "「\(entry.id)」は、句点で終わる一文で説明してください")
      }
      if let other = lines.first(where: { $0.id == entry.id }) {
        throw wrong(
          en: "“\(entry.id)” is explained in line \(other.line) already",
          ja: "「\(entry.id)」は\(other.line)行目ですでに説明されています")
      }
      let known = Set(entries.flatMap(\.forms))
      if let form = entry.forms.first(where: known.contains) {
        throw wrong(
          en: "“\(form)” is a form of another word already",
          ja: "「\(form)」はすでにほかの語の語形です")
      }
      lines.append((entry.id, index + 1))
      entries.append(entry)
    }
    for (place, entry) in entries.enumerated() {
      for form in entry.forms {
        let letters = Array(form.unicodeScalars)
        // At the beginning of a sentence its first letter is a capital.
        for first in Set([letters[0], letters[0].properties.uppercaseMapping.unicodeScalars.first!])
        {
          forms[first, default: []].append(Form(letters: letters, entry: place))
        }
      }
    }
    for first in forms.keys { forms[first]?.sort { $0.letters.count > $1.letters.count } }
  }

  private static func entry(_ line: Substring) -> Entry? {
    guard let open = line.firstRange(of: " ("), let close = line.firstRange(of: "): "),
      open.upperBound < close.lowerBound
    else { return nil }
    let id = String(line[..<open.lowerBound])
    let forms = line[open.upperBound..<close.lowerBound].split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let isName =
      !id.isEmpty && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    guard isName, forms.allSatisfy({ !$0.isEmpty }) else { return nil }
    return Entry(
      id: id, forms: forms,
      meaning: line[close.upperBound...].trimmingCharacters(in: .whitespaces))
  }

  /// Whether a text ends with a full stop and has none before.
  private static func isOneSentence(_ text: String) -> Bool {
    guard let last = text.last, ".。".contains(last) else { return false }
    return !text.dropLast().contains("。") && !text.contains(". ")
  }

  /// The first word of a text that is not among those known already, with the part of the text that it is.
  ///
  /// A form stands alone: no letter of an alphabet, and in Japanese no character of the same script, goes on
  /// before or after it. The first letter may be a capital.
  public func first(
    in text: String, except known: Set<String>
  ) -> (range: Range<String.Index>, entry: Entry)? {
    let view = text.unicodeScalars
    let letters = Array(view)
    for start in letters.indices {
      guard let candidates = forms[letters[start]],
        start == 0 || !Self.goesOn(letters[start - 1], letters[start])
      else { continue }
      for form in candidates where !known.contains(entries[form.entry].id) {
        let end = start + form.letters.count
        guard end <= letters.count,
          letters[(start + 1)..<end].elementsEqual(form.letters.dropFirst()),
          end == letters.count || !Self.goesOn(letters[end - 1], letters[end])
        else { continue }
        let from = view.index(view.startIndex, offsetBy: start)
        return (from..<view.index(from, offsetBy: form.letters.count), entries[form.entry])
      }
    }
    return nil
  }

  /// Whether two letters side by side may belong to one word.
  private static func goesOn(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let (one, next) = (Script(one), Script(next))
    return one == next && one != .other
  }

  /// Kinds of letters of which words are made.
  private enum Script {
    case latin, katakana, kanji, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      // A long vowel belongs to the katakana before it, a hyphen joins words.
      case 0x30A1...0x30FA, 0x30FC: self = .katakana
      case 0x3005, 0x4E00...0x9FFF: self = .kanji
      case 0x2D, 0x30...0x39: self = .latin
      default: self = scalar.properties.isAlphabetic && scalar.value < 0x3000 ? .latin : .other
      }
    }
  }
}
