import Names

/// U3: what belongs to one token of the answer on its way through the block and the head that are
/// followed, beside the activations.
///
/// The store holds the activations of the prompt and of what was read after it, the position from which
/// the token is predicted last; for this position alone `usage.{id}.blocks.{layer}.attn.hook_result`
/// (`[head, width]`, what each head adds) and `usage.{id}.followed.logits` (`[token]`); then the weights
/// that lead from one to the next, under `weights.` by TransformerLens's names; those of the queries are
/// missing in a recording that is older than they.
public struct FollowedRecord: Codable, Sendable {
  /// Tokens of the answer that were read after the prompt.
  public var read: [TokenPiece]
  /// The token of the answer that comes next: the one that is followed.
  public var token: TokenPiece
  /// The head that is followed, and its block.
  public var layer: Int
  public var head: Int
  /// The likeliest tokens at this place, most likely first.
  public var candidates: [CandidateRecord]
  /// The neurons of the block's MLP with the greatest values, the greatest first; the row of neuron `i` in
  /// the output matrix is row `i` of `usage.{id}.followed.neurons` (`[neuron, width]`).
  public var neurons: [Neuron]
  /// What the whole MLP does to the logit of the followed token, as ``Neuron/push`` is counted.
  public var push: Double
  /// Tokens whose rows of the output table are in `usage.{id}.followed.table` (`[token, width]`), in this
  /// order; the mean of all rows of the table is `usage.{id}.followed.mean`.
  public var rows: [Int32]

  /// One neuron at the position that is followed.
  ///
  /// A push is what the neuron's part of the residual stream does to a logit straight through the last
  /// normalization, whatever later parts make of it: `value·(row − mean(row))·gain / scale`, times the
  /// token's row of the table less the mean of all rows, so that 0 lifts the token as much as the average.
  public struct Neuron: Codable, Sendable {
    public var index: Int
    /// After GELU.
    public var value: Double
    /// Of the tokens in the script of the answer's language those that it pushes most, the most first.
    public var tokens: [Push]
    /// To the token that is followed.
    public var push: Double

    package init(index: Int, value: Double, tokens: [Push], push: Double) {
      self.index = index
      self.value = value
      self.tokens = tokens
      self.push = push
    }
  }

  public struct Push: Codable, Sendable {
    public var token: TokenPiece
    public var amount: Double

    package init(token: TokenPiece, amount: Double) {
      self.token = token
      self.amount = amount
    }
  }

  package init(
    read: [TokenPiece], token: TokenPiece, layer: Int, head: Int, candidates: [CandidateRecord],
    neurons: [Neuron], push: Double, rows: [Int32]
  ) {
    self.read = read
    self.token = token
    self.layer = layer
    self.head = head
    self.candidates = candidates
    self.neurons = neurons
    self.push = push
    self.rows = rows
  }
}
