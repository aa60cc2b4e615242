/// Sixteen neighbouring values, the unit in which every kernel of this room walks over memory.
///
/// Two AVX registers, or four NEON or WebAssembly ones. One fixed width everywhere is what keeps
/// the order of a reduction, and so its last bit, the same on every machine.
public typealias Lanes = SIMD16<Float>

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
func multiplyAdd(_ a: Lanes, _ b: Float, _ c: Lanes) -> Lanes {
  multiplyAdd(a, Lanes(repeating: b), c)
}

@inline(__always)
func loadLanes(_ base: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(base).loadUnaligned(as: Lanes.self)
}

@inline(__always)
func storeLanes(_ lanes: Lanes, _ base: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(base).storeBytes(of: lanes, as: Lanes.self)
}

/// Loads the sixteen values from `index` on; those at or beyond `count` read as `fill`.
@inline(__always)
func load(
  _ base: UnsafePointer<Float>, _ index: Int, of count: Int, fill: Float = 0
) -> Lanes {
  if index &+ 16 <= count { return loadLanes(base + index) }
  var lanes = Lanes(repeating: fill)
  for lane in 0..<(count &- index) { lanes[lane] = base[index &+ lane] }
  return lanes
}

/// Stores sixteen values from `index` on, leaving memory at or beyond `count` untouched.
@inline(__always)
func store(_ lanes: Lanes, _ base: UnsafeMutablePointer<Float>, _ index: Int, of count: Int) {
  if index &+ 16 <= count { return storeLanes(lanes, base + index) }
  for lane in 0..<(count &- index) { base[index &+ lane] = lanes[lane] }
}

/// The sum of the lanes, halves first, in one fixed order.
@inline(__always)
func sum(_ lanes: Lanes) -> Float {
  let eight = lanes.lowHalf + lanes.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

/// The larger of each pair; the second where the first is not a number.
@inline(__always)
func maximum(_ a: Lanes, _ b: Lanes) -> Lanes {
  var result = b
  for lane in 0..<16 { result[lane] = a[lane] > b[lane] ? a[lane] : b[lane] }
  return result
}

/// The smaller of each pair; the second where the first is not a number.
@inline(__always)
func minimum(_ a: Lanes, _ b: Lanes) -> Lanes {
  var result = b
  for lane in 0..<16 { result[lane] = a[lane] < b[lane] ? a[lane] : b[lane] }
  return result
}

@inline(__always)
func largest(_ lanes: Lanes) -> Float {
  var eight = lanes.highHalf
  for lane in 0..<8 { eight[lane] = lanes[lane] > eight[lane] ? lanes[lane] : eight[lane] }
  var four = eight.highHalf
  for lane in 0..<4 { four[lane] = eight[lane] > four[lane] ? eight[lane] : four[lane] }
  let left = four.x > four.z ? four.x : four.z
  let right = four.y > four.w ? four.y : four.w
  return left > right ? left : right
}

/// The bit patterns of lanes. Those of values that are not negative have the order of the values,
/// and comparing them stays in vector registers, which comparing the values does not.
typealias Bits = SIMD16<Int32>

/// `a` where `x < y`, else `b`; `x − y` must not overflow.
@inline(__always)
func select(_ x: Bits, less y: Int32, _ a: Lanes, _ b: Lanes) -> Lanes {
  let mask = (x &- y) &>> 31  // all ones where the difference is negative
  let chosen =
    (unsafeBitCast(a, to: Bits.self) & mask) | (unsafeBitCast(b, to: Bits.self) & ~mask)
  return unsafeBitCast(chosen, to: Lanes.self)
}

@inline(__always)
func magnitudeBits(_ lanes: Lanes) -> Bits { unsafeBitCast(lanes, to: Bits.self) & 0x7FFF_FFFF }
