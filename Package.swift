// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The rooms of the house, bottom to top: each may import only rooms above its own line in this list.
// Its order is the order in which data moves: text, tokens, model, training, record, figures, pages.

/// Strictness that every room shares.
let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// What the compiler may expect of the processor. On x86-64 that is AVX2 and FMA (x86-64-v3), and AVX-512
/// (x86-64-v4) where this machine has it; the bits of every result are the same. `NAKAMI_PORTABLE=1` builds
/// for AVX2 anyway, for a binary that is to be copied to another machine.
#if arch(x86_64)
  let cpuFlags = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  let hasAVX512 =
    Context.environment["NAKAMI_PORTABLE"] == nil
    && ["f", "bw", "cd", "dq", "vl"].allSatisfy { cpuFlags.contains(" avx512\($0) ") }
  let level = hasAVX512 ? "x86-64-v4" : "x86-64-v3"
  let instructions: [SwiftSetting] = hasAVX512 ? [.define("AVX512")] : []
  let optimization: [SwiftSetting] = [.unsafeFlags(["-O", "-Xcc", "-march=\(level)"])]
#else
  let instructions: [SwiftSetting] = []
  let optimization: [SwiftSetting] = [.unsafeFlags(["-O"])]
#endif

/// The compute rooms are optimized in debug builds too, so that tests stay fast.
let compute = common + instructions + optimization

func room(_ name: String, _ dependencies: [String], settings: [SwiftSetting] = common) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func tests(
  _ room: String, using others: [String] = [], exclude: [String] = [],
  settings: [SwiftSetting] = common
) -> Target {
  .testTarget(
    name: room + "Tests",
    dependencies: ([room] + others).map { .byName(name: $0) },
    exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "nakami",
  platforms: [.macOS(.v15)],
  targets: [
    room("Visible", [], settings: compute),
    room("Numerics", [], settings: compute),
    room("Tokenization", [], settings: compute),
    room("RawData", ["Numerics"], settings: compute),

    room("Transformer", ["Numerics"], settings: compute),
    room("Dataset", ["RawData", "Tokenization", "Numerics"], settings: compute),

    room("Inference", ["Transformer", "Tokenization", "Numerics"], settings: compute),
    room(
      "ModelFile", ["Inference", "Transformer", "Tokenization", "Visible"], settings: compute),

    room(
      "Training",
      ["ModelFile", "Inference", "Dataset", "Transformer", "Tokenization", "RawData", "Numerics"],
      settings: compute),
    room(
      "Usage",
      ["Training", "ModelFile", "Inference", "Dataset", "Transformer", "Tokenization", "RawData"]),
    room(
      "Recording",
      [
        "Usage", "Training", "ModelFile", "Inference", "Dataset", "Transformer", "Tokenization",
        "RawData", "Numerics",
      ]),

    room("Markup", []),
    room("Markdown", ["Markup"]),
    room("Diagrams", ["Markup", "Recording"]),
    room("Figures", ["Markup", "Recording", "Visible"]),
    room("Lessons", ["Figures", "Diagrams", "Markdown", "Markup", "Recording"]),
    room("Site", ["Lessons", "Figures", "Diagrams", "Markdown", "Markup", "Recording"]),
    room("Terminal", ["Lessons", "Figures", "Diagrams", "Markdown", "Markup", "Recording"]),

    room("WebEngine", ["Inference", "Transformer", "Tokenization", "Numerics"], settings: compute),
    .executableTarget(
      name: "nakami",
      dependencies: [
        "Site", "Terminal", "Lessons", "Figures", "Diagrams", "Recording", "Usage", "Training",
        "ModelFile", "Inference", "Dataset", "Transformer", "Tokenization", "RawData", "Numerics",
        "Visible",
      ],
      swiftSettings: common + instructions),

    tests("Visible"),
    tests("Numerics", settings: compute),
    tests("Tokenization", settings: compute),
    tests("RawData", using: ["Numerics"]),
    tests("Transformer", using: ["Numerics"], exclude: ["Fixtures"], settings: compute),
    tests("Dataset", using: ["RawData", "Tokenization"]),
    tests("Inference", using: ["Transformer", "Tokenization", "Numerics"]),
    tests("ModelFile", using: ["Inference", "Transformer", "Tokenization"]),
    tests("Training", using: ["ModelFile", "Dataset", "Transformer", "Tokenization", "Numerics"]),
    tests("Usage", using: ["ModelFile", "Inference", "Transformer", "Tokenization"]),
    tests("Recording"),
    tests("Markup"),
    tests("Markdown", using: ["Markup"]),
    tests("Diagrams", using: ["Markup", "Recording"]),
    tests("Figures", using: ["Markup", "Recording"], exclude: ["Goldens"]),
    tests("Lessons", using: ["Figures", "Markdown", "Recording"]),
    tests("Site", using: ["Lessons", "Figures", "Markup", "Recording"]),
    tests("Terminal", using: ["Lessons", "Figures", "Recording"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "nakami", "ModelFile", "Recording", "Inference", "Tokenization", "Transformer",
      ],
      swiftSettings: common),
  ]
)
