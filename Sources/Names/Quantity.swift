/// The address of one number in a pass, such as `b0.h1.score[5,3]` or `wte.weight[392,17]`; of how the loss
/// changes with it, `b0.h1.score.grad[5,3]`.
///
/// Blocks, heads, positions and places are counted from 0, as they are in the file of parameters.
public struct Quantity: Sendable, Hashable {
  public var kind: QuantityKind
  /// Block; 0 where the kind belongs to none.
  public var layer: Int
  /// Head; 0 where the kind belongs to none.
  public var head: Int
  /// The numbers in brackets.
  public var indices: [Int]
  /// Name of the tensor of a parameter.
  public var tensor: String
  /// Whether it is not the number itself but the slope of the loss for it.
  public var isGradient = false

  public init(_ kind: QuantityKind, layer: Int = 0, head: Int = 0, _ indices: [Int]) {
    self.kind = kind
    self.layer = layer
    self.head = head
    self.indices = indices
    tensor = ""
  }

  /// A parameter, by the name of its tensor.
  public init(parameter tensor: String, _ indices: [Int]) {
    self.init(.parameter, indices)
    self.tensor = tensor
  }

  /// The slope of the loss for this number.
  public var gradient: Quantity {
    var slope = self
    slope.isGradient = true
    return slope
  }

  /// Whether nothing lies below it.
  public var isRoot: Bool { kind.isRoot && !isGradient }

  /// What enters a block, which is what left the one before it.
  public static func arriving(layer: Int, _ position: Int, _ channel: Int) -> Quantity {
    layer == 0
      ? Quantity(.input, [position, channel])
      : Quantity(.output, layer: layer - 1, [position, channel])
  }

  /// As one types it.
  public var address: String { stem + "[" + indices.map { "\($0)" }.joined(separator: ",") + "]" }

  /// The address without the numbers in brackets.
  public var stem: String {
    let name =
      switch kind.scope {
      case .model: kind == .parameter ? tensor : kind.rawValue
      case .block: "b\(layer).\(kind.rawValue)"
      case .head: "b\(layer).h\(head).\(kind.rawValue)"
      }
    return isGradient ? name + Form.gradientSuffix : name
  }

  /// The position whose row it belongs to; nil for a parameter.
  public var position: Int? { kind == .parameter ? nil : indices.first }

  /// Reads an address by its form alone; whether a model has such a number is another question.
  /// - Returns: nil where it has none of the forms.
  public init?(address: String) {
    guard let form = Form(address), let indices = form.indices else { return nil }
    guard let kind = form.kind else {
      guard form.isParameter else { return nil }
      self.init(parameter: form.name, indices)
      isGradient = form.isGradient
      return
    }
    guard indices.count == kind.axes.count, kind.hasGradient || !form.isGradient else {
      return nil
    }
    self.init(kind, layer: form.layer ?? 0, head: form.head ?? 0, indices)
    if kind == .input, layer > 0 { self = .arriving(layer: layer, indices[0], indices[1]) }
    isGradient = form.isGradient
  }

  /// The parts of a typed address, each as far as it could be read.
  public struct Form: Sendable {
    public var layer: Int?
    public var head: Int?
    /// What follows block and head, without brackets.
    public var name: String
    /// Whether the name ended as that of a slope does; the ending is no part of ``name``.
    public var isGradient = false
    /// The kind, where the name is that of one and block and head stand before it as they must.
    public var kind: QuantityKind?
    /// nil where what stands in brackets is no list of whole numbers, or where no brackets stand.
    public var indices: [Int]?

    /// - Returns: nil for an empty text.
    public init?(_ text: String) {
      var rest = Array(text.utf8.drop { $0 == 0x20 })
      while rest.last == 0x20 { rest.removeLast() }
      guard !rest.isEmpty else { return nil }
      if let open = rest.firstIndex(of: UInt8(ascii: "[")) {
        if rest.last == UInt8(ascii: "]") {
          indices = Self.numbers(rest[(open + 1)..<(rest.count - 1)])
        }
        rest.removeSubrange(open...)
      }
      var place = 0
      layer = Self.counted("b", in: rest, &place)
      if layer != nil { head = Self.counted("h", in: rest, &place) }
      name = String(decoding: rest[place...], as: UTF8.self)
      if name.hasSuffix(Self.gradientSuffix) {
        name.removeLast(Self.gradientSuffix.count)
        isGradient = true
      }
      if let kind = QuantityKind(rawValue: name), kind != .parameter {
        let scope = layer == nil ? QuantityKind.Scope.model : head == nil ? .block : .head
        if kind.scope == scope { self.kind = kind }
      }
    }

    static let gradientSuffix = ".grad"

    /// Whether only a pass that learns can have such a number.
    public var isOfLearning: Bool { isGradient || kind?.isOfLearning ?? false }

    /// Whether it has the form of a tensor's name.
    public var isParameter: Bool {
      layer == nil && (name.hasSuffix(".weight") || name.hasSuffix(".bias"))
    }

    /// `b12.` or `h3.` from `place` on, which then lies behind it.
    private static func counted(_ letter: Character, in bytes: [UInt8], _ place: inout Int) -> Int?
    {
      var end = place
      guard end < bytes.count, bytes[end] == letter.asciiValue else { return nil }
      end += 1
      let start = end
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "."),
        let number = number(bytes[start..<end])
      else { return nil }
      place = end + 1
      return number
    }

    /// `4,17`, spaces allowed.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
      var numbers: [Int] = []
      for part in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        guard let number = number(part.filter { $0 != 0x20 }[...]) else { return nil }
        numbers.append(number)
      }
      return numbers
    }

    /// Up to nine digits, so that no address overflows.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
      guard (1...9).contains(digits.count) else { return nil }
      var number = 0
      for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        number = 10 * number + Int(digit - 0x30)
      }
      return number
    }
  }
}
