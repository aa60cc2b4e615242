extension Tokenizer {
  /// The tokens of a text as the tokenizer's own rules give them, with what stands before and after it.
  ///
  /// - Parameter readsSpecial: whether special tokens that are written in the text are those tokens; else
  ///   they are text, so that nobody can end a document, or speak for another, by writing so. Other added
  ///   tokens are words of the model and always read.
  /// - SeeAlso: ``encode(_:)-(String)``, which heeds no rules.
  public func encodeByRules(_ text: String, readsSpecial: Bool) -> [Int32] {
    let bytes = Array(text.utf8)
    var ids = rules.before
    var encoder = Encoder(self, expectedBytes: bytes.count)
    for stretch in stretches(of: bytes, readsSpecial: readsSpecial) {
      if let id = stretch.id {
        ids.append(id)
        continue
      }
      spaced(bytes, stretch).withUnsafeBufferPointer { encoder.encode($0, into: &ids) }
    }
    return ids + rules.after
  }

  /// A text in added tokens and what is to be cut into words.
  func stretches(of bytes: [UInt8], readsSpecial: Bool) -> [AddedTokenScanner.Stretch] {
    let active = rules.added.filter { readsSpecial && !rules.splitsSpecial || !$0.isSpecial }
    let stretches = AddedTokenScanner(active.filter { !$0.isLate })
      .stretches(of: bytes, in: 0..<bytes.count)
    let late = active.filter { $0.isLate }
    guard !late.isEmpty else { return stretches }
    let scanner = AddedTokenScanner(late)
    return stretches.flatMap {
      $0.id == nil ? scanner.stretches(of: bytes, in: $0.range) : [$0]
    }
  }

  /// The bytes of a stretch of words, with the space that the rules put before it.
  func spaced(_ bytes: [UInt8], _ stretch: AddedTokenScanner.Stretch) -> [UInt8] {
    let space: [UInt8] =
      rules.addsSpaceBefore && bytes[stretch.range.lowerBound] != 0x20 ? [0x20] : []
    return space + bytes[stretch.range]
  }
}
