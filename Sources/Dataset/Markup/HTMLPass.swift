import Names
import RawData

/// Turns a page into paragraphs: tags vanish, references become characters, menus and adverts go.
///
/// Blocks end a line and so does `br`, inline tags leave nothing, white space collapses as in a
/// browser but for preformatted text, which keeps its lines and its indentation. A region that is
/// never closed is kept, so that a malformed page loses no text.
struct HTMLPass {
  private enum Gap: Int, Comparable {
    case none, space, line, paragraph
    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  private let bytes: Bytes
  private let language: Language?
  private var gap = Gap.none
  private var gapStart: Int?
  private var gapHasMarkup = false
  /// White space of preformatted text in the gap, since its last block tag.
  private var exactInGap: [UInt8] = []
  private var isExact = false
  private var boilerplateInGap: [Range<Int>] = []
  private var lastScalar: UInt32?

  /// - Parameter keepsFurniture: menus, adverts and what else stands around the text stay.
  /// - Returns: Whether the page holds preformatted text.
  @discardableResult
  static func run(
    _ bytes: Bytes, language: Language?, keepsFurniture: Bool = false, into edits: inout EditList
  ) -> Bool {
    var pass = HTMLPass(bytes: bytes, language: language)
    return pass.convert(keepsFurniture: keepsFurniture, into: &edits)
  }

  private init(bytes: Bytes, language: Language?) {
    self.bytes = bytes
    self.language = language
  }

  private mutating func convert(keepsFurniture: Bool, into edits: inout EditList) -> Bool {
    let outline = HTMLOutline(bytes)
    let choice = HTMLChoice(outline)
    let wraps = HTMLLineBreaks(outline, bytes).wraps
    var holdsPreformatted = false
    var preformatted = 0
    var index = 0
    var regions = choice.removed.filter { !keepsFurniture || !$0.isBoilerplate }[...]
    while index < outline.tokens.count {
      if let region = regions.first, region.tokens.lowerBound == index {
        regions.removeFirst()
        let start = outline.tokens[index].range.lowerBound
        let end = outline.tokens[region.tokens.upperBound - 1].range.upperBound
        beginGap(at: start)
        if region.isBoilerplate { boilerplateInGap.append(start..<end) }
        if region.isBlock { endLine() }
        gapHasMarkup = true
        index = region.tokens.upperBound
        continue
      }
      let token = outline.tokens[index]
      let traits = outline.elements[index].traits
      switch token.kind {
      case .startTag, .endTag:
        beginGap(at: token.range.lowerBound)
        gapHasMarkup = true
        if traits.contains(.block) { endLine() }
        if traits.contains(.preformatted) {
          holdsPreformatted = true
          preformatted = max(0, preformatted + (token.kind == .startTag ? 1 : -1))
        }
        if outline.elements[index].id == HTMLElement.lineBreak {
          if wraps.contains(index) { gap = max(gap, .line) } else { endLine() }
        }
      case .comment, .doctype:
        beginGap(at: token.range.lowerBound)
        gapHasMarkup = true
      case .text, .rawText:
        text(token.range, isPreformatted: preformatted > 0, into: &edits)
      case .reference:
        reference(token.range, into: &edits)
      }
      index += 1
    }
    if gapStart != nil {
      gap = .none
      endGap(at: bytes.count, before: nil, into: &edits)
    }
    return holdsPreformatted
  }

  private mutating func endLine() {
    gap = max(gap, .paragraph)
    exactInGap.removeAll(keepingCapacity: true)
    isExact = false
  }

  private mutating func beginGap(at start: Int) {
    if gapStart == nil {
      gapStart = start
      gap = .none
      gapHasMarkup = false
      exactInGap.removeAll(keepingCapacity: true)
      isExact = false
      boilerplateInGap.removeAll(keepingCapacity: true)
    }
  }

  private mutating func text(
    _ range: Range<Int>, isPreformatted: Bool, into edits: inout EditList
  ) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte.isASCIISpace {
        beginGap(at: place)
        let isLine = byte == 0x0A || byte == 0x0D
        if isPreformatted {
          // From the last line end on: it was written as it is to be read.
          isExact = true
          exactInGap.append(byte == 0x0D ? 0x0A : byte)
          gap = max(gap, .space)
        } else {
          gap = max(gap, isLine ? .line : .space)
        }
        place += 1
        continue
      }
      if gapStart != nil { endGap(at: place, before: bytes.scalar(at: place).value, into: &edits) }
      while place < range.upperBound, !bytes[place].isASCIISpace { place += 1 }
      lastScalar = bytes.scalar(before: place).value
    }
  }

  private mutating func reference(_ range: Range<Int>, into edits: inout EditList) {
    guard let reference = CharacterReference(in: bytes, at: range.lowerBound) else {
      preconditionFailure("a reference token at \(range) that is none")
    }
    let scalar = reference.text.withUnsafeBufferPointer { $0.scalar(at: 0).value }
    if [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0].contains(scalar) {
      beginGap(at: range.lowerBound)
      gapHasMarkup = true
      gap = max(gap, .space)
      return
    }
    if gapStart != nil { endGap(at: range.lowerBound, before: scalar, into: &edits) }
    edits.replace(range.lowerBound, range.upperBound, with: reference.text, rule: .markup)
    lastScalar = reference.text.withUnsafeBufferPointer { $0.scalar(before: $0.count).value }
  }

  /// Writes what stands for the tags and the white space before `end`.
  private mutating func endGap(
    at end: Int, before scalar: UInt32?, into edits: inout EditList
  ) {
    guard let start = gapStart else { return }
    gapStart = nil
    let separator = self.separator(before: scalar)
    if !gapHasMarkup, bytes[start..<end].elementsEqual(separator) { return }
    var place = start
    for range in boilerplateInGap {
      if range.lowerBound > place { edits.remove(place, range.lowerBound, rule: .markup) }
      edits.remove(range.lowerBound, range.upperBound, rule: .boilerplate)
      place = range.upperBound
    }
    if place < end || !separator.isEmpty {
      edits.replace(place, end, with: separator, rule: .markup)
    }
  }

  /// What stands for the gap between the last character and the next.
  private func separator(before scalar: UInt32?) -> [UInt8] {
    guard let lastScalar, let scalar else { return [] }
    switch gap {
    case .none: return []
    case .space where isExact: return exactInGap
    case .space: return [0x20]
    case .line: return LineJoin.needsSpace(lastScalar, scalar, language) ? [0x20] : []
    case .paragraph:
      // The first line of preformatted text may be indented.
      let start = exactInGap.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return [0x0A] + exactInGap[start...]
    }
  }
}

/// Whether a line end within a paragraph stands for a space.
enum LineJoin {
  /// Western words keep their spaces inside text that has none between words.
  static func needsSpace(_ last: UInt32, _ next: UInt32, _ language: Language?) -> Bool {
    if language?.writing.separatesWords == false { return last < 0x80 && next < 0x80 }
    return !(Script.isJapanese(last) && Script.isJapanese(next))
  }
}
