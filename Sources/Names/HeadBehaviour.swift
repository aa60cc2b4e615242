/// What an attention head can be seen to do, each measured by itself.
public enum HeadBehaviour: String, Sendable, CaseIterable {
  /// Looks most at the token just before.
  case previousToken
  /// Looks most at the token itself.
  case sameToken
  /// Looks most at the first token of the text.
  case firstToken
  /// In a text that repeats itself looks most at what followed last time.
  case induction
  /// Where the answer begins, looks most at the name in the question.
  case name
  /// Hands on the name itself, so that it becomes likelier than any other token.
  case copying
}
