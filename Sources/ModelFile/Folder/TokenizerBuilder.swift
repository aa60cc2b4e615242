import Files
import Names
import Tokenization

/// Makes a tokenizer of names, ids and pairs as files give them.
struct TokenizerBuilder {
  let path: String
  /// Bytes of a token in GPT-2's alphabet to its id.
  private var ids: [[UInt8]: Int32] = [:]
  /// Tokens by id, whatever they are made of.
  private var names: [Int32: String] = [:]
  /// Tokens of the vocabulary alone, added ones that do not stand in it left out.
  private var vocabularyCount = 0
  private var merges: [Tokenizer.NumberedMerge] = []
  /// Beside the words and their merges; ids of added tokens are those of their names.
  var rules = TextRules()

  /// Highest number of tokens that is read; the largest models have a quarter of a million.
  private static let sizeLimit = 1 << 20

  init(path: String) { self.path = path }

  /// A token of the vocabulary.
  mutating func add(_ name: String, id: Int?) throws(FileError) {
    let id = try checked(name, id)
    guard names.updateValue(name, forKey: id) == nil else {
      throw error(
        LocalizedText(
          en: "token id \(id) stands for two different things", ja: "トークン番号\(id)が、二つの違うものを表しています"))
    }
    vocabularyCount += 1
    // Names are kept by their bytes: Swift takes canonically equivalent strings for the same.
    if let bytes = ByteAlphabet.bytes(of: name) { ids[bytes] = id }
  }

  /// A token that is taken out of a text as a whole, which may stand in the vocabulary too.
  ///
  /// One without letters is found nowhere and has no number, as in `tokenizers`.
  mutating func addToken(_ token: AddedToken, id: Int?) throws(FileError) {
    guard !token.text.isEmpty else { return }
    let id = try checked(token.text, id)
    if let known = names[id] {
      guard known.utf8.elementsEqual(token.text.utf8) else {
        throw error(
          LocalizedText(
            en: "token id \(id) stands for two different things", ja: "トークン番号\(id)が、二つの違うものを表しています")
        )
      }
    }
    names[id] = token.text
    var token = token
    token.id = id
    rules.added.removeAll { $0.id == id }
    rules.added.append(token)
  }

  /// The id that `tokenizers` gives to a token that has none; nil where another token has it, as in a
  /// vocabulary with gaps, of which the new one would take the place.
  var nextID: Int? {
    let highest = rules.added.map { Int($0.id) + 1 }.max() ?? 0
    let next = max(vocabularyCount, highest)
    return names[Int32(next)] == nil ? next : nil
  }

  /// The id of a token by its name, compared byte by byte.
  func id(of name: String) -> Int32? {
    names.first { $0.value.utf8.elementsEqual(name.utf8) }?.key
  }

  /// Whether a token is taken out of texts already.
  func isAdded(_ name: String) -> Bool {
    rules.added.contains { $0.text.utf8.elementsEqual(name.utf8) }
  }

  /// - Parameter parts: the two names that are joined.
  mutating func addMerge(_ parts: [String]) throws(FileError) {
    guard parts.count == 2, let left = ByteAlphabet.bytes(of: parts[0]),
      let right = ByteAlphabet.bytes(of: parts[1])
    else {
      throw error(
        LocalizedText(
          en: "merge \(merges.count + 1) is not a pair of tokens",
          ja: "\(merges.count + 1)番目の結合が、トークンの組ではありません"))
    }
    guard let leftID = ids[left], let rightID = ids[right], let id = ids[left + right] else {
      throw error(
        LocalizedText(
          en: "merge \(merges.count + 1) joins \"\(FileError.shown(parts[0]))\" and "
            + "\"\(FileError.shown(parts[1]))\", which are not all in the vocabulary",
          ja: "\(merges.count + 1)番目の結合の「\(FileError.shown(parts[0]))」と"
            + "「\(FileError.shown(parts[1]))」が、そろって語彙にありません"))
    }
    merges.append((leftID, rightID, id))
  }

  /// - Parameter vocabularySize: of the model that the tokenizer belongs to.
  func build(vocabularySize: Int?) throws(FileError) -> Tokenizer {
    let byteTokens = (UInt8.min...UInt8.max).map { ids[[$0]] ?? Tokenizer.noToken }
    let highest = Int(names.keys.max() ?? 0)
    var produced = Set(byteTokens).union(merges.map(\.id))
    try requireBytes(byteTokens, produced)
    for token in rules.added where !token.isSpecial { produced.insert(token.id) }
    var rules = rules
    rules.added.sort { $0.id < $1.id }
    var special: [(id: Int32, text: String)] = []
    // A tokenizer may have more tokens than its model, and a model more than its tokenizer.
    for id in 0..<Int32(max(vocabularySize ?? 0, highest + 1)) where !produced.contains(id) {
      special.append((id, names[id] ?? "<|unused \(id)|>"))
    }
    do {
      return try Tokenizer(
        specialTokens: special, byteTokens: byteTokens, merges: merges, rules: rules)
    } catch {
      throw self.error(
        LocalizedText(
          en: FileError.shown(error.text(.english), limit: 300),
          ja: FileError.shown(error.text(.japanese), limit: 300)))
    }
  }

  /// Some bytes may lack a token: a text that needs one is refused then. But where most words of the
  /// vocabulary come from no byte and no merge, it is a list of whole words by another name.
  private func requireBytes(_ byteTokens: [Int32], _ produced: Set<Int32>) throws(FileError) {
    let count = byteTokens.count { $0 != Tokenizer.noToken }
    guard count < 256 else { return }
    let added = Set(rules.added.map(\.id))
    let whole = names.keys.count { !produced.contains($0) && !added.contains($0) }
    guard count == 0 || whole > count + merges.count else { return }
    throw FileError(
      .unsupported, path: path,
      problem: LocalizedText(
        en: "it has tokens for \(count) of the 256 bytes, and \(whole) words that no merge makes",
        ja: "256種類のバイトのうちトークンがあるのは\(count)種類だけで、結合ではできない語が\(whole)個あります"),
      remedy: LocalizedText(
        en: "use a model with GPT-2's byte-level BPE", ja: "GPT-2と同じ、バイト単位のBPEのモデルを使ってください"))
  }

  private func checked(_ name: String, _ id: Int?) throws(FileError) -> Int32 {
    guard let id, id >= 0, id < Self.sizeLimit else {
      throw error(
        LocalizedText(
          en: "token \"\(FileError.shown(name))\" has no id from 0 to \(Self.sizeLimit - 1)",
          ja: "トークン「\(FileError.shown(name))」に、0から\(Self.sizeLimit - 1)までの番号がありません"))
    }
    return Int32(id)
  }

  private func error(_ problem: LocalizedText) -> FileError {
    FileError(
      .malformed, path: path, problem: problem, remedy: .saveTokenizerAgain)
  }
}
