/// Documents in a row that need little memory however many they are: of each, only its place.
///
/// The latest megabytes are kept in memory as bytes, all else in a temporary file. Each access makes
/// the value anew, so take it once and keep it while it is needed. One thread fills a spool, then
/// any number may read it.
public struct Spool<Element: Spoolable>: RandomAccessCollection, Sendable {
  private let file: SpoolFile
  /// Where each value begins, and its length.
  private var starts: [Int] = []
  private var lengths: [UInt32] = []

  /// An empty spool; no file is made before one is needed.
  public init() { file = SpoolFile() }

  /// A spool that holds these values in their order.
  public init(_ elements: some Sequence<Element>) {
    self.init()
    for element in elements { append(element) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { starts.count }

  /// Whether some of it lies in a file.
  public var usesFile: Bool { file.writtenCount > 0 }

  /// Bytes that a value takes in the spool, without reading it.
  public func byteCount(at index: Int) -> Int { Int(lengths[index]) }

  /// Makes the value anew from its bytes: take it once and keep it while it is needed.
  public subscript(index: Int) -> Element {
    file.read(starts[index]..<end(of: index)) {
      var reader = SpoolReader($0)
      return Element(from: &reader)
    }
  }

  private func end(of index: Int) -> Int { starts[index] + Int(lengths[index]) }

  /// Adds one value at the end.
  public mutating func append(_ element: Element) {
    var batch = SpoolBatch<Element>()
    batch.append(element)
    append(batch)
  }

  /// Adds the values of a batch at the end, in their order.
  public mutating func append(_ batch: SpoolBatch<Element>) {
    let start = file.count
    file.append(batch.writer.bytes)
    var last = 0
    for end in batch.ends {
      starts.append(start + last)
      lengths.append(UInt32(end - last))
      last = end
    }
  }

  /// Adds the values of another spool at the end, up to a megabyte at a time, as bytes.
  public mutating func append(contentsOf other: Spool) {
    var first = 0
    while first < other.count {
      var last = first
      while last + 1 < other.count, other.starts[last + 1] == other.end(of: last),
        other.end(of: last + 1) - other.starts[first] < 1 << 20
      {
        last += 1
      }
      let range = other.starts[first]..<other.end(of: last)
      let shift = file.count - range.lowerBound
      file.append(other.file.read(range) { Array($0) })
      for index in first...last { starts.append(other.starts[index] + shift) }
      lengths += other.lengths[first...last]
      first = last + 1
    }
  }

  /// The values for which `isKept` holds, in the same file. O(count).
  public func kept(where isKept: (Int) -> Bool) -> Spool {
    var copy = self
    let kept = indices.filter(isKept)
    copy.starts = kept.map { starts[$0] }
    copy.lengths = kept.map { lengths[$0] }
    return copy
  }

  /// Neighbours are read at once when no more than this lies between them.
  private static var widestGap: Int { 4096 }

  /// Several values, read together.
  public func elements(_ range: Range<Int>) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(range.count)
    var first = range.lowerBound
    while first < range.upperBound {
      var last = first
      while last + 1 < range.upperBound, starts[last + 1] - end(of: last) <= Self.widestGap {
        last += 1
      }
      let start = starts[first]
      file.read(start..<end(of: last)) { bytes in
        for index in first...last {
          var reader = SpoolReader(
            UnsafeBufferPointer(rebasing: bytes[starts[index] - start..<end(of: index) - start]))
          elements.append(Element(from: &reader))
        }
      }
      first = last + 1
    }
    return elements
  }

  /// Goes through all values in order.
  public func makeIterator() -> Iterator { Iterator(spool: self) }

  /// Goes through a spool, some values at a time.
  public struct Iterator: IteratorProtocol {
    fileprivate let spool: Spool
    private var block: [Element] = []
    private var place = 0
    private var following = 0

    fileprivate init(spool: Spool) { self.spool = spool }

    /// The next value, nil after the last.
    public mutating func next() -> Element? {
      if place == block.count {
        guard following < spool.count else { return nil }
        let end = spool.blockEnd(from: following)
        block = spool.elements(following..<end)
        following = end
        place = 0
      }
      defer { place += 1 }
      return block[place]
    }
  }

  /// Where values of at most 64 KB end that begin at an index; at least one, at most 64.
  private func blockEnd(from start: Int) -> Int {
    var end = start + 1
    var length = byteCount(at: start)
    while end < count, end - start < 64 {
      length += byteCount(at: end)
      if length > 64 << 10 { break }
      end += 1
    }
    return end
  }
}
