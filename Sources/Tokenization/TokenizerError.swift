/// Parts that no tokenizer can be made of.
public enum TokenizerError: Error, Equatable, CustomStringConvertible {
  /// A merge joins a token that no byte and no earlier merge makes.
  case unknownPart(rank: Int, Int32, Int32)
  case repeatedMerge(rank: Int, Int32, Int32)
  case repeatedID(Int32)
  case idOutOfRange(Int32)

  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .unknownPart(let rank, let left, let right):
      "merge \(rank + 1) joins tokens \(left) and \(right), of which one is not made by an earlier "
        + "merge; give the merges in the order of learning"
    case .repeatedMerge(let rank, let left, let right):
      "merge \(rank + 1) joins tokens \(left) and \(right) a second time; leave one of the two out"
    case .repeatedID(let id):
      "token id \(id) stands for two different things; give each token an id of its own"
    case .idOutOfRange(let id):
      "token id \(id) is not between 0 and \(1 << 24 - 1); number the tokens from 0"
    }
  }
}
