import Names

/// What a grammar said: posts of paragraphs, before anything is written to a file.
struct Telling: Sendable {
  /// A run of text, or something personal that cleaning will mask.
  enum Piece: Sendable, Equatable {
    case text(String)
    case personal(Grammar.PersonalData)
    /// Text that looks like noise of this kind and is none.
    case lookalike(NoiseKind, String)
  }

  struct Paragraph: Sendable, Equatable {
    var isItem = false
    var pieces: [Piece] = []

    /// The text that cleaning leaves of it.
    var clean: String {
      pieces.map { piece in
        switch piece {
        case .text(let text): text
        case .personal(let data): data.mask
        case .lookalike(_, let text): text
        }
      }.joined()
    }
  }

  var posts: [[Paragraph]] = [[Paragraph()]]

  var paragraphs: [Paragraph] { posts.flatMap { $0 } }

  /// The text that cleaning and normalization leave: paragraphs joined by line feeds.
  var clean: String { paragraphs.map(\.clean).joined(separator: "\n") }

  mutating func append(_ text: String) {
    let post = posts.count - 1
    let paragraph = posts[post].count - 1
    if case .text(let before)? = posts[post][paragraph].pieces.last {
      posts[post][paragraph].pieces.removeLast()
      posts[post][paragraph].pieces.append(.text(before + text))
    } else {
      posts[post][paragraph].pieces.append(.text(text))
    }
  }

  mutating func append(_ data: Grammar.PersonalData) {
    let post = posts.count - 1
    posts[post][posts[post].count - 1].pieces.append(.personal(data))
  }

  mutating func append(_ kind: NoiseKind, lookalike text: String) {
    let post = posts.count - 1
    posts[post][posts[post].count - 1].pieces.append(.lookalike(kind, text))
  }

  mutating func beginParagraph() { posts[posts.count - 1].append(Paragraph()) }
  mutating func beginPost() { posts.append([Paragraph()]) }
  mutating func beginItem() {
    let post = posts.count - 1
    posts[post][posts[post].count - 1].isItem = true
  }
}
