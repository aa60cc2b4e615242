import Charts
import Names
import Record

/// The addresses of the numbers that the steps of the walk show.
extension StageScenes {
  private var last: Int { usage.answer.readTokens.count - 1 }

  /// Of the steps before the first block.
  var startQuantities: [Quantity?] {
    [
      nil,
      usage.answer.readTokens.last.map {
        Quantity(parameter: "wte.weight", [Int($0.id), 0])
      }, Quantity(.input, [last, 0]),
    ]
  }

  /// Of the row that arrives at the block that is followed.
  var arriving: Quantity { .arriving(layer: pass.layer, last, 0) }

  /// Of the steps within the attention.
  var attentionQuantities: [Quantity?] {
    let (layer, head) = (pass.layer, pass.head)
    let best = pass.looks?.first?.key
    let pair = { (kind: QuantityKind) in
      best.map { Quantity(kind, layer: layer, head: head, [last, $0]) }
    }
    return [
      Quantity(.firstNormalized, layer: layer, [last, 0]),
      Quantity(
        .query, layer: layer, head: head,
        [last, pass.queryNumber(Calculations.shown)?.place ?? 0]), nil, pair(.score),
      pair(.score), nil, pair(.weight), Quantity(.mixed, layer: layer, head: head, [last, 0]),
      Quantity(.middle, layer: layer, [last, 0]),
    ]
  }

  /// Of the row after the block.
  var leaving: Quantity { Quantity(.output, layer: pass.layer, [last, 0]) }

  /// Of the likeliest token.
  var probability: Quantity? {
    usage.context.exhibits.followedCandidates?.first.map {
      Quantity(.probability, [last, Int($0.token.id)])
    }
  }

  /// Where a number comes from: the frame of its way to the roots where it is on it, else the lesson that
  /// tells how any number is opened.
  func origin(_ quantity: Quantity?) -> Film.Origin? {
    guard let quantity else { return nil }
    let way = usage.context.exhibits.origin?.steps ?? []
    let frame = way.firstIndex { $0.quantity == quantity }
    return Film.Origin(
      words.origin, address: quantity.address, command: "nakami number \"\(quantity.address)\"",
      link: "one-number.html" + (frame.map { "#figure-number-origin.\($0 + 1)" } ?? ""))
  }
}
