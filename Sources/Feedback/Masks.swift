import Dataset
import Names

/// How many mail addresses, telephone numbers and user names were masked.
public struct Masks: Sendable, Equatable {
  private var counts: [PersonalData.Kind: Int] = [:]

  public init() {}

  init(_ kinds: [PersonalData.Kind]) { for kind in kinds { counts[kind, default: 0] += 1 } }

  public var isEmpty: Bool { counts.isEmpty }

  public subscript(kind: PersonalData.Kind) -> Int { counts[kind] ?? 0 }

  mutating func add(_ others: Masks) { counts.merge(others.counts, uniquingKeysWith: +) }

  /// What was masked, in words: `1 mail address, 2 telephone numbers`.
  public var words: LocalizedText {
    let present = PersonalData.Kind.allCases.filter { self[$0] > 0 }
    return LocalizedText(
      en: present.map { kind in
        let name =
          switch kind {
          case .mail: self[kind] == 1 ? "mail address" : "mail addresses"
          case .telephone: self[kind] == 1 ? "telephone number" : "telephone numbers"
          case .user: self[kind] == 1 ? "user name" : "user names"
          }
        return "\(self[kind]) \(name)"
      }.joined(separator: ", "),
      ja: present.map { kind in
        let name =
          switch kind {
          case .mail: "メールアドレス"
          case .telephone: "電話番号"
          case .user: "ユーザー名"
          }
        return "\(name)\(self[kind])件"
      }.joined(separator: "、"))
  }
}
