import Charts
import Figures
import Names
import Record

/// U3: the token of the answer that is followed through one block and one head.
extension RecordedValue {
  static let followed: [RecordedValue] = [
    .init("followed.token", "the token of the answer that is followed", token: \.followedPiece),
    .init(
      "followed.after", "the token after which it is predicted",
      token: { $0.answer?.readTokens.last }),
    .init(
      "followed.read", "what of the answer stands before it",
      text: { $0.answer?.followed?.read.joinedText.trimmed }),
    .init(
      "followed.positions", "tokens before it: of the prompt and of the answer",
      count: \.followedPosition),
    .init("look.first.token", "what the followed head looks at most there", token: { $0.seen(0) }),
    .init("look.first.score", "the score of that", places: 3, { $0.look(0)?.score }),
    .init("look.first.weight", "its attention", places: 3, { $0.look(0)?.weight }),
    .init("look.second.token", "what it looks at next to that", token: { $0.seen(1) }),
    .init("look.second.score", "the score of that", places: 3, { $0.look(1)?.score }),
    .init("look.second.weight", "its attention", places: 3, { $0.look(1)?.weight }),
    .init(
      "look.difference", "the difference of the two scores, written out",
      text: { shown in
        guard let first = shown.look(0), let second = shown.look(1) else { return nil }
        return Calculations.difference(first.score, second.score)
      }),
    .init(
      "look.ratio", "the first attention over the second", digits: 3,
      number: { shown in
        guard let first = shown.look(0), let second = shown.look(1), second.weight > 0 else {
          return nil
        }
        return first.weight / second.weight
      }),
    length("additions.before", "length of the row that arrives at the followed block", \.before),
    length("additions.attention", "length of what attention adds", \.attention),
    length("additions.between", "length of the row after that", \.between),
    length("additions.mlp", "length of what the MLP adds", \.mlp),
    length("additions.after", "length of the row after that", \.after),
    .init(
      "mlp.push", "how far that MLP moves the logit of the followed token, above the average token",
      places: 2, { $0.answer?.followed?.push }),
    .init(
      "mlp.mostPush", "the most that one of the neurons shown does for it", places: 2,
      { $0.answer?.followed?.neurons.map(\.push).max() }),
  ]

  private static func length(
    _ name: String, _ meaning: String,
    _ row: @escaping @Sendable (FollowedPass.Additions) -> [Float]
  ) -> RecordedValue {
    .init(
      name, meaning, digits: 3,
      number: { $0.followedPass?.additions.map { FollowedPass.Additions.length(row($0)) } })
  }
}

extension Exhibits {
  /// How the followed head looks where the followed token is predicted, the strongest look first.
  fileprivate func look(_ rank: Int) -> FollowedPass.Look? {
    followedPass?.looks?.dropFirst(rank).first
  }

  fileprivate func seen(_ rank: Int) -> TokenPiece? {
    look(rank).flatMap { look in
      let tokens = answer?.readTokens ?? []
      return tokens.indices.contains(look.key) ? tokens[look.key] : nil
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
