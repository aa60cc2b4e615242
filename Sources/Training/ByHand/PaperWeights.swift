import Plain
import Transformer

/// The weights of a model of width 2 with one block and one head, by the short signs of formulas.
///
/// `E` token and `P` position embeddings; `γ`, `β` gains and biases of the three normalizations;
/// `Wq`, `Wk`, `Wv`, `Wo` attention; `W1`, `W2` feed-forward network; `b…` biases.
public struct PaperWeights: Sendable, Equatable {
  /// A matrix, where it lies in the tensor of the file, and how many columns that has.
  public struct Place: Sendable, Equatable {
    public let sign: String
    public let tensor: String
    public let rows: Int
    public let columns: Int
    let firstColumn: Int
    let tensorColumns: Int
  }

  public static let places: [Place] = {
    func place(
      _ sign: String, _ tensor: String, _ rows: Int, _ columns: Int, at first: Int = 0,
      of all: Int? = nil
    ) -> Place {
      Place(
        sign: sign, tensor: tensor, rows: rows, columns: columns, firstColumn: first,
        tensorColumns: all ?? columns)
    }
    let attention = "h.0.attn.c_attn"
    return [
      place("E", "wte.weight", 3, 2), place("P", "wpe.weight", 2, 2),
      place("γ1", "h.0.ln_1.weight", 1, 2), place("β1", "h.0.ln_1.bias", 1, 2),
      place("Wq", attention + ".weight", 2, 2, at: 0, of: 6),
      place("Wk", attention + ".weight", 2, 2, at: 2, of: 6),
      place("Wv", attention + ".weight", 2, 2, at: 4, of: 6),
      place("bq", attention + ".bias", 1, 2, at: 0, of: 6),
      place("bk", attention + ".bias", 1, 2, at: 2, of: 6),
      place("bv", attention + ".bias", 1, 2, at: 4, of: 6),
      place("Wo", "h.0.attn.c_proj.weight", 2, 2), place("bo", "h.0.attn.c_proj.bias", 1, 2),
      place("γ2", "h.0.ln_2.weight", 1, 2), place("β2", "h.0.ln_2.bias", 1, 2),
      place("W1", "h.0.mlp.c_fc.weight", 2, 8), place("b1", "h.0.mlp.c_fc.bias", 1, 8),
      place("W2", "h.0.mlp.c_proj.weight", 8, 2), place("b2", "h.0.mlp.c_proj.bias", 1, 2),
      place("γf", "ln_f.weight", 1, 2), place("βf", "ln_f.bias", 1, 2),
    ]
  }()

  static let configuration = Configuration(
    layerCount: 1, headCount: 1, width: 2, contextLength: 2, vocabularySize: 3)

  var matrices: [String: Matrix]

  /// Zeros everywhere.
  init() {
    matrices = [:]
    for place in Self.places {
      matrices[place.sign] = Matrix(rows: place.rows, columns: place.columns)
    }
  }

  public subscript(sign: String) -> Matrix {
    get {
      guard let matrix = matrices[sign] else { preconditionFailure("no weights \(sign)") }
      return matrix
    }
    set { matrices[sign] = newValue }
  }

  public var count: Int { matrices.values.reduce(0) { $0 + $1.values.count } }

  /// The same weights in the tensors of a file, single precision.
  public func parameters() -> Parameters {
    let parameters = Parameters(configuration: Self.configuration)
    for place in Self.places {
      let values = parameters.tensor(place.tensor)
      let matrix = self[place.sign]
      for row in 0..<place.rows {
        for column in 0..<place.columns {
          values[row * place.tensorColumns + place.firstColumn + column] = Float(
            matrix[row, column])
        }
      }
    }
    return parameters
  }

  /// The part of a tensor of the plain model that a sign stands for.
  static func part(_ place: Place, of tensor: Matrix) -> Matrix {
    tensor.columns(place.firstColumn..<place.firstColumn + place.columns)
  }

  /// Short weights that somebody chose so that every part of the model matters: embeddings as small
  /// as those of a new model, all gains 1 and all biases 0 as always before learning.
  public static let example: PaperWeights = {
    var weights = PaperWeights()
    func set(_ sign: String, _ values: [Double]) { weights[sign].values = values }
    set("E", [-0.011, 0.002, 0.005, 0.001, 0.004, -0.011])
    set("P", [0.004, 0.003, 0.002, -0.003])
    for sign in ["γ1", "γ2", "γf"] { set(sign, [1, 1]) }
    set("Wq", [-0.4, 0.1, 0.3, -0.5])
    set("Wk", [-0.5, -0.2, 0.3, -0.5])
    set("Wv", [0.4, -0.2, -0.1, -0.4])
    set("Wo", [-0.012, 0.011, 0.01, -0.004])
    set(
      "W1",
      [
        -0.7, 0.5, 0.6, 0.8, -0.7, 0.8, 0.4, -0.2,
        0.7, -0.4, -0.4, 0.2, 0.7, 0.5, 0.7, -0.9,
      ])
    set(
      "W2",
      [
        0.005, -0.007, 0.003, -0.019, 0.001, 0.004, 0.02, 0.002,
        0.013, -0.018, 0.009, 0.003, -0.014, 0.003, -0.006, 0.017,
      ])
    return weights
  }()
}
