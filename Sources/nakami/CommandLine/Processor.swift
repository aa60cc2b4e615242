import Foundation

/// Asks whether this processor has the instructions that the compute rooms were compiled for.
///
/// The executable itself is compiled without them, so that this question can be asked at all.
enum Processor {
  /// Why the program can't run here, in one line; nil when it can.
  static var missingInstructions: String? {
    #if arch(x86_64) && os(Linux)
      guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
        let flags = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") })
      else { return nil }
      let present = Set(flags.split(separator: " "))
      func missing(_ names: [Substring]) -> String? {
        let names = names.filter { !present.contains($0) }
        return names.isEmpty ? nil : "this processor lacks \(names.joined(separator: ", ")); "
      }
      if let lacking = missing(["avx2", "fma", "bmi2", "f16c", "movbe"]) {
        return lacking + "nakami needs an x86-64 of 2013 or later with AVX2 and FMA, or an arm64"
      }
      #if AVX512
        if let lacking = missing(["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]) {
          return lacking + "build nakami here, or with NAKAMI_PORTABLE=1 where this binary is from"
        }
      #endif
      return nil
    #else
      return nil
    #endif
  }
}
