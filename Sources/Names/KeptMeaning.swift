/// Characters whose shape or place is their meaning, which Unicode's compatibility form would lose.
public enum KeptMeaning: String, Sendable, CaseIterable {
  case power
  case lowered
  case fraction
  case circled
  case unit
  case wave
  case voiced
}
