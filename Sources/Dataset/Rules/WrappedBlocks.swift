/// Which stretches of a plain text were broken to fit a page.
///
/// A block of lines between blank ones counts as wrapped when nearly every line end in it is forced:
/// the next line's first word would not have fitted. Blocks too short to tell are measured by the
/// page of the others. So verse, a table of contents and prose may stand in one file.
struct WrappedBlocks {
  struct Break {
    /// The index of the line that ends here.
    var line: Int
    /// Its width, in columns.
    var width: Int
    /// The width of the word that begins the next line.
    var nextWord: Int
  }

  private var blocks: [[Break]] = []

  mutating func add(_ block: [Break]) {
    if !block.isEmpty { blocks.append(block) }
  }

  /// The narrowest page.
  private static let narrowest = 40
  /// Breaks that a block needs to be judged by itself.
  private static let enough = 3

  /// The lines whose end is no end. O(breaks × log(breaks)).
  func wrappedLines() -> [Int] {
    let all = blocks.flatMap { $0 }
    var isWrapped = [Bool](repeating: false, count: blocks.count)
    var pages: [Int] = []
    for (index, block) in blocks.enumerated() where block.count >= Self.enough {
      let page = Self.page(block)
      isWrapped[index] = Self.isFull(block, page)
      if isWrapped[index] { pages.append(page) }
    }
    if pages.isEmpty {
      // Only short blocks: together they may tell.
      guard all.count >= Self.enough, Self.isFull(all, Self.page(all)) else { return [] }
      return all.map { $0.line }
    }
    pages.sort()
    let page = pages[pages.count / 2]
    for (index, block) in blocks.enumerated() where block.count < Self.enough {
      isWrapped[index] = Self.isFull(block, page) && block.allSatisfy { $0.width <= page + 4 }
    }
    return blocks.indices.flatMap { isWrapped[$0] ? blocks[$0].map { $0.line } : [] }
  }

  /// The width that lines were broken at.
  private static func page(_ breaks: [Break]) -> Int {
    let widths = breaks.map { $0.width }.sorted()
    return widths[min(widths.count - 1, widths.count * 95 / 100)]
  }

  /// Whether at least nine of ten line ends are forced by the width of the page.
  private static func isFull(_ breaks: [Break], _ page: Int) -> Bool {
    guard page >= narrowest else { return false }
    // Two columns of tolerance: Japanese type moves punctuation across the line end.
    let full = breaks.count { $0.width + 1 + $0.nextWord + 2 >= page }
    return full * 10 >= breaks.count * 9
  }
}
