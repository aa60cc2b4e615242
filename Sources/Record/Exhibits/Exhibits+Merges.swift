import Names

// L2d: merges in the reader's script.
extension Exhibits {
  /// A merge with its number in the order in which all were learned, from 1.
  public typealias NumberedMerge = (number: Int, merge: TokenizationRecord.MergeRecord)

  /// The merges that are told in full.
  public typealias Merges = (first: NumberedMerge?, second: NumberedMerge?, last: NumberedMerge?)

  /// The merges that can be read by readers of the language, in their order: both sides and the result
  /// are whole characters, and the result has a letter of the reader's script. Where there is none, those
  /// of whole characters; where there is none either, all.
  public var readableMerges: [NumberedMerge] {
    let all = (run[.tokenization]?.merges ?? []).enumerated().map {
      (number: $0.offset + 1, merge: $0.element)
    }
    let whole = all.filter { _, merge in
      ![merge.left, merge.right, merge.result].contains(where: \.endsInsideACharacter)
    }
    let own = whole.filter { language.isScript(of: $0.merge.result.text) }
    return own.isEmpty ? whole.isEmpty ? all : whole : own
  }

  /// Of the readable merges the first, the second and the last.
  public var merges: Merges {
    let merges = readableMerges
    return (merges.first, merges.dropFirst().first, merges.last)
  }

  /// Of the readable merges the first ones and then some of the later ones, evenly spread, the last among
  /// them.
  public func shownMerges(first: Int, later: Int) -> [NumberedMerge] {
    let merges = readableMerges
    guard merges.count > first + later, later > 1 else { return merges }
    let rest = Array(merges.dropFirst(first + 1))
    return merges.prefix(first)
      + (0..<later).map { rest[$0 * (rest.count - 1) / (later - 1)] }
  }
}
