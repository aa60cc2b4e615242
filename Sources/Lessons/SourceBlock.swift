import Markdown
import Names

/// `:::source PlainModel.attention` … `:::`: the code of a function of the room `Plain`.
extension Block {
  /// The function that is named.
  var sourceName: String? {
    guard case .section(let name, _) = content, name.hasPrefix("source ") else { return nil }
    return String(name.dropFirst(7))
  }

  /// Whether the function's code stands in it.
  var showsSource: Bool { sourceName != nil && !inner.isEmpty }

  fileprivate var inner: [Block] {
    guard case .section(_, let inner) = content else { return [] }
    return inner
  }
}

extension LessonReader {
  /// The blocks with the code of each function where it is named, also within sections.
  func withSources(_ blocks: [Block]) throws(MarkdownError) -> [Block] {
    var result: [Block] = []
    for var block in blocks {
      if let name = block.sourceName {
        block.content = .section(name: "source " + name, [try code(of: name, block)])
      } else if case .section(let name, let inner) = block.content {
        block.content = .section(name: name, try withSources(inner))
      } else if case .choice(let condition, let first, let otherwise) = block.content {
        block.content = .choice(
          condition: condition, try withSources(first), otherwise: try withSources(otherwise))
      }
      result.append(block)
    }
    return result
  }

  private func code(of name: String, _ block: Block) throws(MarkdownError) -> Block {
    guard block.inner.isEmpty else {
      throw error(
        "“:::source \(name)” takes its code from \(PlainSources.path); end it with “:::” on the "
          + "next line",
        ja: "「:::source \(name)」のコードは\(PlainSources.path)から取ります。次の行を「:::」にしてください", block.line)
    }
    guard sources.folder != nil else {
      throw error(
        "no folder \(PlainSources.path) beside Lessons, here or above to take “\(name)” from; run "
          + "nakami in its checkout",
        ja:
          "「\(name)」を取り出す\(PlainSources.path)が、レッスンのフォルダーの隣にも、この場所にも、その上にもありません。nakamiのソースのフォルダーで実行してください",
        block.line)
    }
    guard let text = sources.function(name) else {
      throw error(
        "no function “\(name)” in \(PlainSources.path)",
        ja: "\(PlainSources.path)に「\(name)」という関数はありません", block.line,
        Self.nearest(
          to: name, among: sources.functions,
          all: LocalizedText(
            en: "All functions of that folder can be shown", ja: "見せられるのはそのフォルダーの関数です")))
    }
    return Block(line: block.line, content: .code(language: "swift", [.text(text)]))
  }
}
