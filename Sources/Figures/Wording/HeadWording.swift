import Names

/// What heads do, in words.
struct HeadWording: Sendable {
  /// The label of a head.
  var label: @Sendable (HeadBehaviour) -> String
  /// Between several labels.
  var separator: String
  /// Of a head that has none.
  var unlabelled: String

  /// All labels of a head.
  func labels(_ labels: [HeadBehaviour]) -> String {
    labels.isEmpty ? unlabelled : labels.map(label).joined(separator: separator)
  }

  /// A head's name with its labels behind it, where it has any.
  func named(_ name: String, _ labels: [HeadBehaviour]?) -> String {
    guard let labels, !labels.isEmpty else { return name }
    return parentheses(name, labels.map(label).joined(separator: separator))
  }

  private var parentheses: @Sendable (String, String) -> String

  static let english = HeadWording(
    label: { behaviour in
      switch behaviour {
      case .previousToken: "previous token"
      case .sameToken: "itself"
      case .firstToken: "first token"
      case .induction: "induction"
      case .name: "name"
      case .copying: "copying"
      }
    },
    separator: ", ", unlabelled: "none", parentheses: { "\($0) (\($1))" })

  static let japanese = HeadWording(
    label: { behaviour in
      switch behaviour {
      case .previousToken: "直前"
      case .sameToken: "自分"
      case .firstToken: "先頭"
      case .induction: "誘導"
      case .name: "名前"
      case .copying: "書き写し"
      }
    },
    separator: "、", unlabelled: "なし", parentheses: { "\($0)（\($1)）" })
}
