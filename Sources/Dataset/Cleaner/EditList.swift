import Names

/// UTF-8 text as every scanner here walks it.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// The edits that one pass makes to one text: ascending, without overlap.
struct EditList {
  struct Edit {
    var start: Int
    var end: Int
    /// Where the replacement lies in `text`.
    var textStart: Int
    var textEnd: Int
    var rule: RuleID
  }

  private(set) var edits: [Edit] = []
  private(set) var text: [UInt8] = []
  /// Edits by these rules are not made.
  private let without: Set<RuleID>

  init(without: Set<RuleID> = []) { self.without = without }

  var isEmpty: Bool { edits.isEmpty }

  /// Puts `replacement` in place of the bytes `start ..< end`.
  mutating func replace(
    _ start: Int, _ end: Int, with replacement: some Collection<UInt8>, rule: RuleID
  ) {
    if !without.isEmpty, without.contains(rule) { return }
    precondition(
      start <= end && start >= (edits.last?.end ?? 0),
      "edit \(start)..<\(end) after an edit that ends at \(edits.last?.end ?? 0)")
    let textStart = text.count
    text.append(contentsOf: replacement)
    if let last = edits.last, last.end == start, last.rule == rule {
      edits[edits.count - 1].end = end
      edits[edits.count - 1].textEnd = text.count
    } else {
      edits.append(
        Edit(start: start, end: end, textStart: textStart, textEnd: text.count, rule: rule))
    }
  }

  mutating func replace(_ start: Int, _ end: Int, with replacement: StaticString, rule: RuleID) {
    let bytes = UnsafeBufferPointer(
      start: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
    replace(start, end, with: bytes, rule: rule)
  }

  mutating func remove(_ start: Int, _ end: Int, rule: RuleID) {
    replace(start, end, with: EmptyCollection(), rule: rule)
  }

  /// The text after all edits. O(length).
  func applied(to bytes: Bytes) -> [UInt8] {
    var length = bytes.count
    for edit in edits { length += edit.textEnd - edit.textStart - (edit.end - edit.start) }
    return [UInt8](unsafeUninitializedCapacity: length) { output, count in
      var read = 0
      func copy(_ source: Bytes) {
        guard let base = source.baseAddress, source.count > 0 else { return }
        (output.baseAddress! + count).update(from: base, count: source.count)
        count += source.count
      }
      text.withUnsafeBufferPointer { text in
        for edit in edits {
          copy(Bytes(rebasing: bytes[read..<edit.start]))
          copy(Bytes(rebasing: text[edit.textStart..<edit.textEnd]))
          read = edit.end
        }
      }
      copy(Bytes(rebasing: bytes[read..<bytes.count]))
    }
  }

  /// The rules that made edits, in the order in which they run.
  var rules: [RuleID] { Set(edits.map { $0.rule }).sorted() }

  /// The edits of some rules alone; not sealed.
  func only(_ rules: ArraySlice<RuleID>) -> EditList {
    var list = self
    list.edits = edits.filter { rules.contains($0.rule) }
    return list
  }

  /// Where something that starts at an offset of the text after the edits started before them.
  ///
  /// Inside a replacement that is the start of what was replaced.
  func sourceStart(of offset: Int) -> Int {
    let index = partition { $0 <= offset }
    guard index < edits.count else { return shifted(offset) }
    return edits[index].start - max(0, replacementStart(index) - offset)
  }

  /// Where something that ends at an offset of the text after the edits ended before them.
  ///
  /// Inside a replacement that is the end of what was replaced.
  func sourceEnd(of offset: Int) -> Int {
    let index = partition { $0 < offset }
    guard index < edits.count else { return shifted(offset) }
    let edit = edits[index]
    let before = replacementStart(index) - offset
    return before >= 0 ? edit.start - before : edit.end
  }

  /// An offset behind all edits.
  private func shifted(_ offset: Int) -> Int {
    guard let last = edits.last else { return offset }
    return last.end + offset - places[edits.count - 1]
  }

  private func replacementStart(_ index: Int) -> Int {
    places[index] - (edits[index].textEnd - edits[index].textStart)
  }

  /// The number of edits at whose ends in the new text `isBefore` holds. O(log edits).
  private func partition(_ isBefore: (Int) -> Bool) -> Int {
    precondition(places.count == edits.count, "\(edits.count) edits, \(places.count) sealed")
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(places[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Filled by `seal()`: for each edit, the offset in the new text just after its replacement.
  private var places: [Int] = []

  /// Makes `sourceStart` and `sourceEnd` ready; call once, when all edits are in.
  mutating func seal() {
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(edits.count)
    var shift = 0
    for edit in edits {
      let length = edit.textEnd - edit.textStart
      places.append(edit.start + shift + length)
      shift += length - (edit.end - edit.start)
    }
  }
}
