import ModelFile
import Names

/// Tells whoever brings a model what of its folder counts and what is not heeded, a line each.
enum ModelRemarks {
  static func show(_ model: TrainedModel) {
    for remark in model.remarks { Console.error(remark.forReader) }
  }
}
