import Numerics

/// Square matrix products, as a share of what the processor can do.
enum MatrixBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let peak = settings.peak()
    let pool = settings.pool
    let sizes = settings.size.map { [$0] } ?? [64, 128, 256, 512, 1024, 2048]
    return sizes.map { size in
      let count = size * size
      let memory = FloatMemory.zeros(3 * count)  // as the model's own matrices lie
      defer { UnsafeMutableRawPointer(memory.baseAddress!).deallocate() }
      var generator = RandomGenerator(seed: 1)
      for index in 0..<3 * count { memory[index] = generator.uniform() - 0.5 }
      let base = memory.baseAddress!
      let product = MatrixProduct(
        MatrixView(base, stride: size), MatrixView(base + count, stride: size), rows: size,
        columns: size, depth: size, into: base + 2 * count, stride: size)
      let measurement = Measurement(seconds: settings.seconds / 2) { product.run(pool) }
      let operations = 2 * Double(count) * Double(size)
      let gigaflops = operations / measurement.median / 1e6
      return BenchmarkResult(
        name: "matmul \(size)",
        entries: measurement.entries + [
          .number("gflops", gigaflops), .number("peak_gflops", peak),
          .number("share_of_peak", gigaflops / peak),
        ])
    }
  }
}
