import Names
import RawData

/// Turns a page into paragraphs: tags vanish, references become characters, menus and adverts go.
///
/// Blocks end a line, inline tags leave nothing, white space collapses as in a browser. A region
/// that is never closed is kept, so that a malformed page loses no text.
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
  private var lineBreaksInGap = 0
  private var boilerplateInGap: [Range<Int>] = []
  private var lastScalar: UInt32?

  /// - Parameter keepsFurniture: menus, adverts and what else stands around the text stay.
  static func run(
    _ bytes: Bytes, language: Language?, keepsFurniture: Bool = false, into edits: inout EditList
  ) {
    var pass = HTMLPass(bytes: bytes, language: language)
    pass.convert(keepsFurniture: keepsFurniture, into: &edits)
  }

  private init(bytes: Bytes, language: Language?) {
    self.bytes = bytes
    self.language = language
  }

  private mutating func convert(keepsFurniture: Bool, into edits: inout EditList) {
    let outline = HTMLOutline(bytes)
    let choice = HTMLChoice(outline)
    var preformatted = 0
    var index = 0
    var regions = choice.removed.filter { !keepsFurniture || !$0.isBoilerplate }[...]
    var content = choice.content[...]
    while index < outline.tokens.count {
      if let region = regions.first, region.tokens.lowerBound == index {
        regions.removeFirst()
        let start = outline.tokens[index].range.lowerBound
        let end = outline.tokens[region.tokens.upperBound - 1].range.upperBound
        beginGap(at: start)
        if region.isBoilerplate { boilerplateInGap.append(start..<end) }
        if region.isBlock { gap = max(gap, .paragraph) }
        gapHasMarkup = true
        index = region.tokens.upperBound
        continue
      }
      while let first = content.first, first.upperBound <= index { content.removeFirst() }
      let isContent =
        keepsFurniture || choice.content.isEmpty || content.first?.contains(index) == true
      let token = outline.tokens[index]
      let traits = outline.elements[index].traits
      switch token.kind {
      case .startTag, .endTag:
        beginGap(at: token.range.lowerBound)
        gapHasMarkup = true
        if traits.contains(.block) { gap = max(gap, .paragraph) }
        if traits.contains(.preformatted) {
          preformatted = max(0, preformatted + (token.kind == .startTag ? 1 : -1))
        }
        if outline.elements[index].id == HTMLElement.lineBreak {
          lineBreaksInGap += 1
          gap = max(gap, lineBreaksInGap > 1 ? .paragraph : .line)
        }
      case .comment, .doctype:
        beginGap(at: token.range.lowerBound)
        gapHasMarkup = true
      case .text, .rawText:
        if isContent {
          text(token.range, isPreformatted: preformatted > 0, into: &edits)
        } else {
          outside(token.range, weight: outline.weight(index..<index + 1))
        }
      case .reference:
        if isContent {
          reference(token.range, into: &edits)
        } else {
          outside(token.range, weight: 1)
        }
      }
      index += 1
    }
    if gapStart != nil {
      gap = .none
      endGap(at: bytes.count, before: nil, into: &edits)
    }
  }

  private mutating func beginGap(at start: Int) {
    if gapStart == nil {
      gapStart = start
      gap = .none
      gapHasMarkup = false
      lineBreaksInGap = 0
      boilerplateInGap.removeAll(keepingCapacity: true)
    }
  }

  /// Text beside `main`: furniture of the page.
  private mutating func outside(_ range: Range<Int>, weight: Int) {
    beginGap(at: range.lowerBound)
    if weight > 0 { boilerplateInGap.append(range) }
    gapHasMarkup = true
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
        gap = max(gap, isLine ? (isPreformatted ? .paragraph : .line) : .space)
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
    var separator: StaticString = ""
    if let lastScalar, let scalar {
      switch gap {
      case .none: separator = ""
      case .space: separator = " "
      case .line: separator = LineJoin.needsSpace(lastScalar, scalar, language) ? " " : ""
      case .paragraph: separator = "\n"
      }
    }
    if !gapHasMarkup, end - start == separator.utf8CodeUnitCount, bytes.has(separator, at: start) {
      return
    }
    var place = start
    for range in boilerplateInGap {
      if range.lowerBound > place { edits.remove(place, range.lowerBound, rule: .markup) }
      edits.remove(range.lowerBound, range.upperBound, rule: .boilerplate)
      place = range.upperBound
    }
    if place < end || separator.utf8CodeUnitCount > 0 {
      edits.replace(place, end, with: separator, rule: .markup)
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
