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

  var isEmpty: Bool { edits.isEmpty }

  /// Puts `replacement` in place of the bytes `start ..< end`.
  mutating func replace(
    _ start: Int, _ end: Int, with replacement: some Collection<UInt8>, rule: RuleID
  ) {
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
    var length = bytes.count + text.count
    for edit in edits { length -= edit.end - edit.start }
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

  /// Where an offset of the text after the edits lay before them.
  ///
  /// An offset inside a replacement answers with the start of what was replaced, or with its end
  /// when `roundingUp`.
  func source(of offset: Int, roundingUp: Bool = false) -> Int {
    var low = 0
    var high = edits.count
    // The first edit whose replacement ends beyond `offset`, by its place in the new text.
    while low < high {
      let middle = (low + high) / 2
      if placeAfter(middle) <= offset { low = middle + 1 } else { high = middle }
    }
    if low == edits.count {
      guard let last = edits.last else { return offset }
      return last.end + offset - placeAfter(edits.count - 1)
    }
    let edit = edits[low]
    let replacementStart = placeAfter(low) - (edit.textEnd - edit.textStart)
    if offset < replacementStart { return edit.start - (replacementStart - offset) }
    if offset == replacementStart { return edit.start }
    return roundingUp ? edit.end : edit.start
  }

  /// The offset in the new text just after the replacement of edit `index`.
  private func placeAfter(_ index: Int) -> Int { places[index] }

  /// Filled by `seal()`: for each edit, the offset in the new text just after its replacement.
  private var places: [Int] = []

  /// Makes `source(of:)` ready; call once, when all edits are in.
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
