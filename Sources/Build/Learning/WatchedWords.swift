import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization

/// The words whose embeddings are followed through the training: each a token of its own.
///
/// Of the town, for each language and each sort of thing that one can ask about, the first words of
/// its list that are one token. Of any other text, whose sorts nobody knows, the most frequent words.
struct WatchedWords {
  var tokens: [Int32]
  /// What each of them stands for; nil where nobody knows.
  var words: [TrainingRecord.WatchedWord]?

  /// At most so many of one sort in one language.
  static let countOfASort = 8

  init(
    world: World?, documents: [TokenizedDocument], tokenizer: Tokenizer
  ) {
    let known = world.map { Self.known(in: $0, tokenizer) } ?? []
    guard known.count < 3 else {
      tokens = known.map(\.token)
      words = known.map(\.word)
      return
    }
    tokens = Self.frequent(documents, tokenizer)
    words = nil
  }

  /// To two directions, which are those of the last rows: each language on axes of its own, for on
  /// shared ones nothing would be seen but the languages.
  func projection(fitting last: [[Float]]) -> ([[Float]]) -> RecordedTensor {
    guard let words else { return PrincipalAxes(rows: last).project }
    let parts = Language.allCases.compactMap { language in
      let places = words.indices.filter { words[$0].language == language }
      return places.count > 2 ? (places, PrincipalAxes(rows: places.map { last[$0] })) : nil
    }
    let all = PrincipalAxes(rows: last)
    return { rows in
      var projected = all.project(rows)
      for (places, axes) in parts {
        let part = axes.project(places.map { rows[$0] })
        for (index, place) in places.enumerated() {
          for axis in 0..<2 { projected.values[place * 2 + axis] = part.values[index * 2 + axis] }
        }
      }
      return projected
    }
  }

  private typealias Known = (token: Int32, word: TrainingRecord.WatchedWord)

  /// Words of the town that are one token, by language and sort, no token twice.
  private static func known(in world: World, _ tokenizer: Tokenizer) -> [Known] {
    var known: [Known] = []
    var sorts = ["person"]
    for relation in world.relations where !sorts.contains(relation.category) {
      sorts.append(relation.category)
    }
    for language in Language.allCases {
      for sort in sorts {
        let entries = world.categories.first { $0.id == sort }?.entries.map(\.words) ?? []
        let names = sort == "person" ? world.people.map(\.names) : entries
        let tokens = names.compactMap { name -> Int32? in
          let tokens = tokenizer.encode(written(name[language], language))
          return tokens.count == 1 ? tokens[0] : nil
        }
        for token in tokens.prefix(countOfASort) where !known.contains(where: { $0.token == token })
        {
          known.append((token, .init(sort: sort, language: language)))
        }
      }
    }
    return known
  }

  /// A word as it stands within a sentence: in English the last one, behind a space.
  private static func written(_ name: String, _ language: Language) -> String {
    switch language {
    case .english: " " + (name.split(separator: " ").last ?? "")
    case .japanese: name
    }
  }

  /// The tokens of whole words that occur most often, at most 48.
  private static func frequent(
    _ documents: [TokenizedDocument], _ tokenizer: Tokenizer
  ) -> [Int32] {
    var counts = [Int](repeating: 0, count: tokenizer.vocabularySize)
    for document in documents { for token in document.tokens { counts[Int(token)] += 1 } }
    return counts.indices.filter { id in
      let bytes = tokenizer.bytes(of: Int32(id))
      guard bytes.count >= 4, let text = String(validating: bytes, as: UTF8.self) else {
        return false
      }
      let scalars = text.unicodeScalars
      let isWord = scalars.first == " " || (scalars.first?.value ?? 0) > 0x3000
      return isWord && scalars.dropFirst().allSatisfy(\.properties.isAlphabetic)
    }
    .sorted { (counts[$1], $0) < (counts[$0], $1) }
    .prefix(48).sorted().map(Int32.init)
  }
}
