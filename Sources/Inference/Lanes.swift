import Numerics

/// Sixteen neighbouring values, as wide as the kernels of Numerics work.
typealias Lanes = SIMD16<Float>

/// `a · b + c`: rounded once where the machine has a fused instruction, twice on WebAssembly.
@inline(__always)
func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if arch(wasm32)
    a * b + c
  #else
    c.addingProduct(a, b)
  #endif
}

@inline(__always)
func load(_ base: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(base).loadUnaligned(as: Lanes.self)
}

@inline(__always)
func store(_ lanes: Lanes, _ base: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(base).storeBytes(of: lanes, as: Lanes.self)
}

/// The least multiple of 16 that is not below `count`.
@inline(__always)
func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }

func allocateZeros(_ count: Int) -> UnsafeMutablePointer<Float> {
  FloatMemory.zeros(count).baseAddress.unsafelyUnwrapped
}
