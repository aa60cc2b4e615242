/// The attributes of an element, in the order in which they are written.
///
/// A nil value leaves its attribute out; an empty one serves for attributes that only need to be there,
/// such as `["hidden": ""]`.
public struct Attributes: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  public struct Attribute: Sendable, Equatable {
    public var name: String
    public var value: String
  }

  public private(set) var list: [Attribute] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, String?)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The value of an attribute; setting it keeps its place, setting nil removes it.
  public subscript(name: String) -> String? {
    get { list.first { $0.name == name }?.value }
    set {
      let place = list.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): list[place].value = value
      case (let place?, nil): list.remove(at: place)
      case (nil, let value?): list.append(Attribute(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// These attributes and then the others, which win where both name the same one.
  public func merging(_ others: Attributes) -> Attributes {
    var merged = self
    for attribute in others.list { merged[attribute.name] = attribute.value }
    return merged
  }
}
