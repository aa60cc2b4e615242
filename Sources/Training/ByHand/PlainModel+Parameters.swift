import Plain
import Transformer

extension PlainModel {
  /// The same model with the engine's parameters, in double precision.
  public init(parameters: Parameters) {
    var weights = Tensors()
    for tensor in parameters.tensors {
      let values = parameters.tensor(tensor.name).map(Double.init)
      let columns = tensor.shape[tensor.shape.count - 1]
      weights[tensor.name] = Matrix(
        rows: tensor.count / columns, columns: columns, values: values)
    }
    self.init(
      layerCount: parameters.configuration.layerCount,
      headCount: parameters.configuration.headCount, weights: weights)
  }
}
