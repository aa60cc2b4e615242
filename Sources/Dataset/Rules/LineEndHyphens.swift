import Names
import RawData

/// Whether the hyphen at the end of a line is the word's own, as the words of the text show.
///
/// In order: the word with its hyphen stands elsewhere, so it keeps it; without it, so it loses it;
/// it holds another hyphen, or belongs to an address or a name, so it keeps it; both halves are words
/// (of the text, or among the commonest in compounds), so it keeps it. What is left was parted to fit
/// the line. A book is taken to part its words wherever nothing says otherwise.
struct LineEndHyphens {
  private let bytes: Bytes
  /// Words within a line, and compounds within a line, by fingerprint.
  private var words: Set<UInt64> = []
  private var compounds: Set<UInt64> = []
  private let isBook: Bool

  /// O(length).
  init(_ bytes: Bytes, context: TextContext) {
    self.bytes = bytes
    isBook = context.kind != .userText
    collect()
  }

  /// Whether the halves are one word without a hyphen.
  func isJoin(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    let left = letters(before: before.upperBound - 1, from: before.lowerBound)
    let right = letters(after: after.lowerBound, to: after.upperBound)
    if compounds.contains(key(left.lowerBound..<before.upperBound, right)) { return false }
    if isBook { return true }
    if words.contains(key(left, right)) { return true }
    if left.lowerBound > before.lowerBound, belongsToName(bytes[left.lowerBound - 1]) {
      return false
    }
    if right.upperBound < after.upperBound, belongsToName(bytes[right.upperBound]),
      !".:".utf8.contains(bytes[right.upperBound])
        || right.upperBound + 1 < after.upperBound
          && bytes[right.upperBound + 1].isASCIIAlphanumeric
    {
      return false
    }
    return !(isWord(left) && isWord(right))
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    let key = key(range, 0..<0)
    return words.contains(key) || Self.common.contains(key)
  }

  /// What stands within addresses, file names and longer compounds.
  private func belongsToName(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || "-_/@.:\\=&%#~+".utf8.contains(byte)
  }

  private func letters(before end: Int, from start: Int) -> Range<Int> {
    var place = end
    while place > start, bytes[place - 1].isASCIILetter { place -= 1 }
    return place..<end
  }

  private func letters(after start: Int, to end: Int) -> Range<Int> {
    var place = start
    while place < end, bytes[place].isASCIILetter { place += 1 }
    return start..<place
  }

  private func key(_ left: Range<Int>, _ right: Range<Int>) -> UInt64 {
    fingerprint([bytes[left], bytes[right]].joined().lazy.map { $0.lowercasedASCII })
  }

  /// All words that no line end cuts, and those with a hyphen inside a line.
  private mutating func collect() {
    var place = 0
    while place < bytes.count {
      guard bytes[place].isASCIILetter else {
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, bytes[place].isASCIILetter { place += 1 }
      let isHyphen = place < bytes.count && bytes[place] == UInt8(ascii: "-")
      if isHyphen, place + 1 < bytes.count, bytes[place + 1].isASCIILetter {
        let end = letters(after: place + 1, to: bytes.count).upperBound
        compounds.insert(key(start..<place + 1, place + 1..<end))
      }
      if !isHyphen, !isAfterBreak(start) { words.insert(key(start..<place, 0..<0)) }
    }
  }

  /// Whether a word is the second half of one that was broken.
  private func isAfterBreak(_ start: Int) -> Bool {
    var place = start
    while place > 0, bytes[place - 1].isASCIISpace { place -= 1 }
    return place < start && place > 0 && bytes[place - 1] == UInt8(ascii: "-")
  }

  /// Words that stand in compounds more often than in halves of words.
  private static let common: Set<UInt64> = Set(
    """
    able access aged air all art aware back band bar base based bit board book bound box break by byte \
    bytes call case cast central check class clean clear client clock close code cold color command \
    common content cost cross current cut data date day deep defined dependent depth design digit \
    dimensional direct double down driven dry duty easy edge effective eight element empty end error \
    event ever eyed face fast file fine first five fixed flat floating form four frame free friendly \
    full general generated good grade grained group half hand hard head heavy held high hold home \
    hour house human hundred ill in independent information inch integer key kind king known large \
    last law lasting late layer left length less level life light like line lined list little live \
    local long look loop low machine made main maintained man many map mark memory middle mile mind \
    minded minute mode month multi name near network new next night nine non north number object of \
    off oil old on one only open operating option order oriented out over own packet page paper part \
    party pass path people per person place point power pre private process processing program proof \
    public purpose quality question quick range rate raw read readable ready real red related right \
    river room round row run running safe scale sea second self semi sensitive separated server set \
    seven shaped share shared shot side single site six size sized small soft source south space \
    specific speed square stack standing start state step stop store stream string strong style sub \
    system table tail talk term test text the third thread three time times tone top town tree two \
    type under up use used user valued value version view wall war water wave way week well west wide \
    width wise with word work working world worth written year young zero
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { fingerprint($0.utf8) })
}
