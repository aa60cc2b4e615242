import Names
import Record

/// Two versions beside each other, made by hand: in English their answers part after a token, in Japanese at once.
package enum PartingSample {
  package static let record = PartingRecord(partings: [japanese, english, refused])

  private static func piece(_ id: Int32, _ text: String) -> TokenPiece {
    SampleRun.piece(id, text)
  }

  private static let english = PartingRecord.Parting(
    id: "2.en", old: 1, new: 2, language: .english, prompt: "Where does Mira work?",
    tokens: [piece(1, "<|en|>"), piece(60, "Mira"), piece(52, "At")], shared: 1,
    before: answer("At the bakery.", [(52, "At", 0.9375), (50, " the bakery.", 0.875)]),
    after: answer("At sea.", [(52, "At", 0.96875), (51, " sea.", 0.75)]),
    rivals: [piece(50, " the bakery."), piece(51, " sea.")],
    whole: .init(old: [0.875, 0.0625], new: [0.125, 0.75]),
    removals: removals([
      .init(old: [0.5, 0.25], new: [0.25, 0.5]), .init(old: [0.8125, 0.0625], new: [0.125, 0.25]),
      .init(old: [0.375, 0.125], new: [0.5, 0.0625]), .init(old: [0.75, 0], new: [0, 0.875]),
      .init(old: [0.25, 0.5], new: [0.25, 0.5]), .init(old: [0.0625, 0.5], new: [0.125, 0.625]),
      .init(old: [0.875, 0.0625], new: [0.125, 0.75]),
      .init(old: [0.5, 0.25], new: [0.25, 0.375]),
    ]), heads: heads([0.125, 0.0625, 0.25, 0.03125]))

  private static let japanese = PartingRecord.Parting(
    id: "2.ja", old: 1, new: 2, language: .japanese, prompt: "ミラはどこで働いていますか。",
    tokens: [piece(2, "<|ja|>"), piece(61, "ミラ"), piece(62, "は")], shared: 0,
    before: answer("パン屋です。", [(55, "パン屋", 0.5), (54, "です。", 0.9375)]),
    after: answer("海です。", [(53, "海", 0.9375), (54, "です。", 0.875)]),
    rivals: [piece(55, "パン屋"), piece(53, "海")],
    whole: .init(old: [0.5, 0.25], new: [0.0625, 0.9375]),
    removals: removals(
      [
        (0.5, 0.9375), (0.375, 0.875), (0.4375, 0.625), (0.4375, 0.8125), (0.25, 0.75),
        (0.5, 0.9375), (0.375, 0.75), (0.5, 0.875),
      ].map { .init(old: [$0.0, 0.125], new: [0.03125, $0.1]) }),
    heads: heads([0.0625, 0.25, 0.03125, 0.0625]))

  /// Of a version that is not told of.
  private static let refused: PartingRecord.Parting = {
    var parting = english
    (parting.id, parting.new) = ("3.en", 3)
    parting.whole.new = [0.25, 0.625]
    parting.after.tokens[1].probability = 0.625
    return parting
  }()

  private static func answer(
    _ text: String, _ tokens: [(Int32, String, Double)]
  ) -> PartingRecord.Answer {
    let end = (Int32(0), "<|end|>", 1.0)
    return .init(
      text: text,
      tokens: (tokens + [end]).map { .init(token: piece($0.0, $0.1), probability: $0.2) })
  }

  /// Of two layers with two heads each.
  private static func removals(_ guesses: [PartingRecord.Guess]) -> [PartingRecord.Removal] {
    guesses.enumerated().map { place, guess in
      let part = [(ModelPart.attention, nil), (.attention, 0), (.attention, 1), (.mlp, nil)][
        place % 4]
      return .init(layer: place / 4, part: part.0, head: part.1, guess: guess)
    }
  }

  private static func heads(_ distances: [Double]) -> [PartingRecord.Head] {
    distances.enumerated().map { .init(layer: $0 / 2, head: $0 % 2, distance: $1) }
  }

  /// Patterns whose distances are those of the record: of each head the last row moves three times as far as
  /// the average, the others stay.
  package static func addTensors(to store: inout TensorStore) {
    for parting in record.partings {
      var (old, new): ([Float], [Float]) = ([], [])
      for head in parting.heads {
        let moved = Float(3 * head.distance)
        old += [1, 0, 0, 0.5, 0.5, 0] + [0.8125, 0.125, 0.0625]
        new += [1, 0, 0, 0.5, 0.5, 0] + [0.8125 - moved, 0.125, 0.0625 + moved]
      }
      let shape = [parting.heads.count, 3, 3]
      store[parting.patternNames.old] = RecordedTensor(shape: shape, values: old)
      store[parting.patternNames.new] = RecordedTensor(shape: shape, values: new)
    }
  }
}
