import Numerics

/// Which pieces of which documents share a row, for one epoch.
struct EpochPlan: Sendable {
  /// Tokens of one document that stand together in a row.
  struct Piece: Sendable, Equatable {
    var document: Int
    var tokens: Range<Int>
    /// The middle or the end of a document: it starts a row.
    var isContinuation: Bool { tokens.lowerBound > 0 }
  }

  private(set) var pieces: [Piece] = []
  /// Ranges of `pieces`.
  private(set) var rows: [Range<Int>] = []

  /// Documents looked at to fill the rest of a row.
  private static let lookahead = 64

  init(_ documents: [TokenizedDocument], context: Int, seed: UInt64, epoch: Int) {
    var generator = RandomGenerator(seed: seed, stream: UInt64(epoch) &+ 1)
    var order = Array(documents.indices.filter { documents[$0].tokenCount > 1 })
    generator.shuffle(&order)
    var all: [Piece] = []
    all.reserveCapacity(order.count)
    for document in order {
      Self.cut(document, documents[document].tokenCount, context, &generator, &all)
    }
    pack(all, capacity: context + 1)
  }

  /// Pieces of at most `context + 1` tokens; each begins with the last token of the one before.
  private static func cut(
    _ document: Int, _ count: Int, _ context: Int, _ generator: inout RandomGenerator,
    _ pieces: inout [Piece]
  ) {
    guard count > context + 1 else {
      pieces.append(Piece(document: document, tokens: 0..<count))
      return
    }
    var end = 2 + generator.below(context)
    var start = 0
    while true {
      pieces.append(Piece(document: document, tokens: start..<end))
      if end == count { return }
      start = end - 1
      end = min(count, start + context + 1)
    }
  }

  private mutating func pack(_ all: [Piece], capacity: Int) {
    pieces.reserveCapacity(all.count)
    var window: [Piece] = []
    var next = 0
    while next < all.count || !window.isEmpty {
      while window.count < Self.lookahead, next < all.count {
        window.append(all[next])
        next += 1
      }
      let start = pieces.count
      var free = capacity
      var index = 0
      while index < window.count, free > 1 {
        let piece = window[index]
        let isFirst = pieces.count == start
        if piece.tokens.count <= free, isFirst || !piece.isContinuation {
          pieces.append(piece)
          free -= piece.tokens.count
          window.remove(at: index)
        } else {
          index += 1
        }
      }
      rows.append(start..<pieces.count)
    }
  }
}
