/// How much text each part of a page holds, and of which kind, in bytes without white space.
///
/// A stretch between two tags that break a paragraph counts as prose when it is long enough, holds
/// a mark that ends a sentence or parts it, and is mostly not a link; what is preformatted does too.
struct HTMLWeights {
  /// Sums before each token.
  private var visible: [Int32] = [0]
  private var links: [Int32] = [0]
  private var prose: [Int32] = [0]
  private var marks: [Int32] = [0]
  private var headings: [Int32] = [0]
  private var mainHeadings: [Int32] = [0]
  private var articles: [Int32] = [0]

  /// Bytes that prose needs: a line of it.
  static let shortestProse: Int32 = 64

  init() {}

  init(_ outline: HTMLOutline, _ bytes: Bytes) {
    var hidden = outline.nodes.filter { $0.isHidden && $0.isClosed }[...]
    var linked = outline.nodes.filter { $0.isLink && $0.isClosed }[...]
    let count = outline.tokens.count
    var own = [Int32](repeating: 0, count: count)
    var isProse = [Bool](repeating: false, count: count)
    var hiddenEnd = 0
    var linkEnd = 0
    var preformatted = 0
    var rawTextIsHidden = false
    var block = (start: 0, weight: Int32(0), links: Int32(0), marks: Int32(0), isCode: false)
    func endBlock(at token: Int) {
      let isLong = block.weight >= Self.shortestProse && block.marks > 0
      if block.weight > 0, block.isCode || isLong && block.links * 2 <= block.weight {
        for index in block.start..<token { isProse[index] = true }
      }
      block = (token, 0, 0, 0, false)
    }
    visible.reserveCapacity(count + 1)
    links.reserveCapacity(count + 1)
    prose.reserveCapacity(count + 1)
    for (index, token) in outline.tokens.enumerated() {
      while let first = hidden.first, first.tokens.lowerBound <= index {
        hiddenEnd = max(hiddenEnd, first.tokens.upperBound)
        hidden.removeFirst()
      }
      while let first = linked.first, first.tokens.lowerBound <= index {
        linkEnd = max(linkEnd, first.tokens.upperBound)
        linked.removeFirst()
      }
      var weight = 0
      var marks = 0
      let traits = outline.elements[index].traits
      switch token.kind {
      case .startTag, .endTag:
        let isLineBreak = outline.elements[index].id == HTMLElement.lineBreak
        if traits.contains(.block) || isLineBreak { endBlock(at: index) }
        if traits.contains(.preformatted) {
          preformatted = max(0, preformatted + (token.kind == .startTag ? 1 : -1))
        }
        rawTextIsHidden = !traits.isDisjoint(with: [.hidden, .boilerplate])
      case .text where index >= hiddenEnd:
        (weight, marks) = Self.measure(bytes, token.range)
      case .rawText where index >= hiddenEnd && !rawTextIsHidden:
        weight = token.range.count
      case .reference where index >= hiddenEnd: weight = 1
      case .text, .rawText, .reference, .comment, .doctype: break
      }
      let isLink = index < linkEnd
      own[index] = Int32(clamping: weight)
      block.weight += own[index]
      block.marks += Int32(marks)
      if isLink { block.links += own[index] }
      if preformatted > 0, weight > 0 { block.isCode = true }
      visible.append(visible[index] + own[index])
      links.append(links[index] + (isLink ? own[index] : 0))
      let isStart = token.kind == .startTag
      headings.append(headings[index] + (isStart && traits.contains(.heading) ? 1 : 0))
      let isMain = isStart && outline.elements[index].id == HTMLElement.mainHeading
      mainHeadings.append(mainHeadings[index] + (isMain ? 1 : 0))
      let isArticle = isStart && outline.elements[index].id == HTMLElement.article
      articles.append(articles[index] + (isArticle ? 1 : 0))
      self.marks.append(self.marks[index] + (isLink ? 0 : Int32(marks)))
    }
    endBlock(at: count)
    for index in 0..<count { prose.append(prose[index] + (isProse[index] ? own[index] : 0)) }
  }

  /// Bytes that are no white space, and marks of sentences among them.
  private static func measure(_ bytes: Bytes, _ range: Range<Int>) -> (weight: Int, marks: Int) {
    var weight = 0
    var marks = 0
    for place in range {
      let byte = bytes[place]
      guard !byte.isASCIISpace else { continue }
      weight += 1
      switch byte {
      case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: marks += 1
      // 、 。 ！ ， ． ？ …
      case 0xE3: if bytes.has("、", at: place) || bytes.has("。", at: place) { marks += 1 }
      case 0xEF:
        if place + 2 < range.upperBound, bytes[place + 1] == 0xBC,
          [0x81, 0x8C, 0x8E, 0x9F].contains(bytes[place + 2])
        {
          marks += 1
        }
      case 0xE2: if bytes.has("…", at: place) { marks += 1 }
      default: break
      }
    }
    return (weight, marks)
  }

  /// All visible text.
  func visible(_ tokens: Range<Int>) -> Int { Self.sum(visible, tokens) }
  /// Text of links.
  func links(_ tokens: Range<Int>) -> Int { Self.sum(links, tokens) }
  func prose(_ tokens: Range<Int>) -> Int { Self.sum(prose, tokens) }
  /// Marks of sentences outside of links, a number.
  func marks(_ tokens: Range<Int>) -> Int { Self.sum(marks, tokens) }

  func headings(_ tokens: Range<Int>) -> Int { Self.sum(headings, tokens) }
  func mainHeadings(_ tokens: Range<Int>) -> Int { Self.sum(mainHeadings, tokens) }
  func articles(_ tokens: Range<Int>) -> Int { Self.sum(articles, tokens) }

  private static func sum(_ sums: [Int32], _ tokens: Range<Int>) -> Int {
    Int(sums[tokens.upperBound] - sums[tokens.lowerBound])
  }
}
