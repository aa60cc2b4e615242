import Foundation
import Names

/// L4b: the parameters before any learning.
extension Equation {
  static let ofInitialization: [Equation] = [
    Equation(
      "uniform-loss-is-a-logarithm", "L4b",
      en: "Guessing all tokens alike costs the logarithm of the vocabulary.",
      ja: "どのトークンも同じ確率だと予想したときの損失は、語彙の大きさの対数である。"
    ) { run, comparison in
      guard let record = run[.initialization], let model = run[.architecture] else { return }
      comparison.close(
        log(Double(model.vocabularySize)), record.uniformLoss, within: 1e-12,
        "ln \(model.vocabularySize) and uniform loss")
    },
    Equation(
      "new-models-guess", "L4b",
      en: "A model that has learned nothing does about as well as guessing all tokens alike.",
      ja: "何も学んでいないモデルの損失は、どのトークンも同じ確率だと予想したときとほぼ同じである。"
    ) { run, comparison in
      guard let record = run[.initialization] else { return }
      comparison.holds(
        abs(record.loss - record.uniformLoss) < 0.3,
        "loss \(record.loss) is within 0.3 of \(record.uniformLoss)")
    },
    Equation(
      "gains-and-biases-are-constants", "L4b",
      en: "Gains and biases are the parameters that no draw decides.",
      ja: "乱数で決めないパラメータは、ゲインとバイアスだけである。"
    ) { run, comparison in
      guard let record = run[.initialization], let model = run[.architecture] else { return }
      comparison.equal(
        record.constants,
        model.tensors.filter { $0.shape.count == 1 }.reduce(0) { $0 + $1.count },
        "constants and the lengths of all gains and biases")
    },
    Equation(
      "histograms-count-every-weight", "L4b",
      en: "The bars of a histogram count each weight of its tensor once.",
      ja: "ヒストグラムの棒を合わせると、そのテンソルの重みをちょうど一度ずつ数えている。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for histogram in run[.initialization]?.histograms ?? [] {
        comparison.equal(
          histogram.counts.reduce(0, +),
          model.tensors.first { $0.name == histogram.name }?.count ?? 0,
          "weights of \(histogram.name)")
      }
    },
    Equation(
      "histograms-span-their-values", "L4b",
      en: "The bars reach from the smallest weight to the largest, and the mean lies between.",
      ja: "棒は最小の重みから最大の重みまでをおおい、平均はその間にある。"
    ) { run, comparison in
      for histogram in run[.initialization]?.histograms ?? []
      where histogram.maximum > histogram.minimum {
        comparison.equal(histogram.lower, histogram.minimum, "\(histogram.name): lowest bar")
        comparison.agree(
          histogram.lower + Double(histogram.counts.count) * histogram.binWidth,
          histogram.maximum, share: 1e-9, "\(histogram.name): end of the bars")
        comparison.holds(
          histogram.minimum <= histogram.mean && histogram.mean <= histogram.maximum,
          "\(histogram.name): mean \(histogram.mean) lies between")
      }
    },
    Equation(
      "histograms-know-mean-and-spread", "L4b",
      en: "Mean and deviation follow from the bars, but for half a bar.",
      ja: "平均と標準偏差は、棒から計算したものと、棒の幅の半分も違わない。"
    ) { run, comparison in
      for histogram in run[.initialization]?.histograms ?? [] {
        let count = Double(max(1, histogram.counts.reduce(0, +)))
        let places = histogram.counts.indices.map {
          histogram.lower + (Double($0) + 0.5) * histogram.binWidth
        }
        let mean = zip(places, histogram.counts).reduce(0) { $0 + $1.0 * Double($1.1) } / count
        let variance =
          zip(places, histogram.counts).reduce(0) {
            $0 + ($1.0 - mean) * ($1.0 - mean) * Double($1.1)
          } / count
        let half = histogram.binWidth * 0.501
        comparison.holds(
          abs(mean - histogram.mean) <= half,
          "\(histogram.name): mean of the bars \(mean), of the weights \(histogram.mean)")
        comparison.holds(
          abs(variance.squareRoot() - histogram.deviation) <= half,
          "\(histogram.name): deviation of the bars \(variance.squareRoot()), of the weights \(histogram.deviation)"
        )
      }
    },
    Equation(
      "first-weights-spread-as-planned", "L4b",
      en:
        "New token vectors have the deviation 0.02, other matrices 0.02 times √(768 / width), around 0.",
      ja: "最初の重みは0を中心にちらばる。標準偏差は、トークンのベクトルが0.02、ほかの行列が0.02·√(768 / 幅)である。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for histogram in run[.initialization]?.histograms ?? [] {
        let count = Double(max(1, histogram.counts.reduce(0, +)))
        let isToken = ["wte.weight", "lm_head.weight"].contains(histogram.name)
        let planned = 0.02 * (isToken ? 1 : (768 / Double(model.width)).squareRoot())
        // Five deviations of what chance does to a mean and to a deviation.
        comparison.holds(
          abs(histogram.deviation - planned) <= 5 * planned / (2 * count).squareRoot(),
          "\(histogram.name): deviation \(histogram.deviation), planned \(planned)")
        comparison.holds(
          abs(histogram.mean) <= 5 * planned / count.squareRoot(),
          "\(histogram.name): mean \(histogram.mean) is near 0")
      }
    },
    Equation(
      "corners-are-from-their-matrix", "L4b",
      en: "The numbers shown of a new matrix are a corner of it and lie within its histogram.",
      ja: "新しい行列として見せる数は、その行列の隅で、ヒストグラムの範囲に入っている。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for histogram in run[.initialization]?.histograms ?? [] {
        guard let corner = run.tensors["initialization." + histogram.name],
          let tensor = model.tensors.first(where: { $0.name == histogram.name })
        else { continue }
        comparison.equal(
          corner.shape, tensor.shape.map { min(16, $0) }, "corner of \(histogram.name)")
        let outside = corner.values.filter {
          Double($0) < histogram.minimum || Double($0) > histogram.maximum
        }
        comparison.equal(outside.count, 0, "\(histogram.name): numbers outside the histogram")
      }
    },
  ]
}
