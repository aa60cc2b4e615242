/// Words of the figures of the example that is worked by hand.
struct ByHandWording: Sendable {
  var weightsTitle: String
  var weightsDescription: @Sendable (_ count: Int) -> String
  var weightsColumns: [String]
  /// Title of each sheet, and of each group of lines, by its id.
  var sheets: [String: String]
  var sheetDescription: @Sendable (_ lines: Int, _ digits: Int) -> String
  var sheetColumns: [String]
  var groups: [String: String]
  var missing: String

  static let english = ByHandWording(
    weightsTitle: "The whole model on one page",
    weightsDescription: { count in
      "All \(count) weights. Rows of a matrix are separated by semicolons; rows of E belong to the "
        + "tokens a, b and c, rows of P to the first and the second place."
    },
    weightsColumns: ["Sign", "Weights", "Name in a model file"],
    sheets: [
      "embedding": "From tokens to numbers", "attention": "Attention: b looks at a and at itself",
      "mlp": "The feed-forward network", "loss": "From numbers to a probability, and to the loss",
      "back-loss": "Backward: from the loss to the last numbers",
      "back-mlp": "Backward through the feed-forward network",
      "back-attention": "Backward through attention",
      "back-embedding": "Backward to the embeddings", "step": "The step of AdamW",
    ],
    sheetDescription: { lines, digits in
      "\(NameWording.english(lines, "line")) of calculation. Type a line into a calculator, round to "
        + "\(digits) significant digits, and the result is the one that stands there; later lines use "
        + "the rounded number."
    },
    sheetColumns: ["Name", "Calculation", "#Result"],
    groups: [
      "sum": "Token plus place", "normalization": "Normalization",
      "query-key-value": "Query, keys and values", "scores": "How well the query fits each key",
      "pattern": "Softmax: shares that add up to 1", "mix": "The values, mixed by these shares",
      "attention-out": "Back into the residual stream", "hidden": "Eight hidden numbers",
      "gelu": "GELU: large ones pass, negative ones hardly",
      "mlp-out": "Back into the residual stream", "logits": "One logit for each token",
      "probabilities": "Softmax: probabilities", "loss": "The loss: the surprise at the true token",
      "logits-back": "Slopes of the logits: probability minus truth",
      "table-back": "E as the table of outputs", "normalized-back": "Slopes before the weights",
      "gain-back": "Gain and bias of the normalization",
      "normalization-back": "Back through the normalization",
      "w2-back": "Second matrix of the network", "active-back": "Slopes after GELU",
      "gelu-back": "Back through GELU", "w1-back": "First matrix of the network",
      "stream-back": "Both ways of the stream together", "wo-back": "Output of attention",
      "pattern-back": "Back through softmax", "qkv-back": "Query, keys and values",
      "wqkv-back": "Their matrices and biases", "embedding-back": "Places and tokens",
      "one-step": "One weight, E[c,1], term by term", "all-steps": "All weights",
    ],
    missing: "this run worked no example by hand")
}
