/// L4: architecture, initial parameters, hyperparameters, the learning algorithm.
extension Equation {
  static let model: [Equation] =
    ofArchitecture + ofInitialization + ofHyperparameters + ofAlgorithm + ofLoss
    + ofWatchedStep + ofPaper
}
