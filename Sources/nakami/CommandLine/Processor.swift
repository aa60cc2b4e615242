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
      let missing = ["avx2", "fma", "bmi2", "f16c", "movbe"].filter {
        !present.contains(Substring($0))
      }
      return missing.isEmpty
        ? nil
        : "this processor lacks \(missing.joined(separator: ", ")); "
          + "nakami needs an x86-64 of 2013 or later with AVX2 and FMA, or an arm64"
    #else
      return nil
    #endif
  }
}
