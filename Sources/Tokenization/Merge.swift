/// One step of learning: the most frequent pair of neighbours became a token of its own.
public struct Merge: Sendable, Equatable {
  public var left: Int32
  public var right: Int32
  /// The token that replaces the pair.
  public var id: Int32
  /// Occurrences of the pair in the corpus when it was chosen.
  ///
  /// In a run of one token (`aaa`) occurrences overlap, so fewer of them may be replaced.
  public var count: Int
  /// Tokens in the corpus before and after the replacement.
  public var lengthBefore: Int
  public var lengthAfter: Int

  public init(
    left: Int32, right: Int32, id: Int32, count: Int, lengthBefore: Int, lengthAfter: Int
  ) {
    self.left = left
    self.right = right
    self.id = id
    self.count = count
    self.lengthBefore = lengthBefore
    self.lengthAfter = lengthAfter
  }
}
