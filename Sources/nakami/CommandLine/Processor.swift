import Foundation
import Names

/// Asks whether this processor has the instructions that the compute rooms were compiled for.
///
/// The executable itself is compiled without them, so that this question can be asked at all.
enum Processor {
  /// Why the program can't run here, in one line; nil when it can.
  static var missingInstructions: LocalizedText? {
    #if arch(x86_64) && os(Linux)
      guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
        let flags = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") })
      else { return nil }
      let present = Set(flags.split(separator: " "))
      func missing(_ names: [Substring]) -> LocalizedText? {
        let names = names.filter { !present.contains($0) }
        guard !names.isEmpty else { return nil }
        return LocalizedText(
          en: "this processor lacks \(names.joined(separator: ", ")); ",
          ja: "このプロセッサーには\(names.joined(separator: "、"))がありません。")
      }
      if let lacking = missing(["avx2", "fma", "bmi2", "f16c", "movbe"]) {
        return LocalizedText(
          en: lacking.en + "nakami needs an x86-64 of 2013 or later with AVX2 and FMA, or an arm64",
          ja: lacking.ja + "nakamiには、AVX2とFMAのある2013年以降のx86-64か、arm64が必要です")
      }
      #if AVX512
        if let lacking = missing(["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]) {
          return LocalizedText(
            en: lacking.en
              + "build nakami here, or with NAKAMI_PORTABLE=1 where this binary is from",
            ja: lacking.ja + "この機械でnakamiを作り直すか、作る側でNAKAMI_PORTABLE=1を使ってください")
        }
      #endif
      return nil
    #else
      return nil
    #endif
  }
}
