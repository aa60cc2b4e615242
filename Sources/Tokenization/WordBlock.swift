/// Where words begin in 64 bytes, found for all at once instead of word by word.
extension WordScanner {
  /// Writes the ends of the words from `start` on.
  ///
  /// - Parameters:
  ///   - start: where a word begins; afterwards where the next one does.
  ///   - ends: room for `capacity` numbers, at least 64.
  /// - Returns: how many ends were written; 0 only at the end of the text.
  @inline(__always)
  func words(
    from start: inout Int, into ends: UnsafeMutablePointer<Int>, capacity: Int
  ) -> Int {
    var written = 0
    var position = start
    while written <= capacity - ByteBlock.size, position < count {
      var starts: UInt64 = 0
      if base[position] < 0x80, position + ByteBlock.size <= count {
        starts = wordStarts(at: position)
      }
      if starts == 0 {
        // Near the end, beside other characters than ASCII, or in a long run.
        position = end(from: position)
        ends[written] = position
        written += 1
        continue
      }
      let block = position
      repeat {
        position = block + starts.trailingZeroBitCount
        ends[written] = position
        written += 1
        starts &= starts &- 1
      } while starts != 0
    }
    start = position
    return written
  }

  /// The bytes of a block at which words begin, except for its first byte, which begins one anyway.
  ///
  /// A bit is only set where the bytes before and after, which decide on it, are ASCII and within
  /// the block.
  @inline(__always)
  private func wordStarts(at position: Int) -> UInt64 {
    let block = ByteBlock(base + position)
    let (letters, numbers, spaces) = (block.letters, block.numbers, block.spaces)
    let others = ~(letters | numbers | spaces)
    // A character begins a word if the one before is of another class and no blank that joins it.
    let changes =
      letters & ~(letters &<< 1) | numbers & ~(numbers &<< 1) | others & ~(others &<< 1)
    // A run of white space begins a word, and so does its last character, which stands alone or
    // joins what follows.
    var starts =
      changes & ~(block.blanks &<< 1) | spaces & (~(spaces &<< 1) | ~(spaces &>> 1))
    var apostrophes = block.apostrophes & (starts | 1)
    while apostrophes != 0 {
      let place = apostrophes.trailingZeroBitCount
      apostrophes &= apostrophes &- 1
      if let length = contractionLength(at: position + place) {
        starts &= ~(0b110 &<< UInt64(place))
        if place + length < ByteBlock.size { starts |= 1 &<< UInt64(place + length) }
      }
    }
    // The last byte's successor is not known, nor what stands beside other characters.
    let known = min(block.foreign.trailingZeroBitCount, ByteBlock.size) - 1
    let decided: UInt64 = known > 0 ? (1 &<< UInt64(known)) &- 1 : 0
    return starts & decided & ~1
  }
}
