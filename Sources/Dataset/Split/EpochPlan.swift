import Numerics

/// Which pieces of which documents share a row, for one epoch.
struct EpochPlan: Sendable {
  /// Tokens of one document that stand together in a row.
  struct Piece: Sendable, Equatable {
    var document: Int
    var tokens: Range<Int>
  }

  /// A piece in few bytes: a gigabyte of text has millions of them.
  private struct Packed {
    var document, start, end: Int32
  }

  private var packed: [Packed] = []
  /// Where the pieces of each row end.
  private var ends: [Int32] = []

  var rowCount: Int { ends.count }

  /// The pieces of a row, in their order.
  subscript(row: Int) -> some Sequence<Piece> {
    let start = row == 0 ? 0 : Int(ends[row - 1])
    return packed[start..<Int(ends[row])].lazy.map {
      Piece(document: Int($0.document), tokens: Int($0.start)..<Int($0.end))
    }
  }

  private mutating func add(_ document: Int, _ tokens: Range<Int>) {
    packed.append(
      Packed(
        document: Int32(document), start: Int32(tokens.lowerBound), end: Int32(tokens.upperBound)))
  }

  /// Documents looked at to fill a row.
  private static let lookahead = 64

  init(_ documents: [TokenizedDocument], context: Int, seed: UInt64, epoch: Int) {
    var generator = RandomGenerator(seed: seed, stream: UInt64(epoch) &+ 1)
    var order = Array(documents.indices.filter { documents[$0].tokenCount > 1 })
    generator.shuffle(&order)
    let tokens = order.reduce(0) { $0 + documents[$1].tokenCount }
    // A row holds one token more than the context, and most cut documents share one with the next row.
    packed.reserveCapacity(order.count + tokens / context)
    ends.reserveCapacity(tokens / context + 1)
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
      var free = capacity
      if let (document, from) = rest {
        let end = min(document.count, from + capacity)
        add(document.place, from..<end)
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
          add(document.place, 0..<document.count)
          free -= document.count
        } else {
          index += 1
        }
      }
      if let long {
        add(long.place, 0..<free)
        rest = (long, free - 1)
      }
      ends.append(Int32(packed.count))
    }
  }
}
