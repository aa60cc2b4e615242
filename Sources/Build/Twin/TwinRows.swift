import Dataset
import Names
import Record
import Tokenization
import Training

/// Batches on their way into a model, and what stands in them: so that what a model read is counted where
/// it reads it, and not where it was decided.
struct TwinRows: BatchSource {
  private var source: DocumentBatches
  private let context: Int
  private let counter: Counter
  let separator: Int32?

  /// What one model has been given so far.
  final class Counter {
    var reading = TwinRecord.Reading()
    private let omission: Omission
    private let tokenizer: Tokenizer

    init(_ omission: Omission, _ tokenizer: Tokenizer) {
      self.omission = omission
      self.tokenizer = tokenizer
    }

    /// One text of a row, of which something is asked.
    func add(_ tokens: Slice<UnsafeMutableBufferPointer<Int32>>) {
      reading.texts += 1
      // A special token parts two fields, as a line does.
      let bytes = tokens.flatMap { id in
        SpecialToken(rawValue: id) == nil ? tokenizer.bytes(of: id) : [0x0A]
      }
      if omission.isTold(by: String(decoding: bytes, as: UTF8.self)) { reading.telling += 1 }
    }
  }

  init(_ source: DocumentBatches, context: Int, counter: Counter) {
    self.source = source
    self.context = context
    self.counter = counter
    separator = source.separator
  }

  mutating func next(
    inputs: UnsafeMutableBufferPointer<Int32>, targets: UnsafeMutableBufferPointer<Int32>
  ) {
    source.next(inputs: inputs, targets: targets)
    for row in stride(from: 0, to: inputs.count, by: context) {
      var start = row
      var asked = 0
      for place in row..<row + context {
        if targets[place] != BatchSampler.ignored { asked += 1 }
        guard inputs[place] == separator || place + 1 == row + context else { continue }
        counter.reading.targets += asked
        if asked > 0 { counter.add(inputs[start...place]) }
        (start, asked) = (place + 1, 0)
      }
    }
  }

  var identity: String { source.identity }
  var checkpointState: [UInt64] {
    get { source.checkpointState }
    set { source.checkpointState = newValue }
  }
}
