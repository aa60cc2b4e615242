import Numerics

/// The way back: from the loss to the gradient of every parameter.
///
/// Layer by layer, from the last to the first: the gradient walks through it, each sequence by
/// itself; then the gradients of its parameters, which are sums over all sequences, are formed.
final class BackwardPass {
  private let embedding: Embedding
  private let blocks: [Block]
  private let finalNorm: LayerNormalization
  private let unembedding: Unembedding
  private let gradients: Parameters
  private let activations: Activations
  private let pool: WorkerPool

  private let blockGradients: [Block.Gradients]
  private let finalNormGradients: LayerNormalization.Gradients
  private let packing: PackingPlan
  private var products: (rows: Int, isDropping: Bool, batches: [ProductBatch])?

  init(
    _ embedding: Embedding, _ blocks: [Block], _ finalNorm: LayerNormalization,
    _ unembedding: Unembedding, _ gradients: Parameters, _ activations: Activations,
    _ pool: WorkerPool
  ) {
    self.embedding = embedding
    self.blocks = blocks
    self.finalNorm = finalNorm
    self.unembedding = unembedding
    self.gradients = gradients
    self.activations = activations
    self.pool = pool
    blockGradients = blocks.indices.map { Block.Gradients($0, gradients, activations) }
    finalNormGradients = LayerNormalization.Gradients(
      weight: gradients.pointer("ln_f.weight"), bias: gradients.pointer("ln_f.bias"),
      sums: activations.pointer("ln_final.sums"),
      normalized: activations.pointer("ln_final.", orShared: "hook_normalized_grad"), residual: nil,
      input: activations.pointer("blocks.\(blocks.count - 1).hook_resid_post_grad"))
    packing = PackingPlan(blocks.flatMap { $0.linears } + [unembedding.map], transposed: true)
  }

  func run(
    _ tokens: UnsafePointer<Int32>, _ places: UnsafePointer<Int32>, sequences: Int,
    positions: Int, isDropping: Bool,
    _ walk: ((Pass) -> Void) -> Void
  ) {
    let logitsGradient = activations.pointer("logits_grad")
    let embedded = activations.pointer("blocks.0.hook_resid_pre_grad")
    packing.run(pool)
    let rows = sequences * positions
    let products = parameterProducts(rows: rows, isDropping: isDropping)
    for layer in blocks.indices.reversed() {
      walk { pass in
        if layer == blocks.count - 1 {
          pass.forEachStrip(readingTransposed: unembedding.map) { strip in
            unembedding.backward(logitsGradient, into: finalNormGradients.normalized, strip)
            finalNorm.backward(finalNormGradients, strip)
          }
        }
        blocks[layer].backward(blockGradients[layer], pass)
        if layer == 0 { embedding.backward(embedded, pass) }
      }
      products[layer].run(pool)  // while what they read is still in the cache
    }
    addNormGradients(blocks: sequences * Pass.blocksPerSequence(positions))
    embedding.addParameterGradients(
      tokens, places, embedded, rows: rows, tokenGradient: gradients.pointer("wte.weight"),
      positionGradient: gradients.pointer("wpe.weight"), pool)
  }

  /// The products are described once for each size of batch.
  private func parameterProducts(rows: Int, isDropping: Bool) -> [ProductBatch] {
    if let products, products.rows == rows, products.isDropping == isDropping {
      return products.batches
    }
    let batches = blocks.indices.map { layer in
      var list = blocks[layer].parameterProducts(
        blockGradients[layer], rows: rows, isDropping: isDropping)
      if layer == blocks.count - 1 {
        list.append(
          unembedding.parameterProduct(
            activations.pointer("logits_grad"), rows: rows,
            tableGradient: gradients.pointer(gradients.configuration.outputTensor)))
      }
      return ProductBatch(list, threads: pool.threadCount)
    }
    products = (rows, isDropping, batches)
    return batches
  }

  private func addNormGradients(blocks blockCount: Int) {
    pool.run(2 * blocks.count + 1) { task in
      if task == 2 * blocks.count {
        finalNorm.addParameterGradients(finalNormGradients, blocks: blockCount)
      } else if task % 2 == 0 {
        blocks[task / 2].attentionNorm.addParameterGradients(
          blockGradients[task / 2].attentionNorm, blocks: blockCount)
      } else {
        blocks[task / 2].mlpNorm.addParameterGradients(
          blockGradients[task / 2].mlpNorm, blocks: blockCount)
      }
    }
  }
}
