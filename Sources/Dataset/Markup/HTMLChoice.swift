/// Which parts of a page are kept.
struct HTMLChoice {
  struct Removal {
    var tokens: Range<Int>
    var isBoilerplate: Bool
    var isBlock: Bool
  }

  /// What is removed, ascending, without overlap.
  private(set) var removed: [Removal] = []
  /// The token ranges of `main`, or of the articles; empty when the whole page counts.
  private(set) var content: [Range<Int>] = []

  init(_ outline: HTMLOutline) {
    var candidates: [Removal] = []
    let total = outline.weight(0..<outline.tokens.count)
    let cores = outline.regions.filter {
      $0.element.traits.contains(.content) && outline.weight($0.tokens) > 0
    }
    let coreStarts = cores.map(\.tokens.lowerBound).sorted()
    func holdsCore(_ tokens: Range<Int>) -> Bool {
      let first = coreStarts.partition(before: tokens.lowerBound)
      return first < coreStarts.count && coreStarts[first] < tokens.upperBound
    }
    for region in outline.regions where region.isClosed {
      let traits = region.element.traits
      let isBlock = traits.contains(.block)
      if traits.contains(.hidden) {
        candidates.append(
          Removal(tokens: region.tokens, isBoilerplate: false, isBlock: isBlock))
        continue
      }
      guard !holdsCore(region.tokens) else { continue }
      if traits.contains(.boilerplate) {
        // The header of an article holds its title.
        if region.element.id == Self.header, region.isInContent,
          outline.holdsHeading(region.tokens)
        {
          continue
        }
        // Some sites put the whole page into one form.
        if region.element.id == Self.form, outline.weight(region.tokens) * 2 > total { continue }
        candidates.append(Removal(tokens: region.tokens, isBoilerplate: true, isBlock: isBlock))
      } else if region.name != .none, outline.weight(region.tokens) * 2 <= total {
        // A section whose id was made from its heading.
        if region.name == .byID, outline.weight(region.tokens) > 300,
          outline.holdsHeading(region.tokens)
        {
          continue
        }
        candidates.append(Removal(tokens: region.tokens, isBoilerplate: true, isBlock: isBlock))
      }
    }
    candidates.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
    var end = 0
    for candidate in candidates where candidate.tokens.lowerBound >= end {
      removed.append(candidate)
      end = candidate.tokens.upperBound
    }
    choose(cores, in: outline, total: total)
  }

  /// Takes `main`, or else the articles, unless most of the text stands elsewhere.
  private mutating func choose(
    _ cores: [HTMLOutline.Region], in outline: HTMLOutline, total: Int
  ) {
    let mains = cores.filter { $0.element.id == Self.main }
    var ranges = (mains.isEmpty ? cores : mains).map(\.tokens)
    ranges.sort { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    var end = 0
    for range in ranges where range.lowerBound >= end {
      content.append(range)
      end = range.upperBound
    }
    let kept = content.reduce(0) { $0 + outline.weight($1) }
    let furniture = removed.reduce(0) { $0 + outline.weight($1.tokens) }
    if kept * 4 < total - furniture - kept { content = [] }
  }

  private static let header = fingerprint("header".utf8)
  private static let form = fingerprint("form".utf8)
  private static let main = fingerprint("main".utf8)
}

extension HTMLOutline {
  func holdsHeading(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].kind == .startTag && elements[$0].traits.contains(.heading) }
  }
}

extension [Int] {
  /// The number of elements below `value` in a sorted array. O(log n).
  func partition(before value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
