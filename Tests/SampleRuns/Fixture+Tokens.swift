import Names
import Record

extension Fixture {
  package static let english = [
    piece("Mika", 402), piece(" works", 377), piece(" at", 281), piece(" the", 263),
    piece(" bak", 398), piece("ery", 366), piece(".", 18),
  ]
  package static let japanese = [
    piece("ミカ", 411), piece("さん", 305), piece("は", 270), piece("パン", 420),
    bytes([0xE5, 0xB1], 488), bytes([0x8B], 139), piece("で", 276), piece("働", 467),
    piece("いています", 390), piece("。", 266),
  ]

  package static func byteTokens(_ tokens: [TokenPiece]) -> [TokenPiece] {
    tokens.flatMap(\.bytes).map { byte in
      byte < 0x80
        ? piece(String(UnicodeScalar(byte)), Int32(byte) - 26) : bytes([byte], Int32(byte) - 26)
    }
  }

  package static func sample(_ language: Language, _ tokens: [TokenPiece])
    -> TokenizationRecord.EncodingSample
  {
    let bytes = byteTokens(tokens)
    // Tokens are completed one after the other.
    let steps = (0...tokens.count).map { done in
      Array(tokens.prefix(done)) + byteTokens(Array(tokens.dropFirst(done)))
    }
    return TokenizationRecord.EncodingSample(
      language: language, text: String(decoding: bytes.flatMap(\.bytes), as: UTF8.self),
      tokens: tokens, steps: steps)
  }

  package static let tokenization: TokenizationRecord = {
    let pairs = [
      ("t", "h"), ("h", "e"), (" ", "a"), (" ", "th"), ("i", "n"), (" th", "e"), ("e", "r"),
      (" ", "w"), ("パ", "ン"), ("で", "す"), ("い", "ま"), (" har", "bour"), ("です", "。"),
      (" bak", "ery"), ("ミ", "カ"), ("働", "いて"),
    ]
    var length = 1_187_400
    let merges = pairs.enumerated().map { index, pair -> TokenizationRecord.MergeRecord in
      let count = 21_000 / (index + 1)
      defer { length -= count }
      let id = Int32(263 + index)
      return TokenizationRecord.MergeRecord(
        left: piece(pair.0, 90 + Int32(index)), right: piece(pair.1, 120 + Int32(index)),
        result: piece(pair.0 + pair.1, id), count: count, lengthBefore: length,
        lengthAfter: length - count)
    }
    return TokenizationRecord(
      vocabularySize: 279, specialTokens: [special("<|end|>", 0), special("<|en|>", 1)],
      merges: merges, bytesInCorpus: 1_187_400, tokensInCorpus: length,
      bytesPerToken: [
        LanguageValue(language: .english, value: 3.41),
        LanguageValue(language: .japanese, value: 5.27),
      ], samples: [sample(.english, english), sample(.japanese, japanese)])
  }()

  package static let dataset: DatasetRecord = {
    let part = { (name: Split, share: Int) in
      let shelves = [
        (DocumentKind.news, Language.english), (.news, .japanese), (.story, .english),
        (.story, .japanese),
      ].map { kind, language in
        DatasetRecord.Shelf(
          kind: kind, language: language, documents: 6 * share,
          tokens: (kind == .news ? 900 : 1400) * share)
      }
      return DatasetRecord.Part(
        name: name, documents: 24 * share, tokens: 4600 * share, bytes: 18_000 * share,
        shelves: shelves)
    }
    let row = { (language: TokenPiece, tokens: [TokenPiece]) in
      let all = [language] + tokens + [special("<|end|>", 0)]
      return DatasetRecord.BatchRow(inputs: Array(all.dropLast()), targets: Array(all.dropFirst()))
    }
    return DatasetRecord(
      parts: [part(Split.training, 90), part(Split.validation, 5), part(Split.test, 5)],
      batchSize: 20,
      contextLength: 96,
      rows: [row(special("<|en|>", 1), english), row(special("<|ja|>", 2), japanese)])
  }()
}
