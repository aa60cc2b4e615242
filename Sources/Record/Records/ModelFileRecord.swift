import Names

/// L6a: the file that holds the learned parameters.
public struct ModelFileRecord: Codable, Sendable {
  public var fileName: String
  public var byteCount: Int
  public var headerLength: Int
  /// The first bytes of the file.
  public var firstBytes: [UInt8]
  /// The beginning of the header.
  public var headerExcerpt: String
  public var tensors: [Entry]
  public var histograms: [HistogramRecord]

  public struct Entry: Codable, Sendable {
    public var name: String
    public var type: String
    public var shape: [Int]
    /// Offsets in the data part of the file, bytes.
    public var start: Int
    public var end: Int

    package init(name: String, type: String, shape: [Int], start: Int, end: Int) {
      self.name = name
      self.type = type
      self.shape = shape
      self.start = start
      self.end = end
    }
  }

  package init(
    fileName: String, byteCount: Int, headerLength: Int, firstBytes: [UInt8], headerExcerpt: String,
    tensors: [Entry], histograms: [HistogramRecord]
  ) {
    self.fileName = fileName
    self.byteCount = byteCount
    self.headerLength = headerLength
    self.firstBytes = firstBytes
    self.headerExcerpt = headerExcerpt
    self.tensors = tensors
    self.histograms = histograms
  }
}
