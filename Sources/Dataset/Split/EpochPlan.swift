import Numerics

/// Which pieces of which documents share a row, for one epoch.
struct EpochPlan: Sendable {
  /// Tokens of one document that stand together in a row.
  struct Piece: Sendable, Equatable {
    var document: Int
    var tokens: Range<Int>
  }

  private(set) var pieces: [Piece] = []
  /// Ranges of `pieces`.
  private(set) var rows: [Range<Int>] = []

  /// Documents looked at to fill a row.
  private static let lookahead = 64

  init(_ documents: [TokenizedDocument], context: Int, seed: UInt64, epoch: Int) {
    var generator = RandomGenerator(seed: seed, stream: UInt64(epoch) &+ 1)
    var order = Array(documents.indices.filter { documents[$0].tokenCount > 1 })
    generator.shuffle(&order)
    pieces.reserveCapacity(order.count)
    pack(order.map { ($0, documents[$0].tokenCount) }, capacity: context + 1, &generator)
  }

  /// Fills row after row: with what is left of a document that was cut, then with whole documents. A document
  /// that is too long for a row begins at the end of one, so that nothing follows where it was cut.
  private mutating func pack(
    _ documents: [(place: Int, count: Int)], capacity: Int, _ generator: inout RandomGenerator
  ) {
    var window: [(place: Int, count: Int)] = []
    var next = 0
    var rest: (document: (place: Int, count: Int), start: Int)?
    while next < documents.count || !window.isEmpty || rest != nil {
      let start = pieces.count
      var free = capacity
      if let (document, from) = rest {
        let end = min(document.count, from + capacity)
        pieces.append(Piece(document: document.place, tokens: from..<end))
        free -= end - from
        rest = end < document.count ? (document, end - 1) : nil
      }
      while window.count < Self.lookahead, next < documents.count {
        window.append(documents[next])
        next += 1
      }
      var long: (place: Int, count: Int)?
      if rest == nil, free > 1, let first = window.first, first.count > capacity {
        long = window.removeFirst()
      }
      // Where it is cut is drawn; whole documents come before it as long as there is room for them.
      let kept = long == nil ? 0 : min(free, 2 + generator.below(capacity - 1))
      var index = 0
      while rest == nil, index < window.count, free - kept > 1 {
        if window[index].count <= free - kept {
          let document = window.remove(at: index)
          pieces.append(Piece(document: document.place, tokens: 0..<document.count))
          free -= document.count
        } else {
          index += 1
        }
      }
      if let long {
        pieces.append(Piece(document: long.place, tokens: 0..<free))
        rest = (long, free - 1)
      }
      rows.append(start..<pieces.count)
    }
  }
}
