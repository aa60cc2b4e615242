/// Where the ways come from in which people write telephone numbers, addresses and names of users.
public enum FormOrigin: String, Sendable, CaseIterable {
  case japan
  case unitedStates
  case britain
  case germany
  case france
  /// Files of programs and their settings.
  case programs

  public var title: LocalizedText {
    switch self {
    case .japan: LocalizedText(en: "Japan", ja: "日本")
    case .unitedStates: LocalizedText(en: "United States", ja: "アメリカ")
    case .britain: LocalizedText(en: "Britain", ja: "イギリス")
    case .germany: LocalizedText(en: "Germany", ja: "ドイツ")
    case .france: LocalizedText(en: "France", ja: "フランス")
    case .programs: LocalizedText(en: "Programs", ja: "プログラム")
    }
  }
}
