/// Sixteen neighbouring values, the unit in which every kernel of this room walks over memory.
///
/// Two AVX registers, one of AVX-512, or four NEON or WebAssembly ones. One fixed width everywhere
/// is what keeps the order of a reduction, and so its last bit, the same on every machine.
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

/// Calls `body` for every sixteen of `count` values, with the index of the first and their number.
///
/// That is 16 but in the last call, which stands by itself: the loop has no branch but its own. Where
/// a closure would be too long for the compiler to inline twice, a local function says that it must.
@inline(__always)
func forEachLanes(_ count: Int, _ body: (_ index: Int, _ number: Int) -> Void) {
  var index = 0
  while index &+ 16 <= count {
    body(index, 16)
    index &+= 16
  }
  if index < count { body(index, count &- index) }
}

/// Loads `number` values, at most sixteen, from `index` on; the other lanes hold `fill`.
@inline(__always)
func load(
  _ base: UnsafePointer<Float>, _ index: Int, _ number: Int, fill: Float = 0
) -> Lanes {
  number == 16 ? loadLanes(base + index) : loadFew(base + index, number, fill: fill)
}

/// The last values of a row. They go through memory one by one and come back all at once: setting
/// lanes of a vector by a variable index would do that for each of them.
@inline(__always)
private func loadFew(_ base: UnsafePointer<Float>, _ count: Int, fill: Float) -> Lanes {
  var lanes = Lanes(repeating: fill)
  withUnsafeMutableBytes(of: &lanes) { bytes in
    let target = bytes.assumingMemoryBound(to: Float.self).baseAddress.unsafelyUnwrapped
    for lane in 0..<count { target[lane] = base[lane] }
  }
  return lanes
}

/// Stores the first `number` lanes from `index` on, leaving memory behind them untouched.
@inline(__always)
func store(_ lanes: Lanes, _ base: UnsafeMutablePointer<Float>, _ index: Int, _ number: Int) {
  number == 16 ? storeLanes(lanes, base + index) : storeFew(lanes, base + index, number)
}

@inline(__always)
private func storeFew(_ lanes: Lanes, _ base: UnsafeMutablePointer<Float>, _ count: Int) {
  withUnsafeBytes(of: lanes) { bytes in
    let source = bytes.assumingMemoryBound(to: Float.self).baseAddress.unsafelyUnwrapped
    for lane in 0..<count { base[lane] = source[lane] }
  }
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
  b.replacing(with: a, where: a .> b)
}

/// The smaller of each pair; the second where the first is not a number.
@inline(__always)
func minimum(_ a: Lanes, _ b: Lanes) -> Lanes {
  b.replacing(with: a, where: a .< b)
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

/// The first `count` lanes; `fill` in the others.
@inline(__always)
func first(_ count: Int, of lanes: Lanes, fill: Float) -> Lanes {
  let numbers = Bits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  return select(
    numbers, less: Int32(truncatingIfNeeded: count), lanes, Lanes(repeating: fill))
}

@inline(__always)
func magnitudeBits(_ lanes: Lanes) -> Bits { unsafeBitCast(lanes, to: Bits.self) & 0x7FFF_FFFF }
