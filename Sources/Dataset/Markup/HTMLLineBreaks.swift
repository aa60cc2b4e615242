/// Which `br` of a page only wrap a line.
///
/// Two or more in one paragraph part lines, as in verse, addresses and dialogue. A single one in
/// the middle of running text is taken for a line end that somebody typed: there is text before and
/// after it, and the paragraph ends as sentences do. O(length).
struct HTMLLineBreaks {
  /// The tokens of these.
  private(set) var wraps: Set<Int> = []

  init(_ outline: HTMLOutline, _ bytes: Bytes) {
    var breaks = (first: 0, count: 0)
    var hasTextBefore = false
    var hasTextAfter = false
    var last: Int?
    func endParagraph() {
      if breaks.count == 1, hasTextBefore, hasTextAfter, let last,
        Self.endsSentence(outline.tokens[last], bytes)
      {
        wraps.insert(breaks.first)
      }
      breaks = (0, 0)
      hasTextBefore = false
      hasTextAfter = false
      last = nil
    }
    for (index, token) in outline.tokens.enumerated() {
      switch token.kind {
      case .startTag, .endTag:
        if outline.elements[index].id == HTMLElement.lineBreak {
          if breaks.count == 0 { breaks.first = index }
          breaks.count += 1
        } else if outline.elements[index].traits.contains(.block) {
          endParagraph()
        }
      case .text, .reference:
        guard outline.weights.visible(index..<index + 1) > 0 else { continue }
        if breaks.count == 0 { hasTextBefore = true } else { hasTextAfter = true }
        last = index
      case .rawText, .comment, .doctype: break
      }
    }
    endParagraph()
  }

  private static func endsSentence(_ token: HTMLTokenizer.Token, _ bytes: Bytes) -> Bool {
    if token.kind == .reference {
      guard let reference = CharacterReference(in: bytes, at: token.range.lowerBound) else {
        return false
      }
      return reference.text.withUnsafeBufferPointer { $0.endsSentence(0..<$0.count) }
    }
    return bytes.endsSentence(bytes.trimmed(token.range))
  }
}
