/// Words in a row, such as `can|could you please? tell|show me`: `|` stands between choices, `?` after
/// what may be missing.
struct WordPattern: Sendable {
  private let places: [(choices: [String], isOptional: Bool)]

  init(_ pattern: String) {
    places = pattern.split(separator: " ").map { place in
      let isOptional = place.hasSuffix("?")
      let choices = (isOptional ? place.dropLast() : place).split(separator: "|").map(String.init)
      return (choices, isOptional)
    }
  }

  /// How many of the first words it takes, as many as it can; nil when it does not fit.
  func match(_ words: ArraySlice<String>) -> Int? {
    match(words, from: 0)
  }

  private func match(_ words: ArraySlice<String>, from place: Int) -> Int? {
    guard place < places.count else { return 0 }
    let (choices, isOptional) = places[place]
    if let first = words.first, choices.contains(first),
      let rest = match(words.dropFirst(), from: place + 1)
    {
      return rest + 1
    }
    return isOptional ? match(words, from: place + 1) : nil
  }
}

extension [WordPattern] {
  /// The most words that one of them takes.
  func longestMatch(_ words: ArraySlice<String>) -> Int? {
    compactMap { $0.match(words) }.max()
  }
}
