/// Numbers of the followed way that are sums of products: one of the query, and one score.
extension FollowedPass {
  /// A sum of products, the largest terms told one by one.
  public struct Products: Sendable {
    /// Place, both factors; the largest products, in the order of their places.
    public var terms: [(place: Int, left: Double, right: Double)]
    /// How many others there are, and what they come to.
    public var others: Int
    public var rest: Double
    /// Of all of them.
    public var sum: Double

    init(_ left: [Float], _ right: [Float], count: Int) {
      let products = zip(left, right).map { Double($0) * Double($1) }
      let largest = products.indices.sorted {
        (products[$1].magnitude, $0) < (products[$0].magnitude, $1)
      }.prefix(count).sorted()
      terms = largest.map { ($0, Double(left[$0]), Double(right[$0])) }
      others = products.count - terms.count
      let shown = Set(largest)
      rest = products.indices.reduce(0) { shown.contains($1) ? $0 : $0 + products[$1] }
      sum = products.reduce(0, +)
    }
  }

  /// The vectors of the followed head in `attn.hook_q` and the like, position by position.
  func vectors(_ name: String) -> [[Float]]? {
    guard let tensor = tensor(block + "attn.hook_" + name), tensor.shape.count == 3,
      tensor.shape[1] > head
    else { return nil }
    let (heads, width) = (tensor.shape[1], tensor.shape[2])
    return (0..<tensor.shape[0]).map {
      let start = ($0 * heads + head) * width
      return Array(tensor.values[start..<start + width])
    }
  }

  /// The query of the followed position.
  public var query: [Float]? { vectors("q")?.last }

  /// The keys of all positions.
  public var keys: [[Float]]? { vectors("k") }

  /// The score of the key that is looked at most: query times key, to be divided by the root of their width.
  /// - Parameter count: of the products that are told one by one.
  public func score(_ count: Int) -> (look: Look, products: Products)? {
    guard let look = looks?.first, let query, let keys, keys.indices.contains(look.key),
      keys[look.key].count == query.count
    else { return nil }
    return (look, Products(query, keys[look.key], count: count))
  }

  /// One number of the query, written out: a row of numbers times learned weights, and a bias.
  public struct QueryNumber: Sendable {
    /// Which of the head's numbers.
    public var place: Int
    public var products: Products
    public var bias: Double
    /// As it was recorded.
    public var result: Double
  }

  /// Of the query's numbers the one whose product is the largest of that score; nil where the weights that
  /// make it were not recorded.
  public func queryNumber(_ count: Int) -> QueryNumber? {
    guard let query, let place = score(1)?.products.terms.first?.place,
      let row = lastRow(block + "ln1.hook_normalized"),
      let matrix = tensors["weights.\(block)attn.W_Q"], matrix.shape.count == 3,
      matrix.shape[0] > head, matrix.shape[1] == row.count, matrix.shape[2] == query.count,
      let bias = tensors["weights.\(block)attn.b_Q"]?.values,
      bias.count == matrix.shape[0] * query.count
    else { return nil }
    let start = head * row.count * query.count + place
    let column = row.indices.map { matrix.values[start + $0 * query.count] }
    return QueryNumber(
      place: place, products: Products(row, column, count: count),
      bias: Double(bias[head * query.count + place]), result: Double(query[place]))
  }

  /// Keys that pictures of many tokens show: those that weigh most and the followed position itself, in the
  /// order of the text.
  public func shownKeys(_ count: Int) -> [Int] {
    let last = tokens.count - 1
    let strongest = (looks ?? []).map(\.key).filter { $0 != last }.prefix(max(0, count - 1))
    return (strongest + [last]).sorted()
  }

  /// Rows of the tokens and of their places, and what enters the first block.
  public var embedding: (tokens: [[Float]], place: [Float], sum: [Float])? {
    guard let rows = tensor("hook_embed")?.rows, rows.count == tokens.count,
      let place = lastRow("hook_pos_embed"), let sum = lastRow("blocks.0.hook_resid_pre")
    else { return nil }
    return (rows, place, sum)
  }

  /// Scores of the followed head between these positions, later keys masked as they were recorded.
  public func scores(among positions: [Int]) -> [[Float]]? {
    guard let tensor = tensor(block + "attn.hook_attn_scores"), tensor.shape.count == 3,
      tensor.shape[0] > head, tensor.shape[1] > (positions.last ?? 0)
    else { return nil }
    let matrix = tensor.matrix(head)
    return positions.map { query in positions.map { matrix[query][$0] } }
  }
}
