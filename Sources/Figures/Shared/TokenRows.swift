import Charts
import Names
import Record

/// A text that was encoded, and its tokens as rows of a table.
enum TokenRows {
  typealias Sample = TokenizationRecord.EncodingSample

  /// The text that the figures of the tokenizer show.
  static func sample(_ context: FigureContext) throws(FigureError) -> Sample {
    guard let sample = context.exhibits.encodingSample else {
      throw context.missing(context.wording.reasons.noEncodedText)
    }
    return sample
  }

  /// Bytes as hexadecimal numbers.
  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { BytesView.hex($0) }.joined(separator: " ")
  }

  /// Rows of a table for tokens in their order.
  static func cells(_ tokens: [TokenPiece]) -> [[String]] {
    tokens.enumerated().map { index, token in
      [
        Numbers.count(index), token.shown,
        String(token.id), hex(token.bytes),
      ]
    }
  }
}
