/// Makes an element from what its braces list: strings become text, loops and conditions are allowed.
public func tag(
  _ name: String, _ attributes: Attributes = [:],
  @MarkupBuilder _ content: () -> [Markup] = { [] }
) -> Markup {
  .element(name, attributes, content())
}

/// Makes an element that holds one text.
public func tag(_ name: String, _ attributes: Attributes, _ text: String) -> Markup {
  .element(name, attributes, [.text(text)])
}

/// Makes an element without attributes that holds one text.
public func tag(_ name: String, _ text: String) -> Markup {
  .element(name, [:], [.text(text)])
}

/// Makes an element that holds the pieces given.
public func tag(_ name: String, _ attributes: Attributes, _ children: [Markup]) -> Markup {
  .element(name, attributes, children)
}

/// Collects pieces of markup in the order in which they are listed.
@resultBuilder
public enum MarkupBuilder {
  public static func buildExpression(_ piece: Markup) -> [Markup] { [piece] }
  public static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  public static func buildExpression(_ pieces: [Markup]) -> [Markup] { pieces }
  public static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  public static func buildEither(first part: [Markup]) -> [Markup] { part }
  public static func buildEither(second part: [Markup]) -> [Markup] { part }
  public static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap { $0 } }
}
