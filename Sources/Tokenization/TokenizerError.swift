import Names

/// Parts that no tokenizer can be made of.
public enum TokenizerError: ReadableError, Equatable {
  /// A merge joins a token that no byte and no earlier merge makes.
  case unknownPart(rank: Int, Int32, Int32)
  case repeatedMerge(rank: Int, Int32, Int32)
  case repeatedID(Int32)
  case idOutOfRange(Int32)

  /// What is wrong and what to do, in one line.
  public func text(_ language: Language) -> String {
    let text =
      switch self {
      case .unknownPart(let rank, let left, let right):
        LocalizedText(
          en: "merge \(rank + 1) joins tokens \(left) and \(right), of which one is not made by an "
            + "earlier merge; give the merges in the order of learning",
          ja: "\(rank + 1)番目の結合のトークン\(left)と\(right)に、まだできていないものがあります。学んだ順に並べてください")
      case .repeatedMerge(let rank, let left, let right):
        LocalizedText(
          en: "merge \(rank + 1) joins tokens \(left) and \(right) a second time; leave one of the "
            + "two out",
          ja: "\(rank + 1)番目の結合は、トークン\(left)と\(right)の2度目の結合です。どちらかを消してください")
      case .repeatedID(let id):
        LocalizedText(
          en: "token id \(id) stands for two different things; give each token an id of its own",
          ja: "トークン番号\(id)が、二つの違うものを表しています。トークンごとに別の番号を付けてください")
      case .idOutOfRange(let id):
        LocalizedText(
          en: "token id \(id) is not between 0 and \(1 << 24 - 1); number the tokens from 0",
          ja: "トークン番号\(id)は0から\(1 << 24 - 1)までにありません。番号を0から付けてください")
      }
    return text[language]
  }
}
