import Files

/// What every byte of a safetensors file is for.
///
/// 8 bytes that hold the length of the header, the header, then the tensors. The ranges of all parts
/// follow each other and cover the file.
public struct FileAnatomy: Sendable {
  public var fileName: String
  public var byteCount: Int
  /// The first 8 bytes, the header's length with the lowest byte first.
  public var lengthBytes: [UInt8]
  public var headerLength: Int
  /// The header without the spaces that fill it up.
  public var headerText: String
  /// Spaces at the end of the header, which align the tensors.
  public var paddingCount: Int
  public var metadata: [(name: String, value: String)]
  /// In the order of their bytes.
  public var tensors: [Tensor]

  public struct Tensor: Sendable {
    public var name: String
    /// The format's name of the type, such as F32.
    public var type: String
    public var shape: [Int]
    public var count: Int
    /// Where its bytes lie, counted from the beginning of the file.
    public var range: Range<Int>
    /// The first bytes, as they stand there.
    public var firstBytes: [UInt8]
    /// Nil where there are no values, or none that can be read as numbers.
    public var statistics: Statistics?
  }

  public struct Statistics: Sendable, Equatable {
    /// Of the finite values.
    public var minimum: Float
    public var maximum: Float
    public var mean: Double
    /// Root of the mean squared distance from the mean.
    public var deviation: Double
    public var notFiniteCount: Int
    /// The first values.
    public var firstValues: [Float]
    /// Counts of equally wide bins from the minimum to the maximum.
    public var histogram: [Int]
  }

  /// Reads the whole file, tensor by tensor, in pieces.
  ///
  /// - Parameter binCount: of each histogram.
  /// - Throws: what is wrong with the file.
  public init(of path: String, binCount: Int = 32) throws(FileError) {
    try self.init(of: SafetensorsFile(reading: path), binCount: binCount)
  }

  public init(of file: SafetensorsFile, binCount: Int = 32) throws(FileError) {
    precondition(binCount >= 1, "a histogram of \(binCount) bins")
    fileName = SystemCalls.name(of: file.path)
    byteCount = file.byteCount
    lengthBytes = try file.firstBytes(8)
    headerLength = file.headerLength
    let text = file.header.prefix { $0 != 0 }
    let end = text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
    headerText = String(decoding: text[..<end], as: UTF8.self)
    paddingCount = file.headerLength - end
    metadata = file.metadata
    tensors = []
    for tensor in file.tensors {
      let range = file.fileRange(of: tensor)
      tensors.append(
        Tensor(
          name: tensor.name, type: tensor.type.rawValue, shape: tensor.shape, count: tensor.count,
          range: range, firstBytes: try file.bytes(of: tensor, limit: 16),
          statistics: tensor.type.isDecodable && tensor.count > 0
            ? try Statistics(tensor, in: file, binCount: binCount) : nil))
    }
  }
}

extension FileAnatomy.Statistics {
  /// Two walks over the values: the range and the sums, then the histogram and the deviation.
  fileprivate init(
    _ tensor: SafetensorsTensor, in file: SafetensorsFile, binCount: Int
  ) throws(FileError) {
    var (least, greatest) = (Float.infinity, -Float.infinity)
    var sum = 0.0
    var finiteCount = 0
    var first: [Float] = []
    try file.eachPiece(of: tensor) { start, values in
      if start == 0 { first = Array(values.prefix(8)) }
      for value in values where value.isFinite {
        least = min(least, value)
        greatest = max(greatest, value)
        sum += Double(value)
        finiteCount += 1
      }
    }
    notFiniteCount = tensor.count - finiteCount
    firstValues = first
    var bins = [Int](repeating: 0, count: binCount)
    guard finiteCount > 0 else {
      (minimum, maximum, mean, deviation, histogram) = (0, 0, 0, 0, bins)
      return
    }
    let average = sum / Double(finiteCount)
    let (low, width) = (Double(least), Double(greatest) - Double(least))
    var squares = 0.0
    try file.eachPiece(of: tensor) { _, values in
      for value in values where value.isFinite {
        let share = width > 0 ? (Double(value) - low) / width : 0
        bins[min(binCount - 1, Int(share * Double(binCount)))] += 1
        squares += (Double(value) - average) * (Double(value) - average)
      }
    }
    (minimum, maximum, mean, histogram) = (least, greatest, average, bins)
    deviation = (squares / Double(finiteCount)).squareRoot()
  }
}
