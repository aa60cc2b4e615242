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

func room(
  _ name: String, _ dependencies: [String], resources: [Resource] = [],
  settings: [SwiftSetting] = common
) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, resources: resources,
    swiftSettings: settings)
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
    room("Names", []),
    room("Visible", []),
    room("Files", ["Visible", "Names"]),
    room("Numerics", [], settings: compute),
    room("Plain", ["Numerics"], settings: compute),
    room("Tokenization", ["Names"], settings: compute),
    room("RawData", ["Names", "Numerics"], settings: compute),

    room("Transformer", ["Numerics", "Names"], settings: compute),
    room("Dataset", ["RawData", "Tokenization", "Numerics", "Names"], settings: compute),

    room("Inference", ["Transformer", "Tokenization", "Numerics", "Names"], settings: compute),
    room("Origins", ["Transformer", "Numerics", "Names"], settings: compute),
    room(
      "ModelFile", ["Inference", "Transformer", "Tokenization", "Files", "Visible", "Names"],
      settings: compute),

    room(
      "Training",
      [
        "ModelFile", "Inference", "Dataset", "Transformer", "Tokenization", "RawData", "Plain",
        "Numerics", "Files", "Names",
      ],
      settings: compute),
    room(
      "Usage",
      [
        "Training", "ModelFile", "Inference", "Dataset", "Transformer", "Tokenization", "RawData",
        "Files", "Names",
      ]),

    room(
      "Feedback",
      ["Usage", "Dataset", "Tokenization", "Numerics", "Files", "Visible", "Names"]),

    room("Record", ["Files", "Names"]),
    room(
      "Build",
      [
        "Record", "Feedback", "Usage", "Training", "ModelFile", "Origins", "Inference", "Dataset",
        "Transformer", "Tokenization", "RawData", "Numerics", "Files", "Visible", "Names",
      ]),

    room("Markup", []),
    room("Charts", ["Markup", "Names", "Visible"]),
    room("Views", ["Charts", "Names"]),
    room("Markdown", ["Markup", "Names"]),
    room("Diagrams", ["Charts", "Markup", "Record", "Names"]),
    room("Figures", ["Views", "Charts", "Diagrams", "Markup", "Record", "Names"]),
    room(
      "Lessons",
      ["Figures", "Charts", "Diagrams", "Markdown", "Markup", "Record", "Names"]),
    room(
      "Site",
      ["Lessons", "Figures", "Charts", "Diagrams", "Markdown", "Markup", "Record", "Names"],
      // What a browser reads becomes a part of the program, which can be copied alone.
      resources: [.embedInCode("Scripts"), .embedInCode("Styles")]),
    room(
      "Terminal",
      ["Lessons", "Figures", "Charts", "Diagrams", "Markdown", "Markup", "Record", "Names"]),

    room(
      "Live",
      [
        "Views", "Charts", "Markup", "Inference", "Dataset", "Transformer", "Tokenization",
        "RawData", "Numerics", "Visible", "Names",
      ],
      settings: compute),
    room(
      "WebEngine", ["Live", "Inference", "Transformer", "Tokenization", "Numerics", "Names"],
      settings: compute),
    .executableTarget(
      name: "nakami",
      dependencies: [
        "Site", "Live", "Terminal", "Lessons", "Figures", "Charts", "Diagrams", "Build", "Record",
        "Feedback", "Usage", "Training", "ModelFile", "Origins", "Inference", "Dataset",
        "Transformer", "Tokenization", "RawData", "Numerics", "Files", "Visible", "Names",
      ],
      swiftSettings: common + instructions),

    .target(
      name: "SampleRuns", dependencies: ["Charts", "Markup", "Build", "Record", "Names"],
      path: "Tests/SampleRuns",
      swiftSettings: common),
    .target(
      name: "RealRuns",
      dependencies: ["Build", "Inference", "ModelFile", "Names", "Numerics", "Record", "Usage"],
      path: "Tests/RealRuns",
      swiftSettings: common),

    tests("Visible"),
    tests("Numerics", settings: compute),
    tests(
      "Plain", using: ["Training", "Inference", "Transformer", "Tokenization", "Numerics"],
      settings: compute),
    tests("Tokenization", settings: compute),
    tests("RawData", using: ["Numerics", "Names"]),
    tests("Transformer", using: ["Numerics", "Names"], exclude: ["Fixtures"], settings: compute),
    tests(
      "Live",
      using: [
        "Site", "Lessons", "Record", "Usage", "Training", "ModelFile", "Dataset", "Inference",
        "Transformer", "Tokenization", "RawData", "Numerics", "Names",
      ]),
    tests("Dataset", using: ["RawData", "Tokenization", "Names"]),
    tests("Inference", using: ["Transformer", "Tokenization", "Numerics", "Names"]),
    tests(
      "Origins", using: ["Inference", "Transformer", "Numerics", "Names"], settings: compute),
    tests("ModelFile", using: ["Inference", "Transformer", "Tokenization", "Files", "Names"]),
    tests(
      "Training",
      using: [
        "ModelFile", "Dataset", "Transformer", "Tokenization", "Plain", "Numerics", "Files",
        "Names",
      ]),
    tests(
      "Usage",
      using: ["ModelFile", "Inference", "Transformer", "Tokenization", "Numerics", "Names"],
      exclude: ["Requests/Blind"]),
    tests("Feedback", using: ["Dataset", "Files", "Numerics", "Names"]),
    tests("Record", using: ["RealRuns", "SampleRuns", "Build", "Files", "Names"]),
    tests(
      "Build",
      using: [
        "SampleRuns", "Record", "Feedback", "Usage", "Training", "ModelFile", "Inference",
        "Dataset", "Transformer", "Tokenization", "RawData", "Numerics", "Files", "Names",
      ]),
    tests("Markup"),
    tests("Charts", using: ["SampleRuns", "Markup", "Names"], exclude: ["Goldens"]),
    tests("Markdown", using: ["Markup", "Names"]),
    tests("Diagrams", using: ["SampleRuns", "Charts", "Markup", "Record", "Names"]),
    tests(
      "Figures", using: ["SampleRuns", "Charts", "Markup", "Record", "Names"],
      exclude: ["Goldens"]),
    tests("Lessons", using: ["RealRuns", "SampleRuns", "Figures", "Markdown", "Record", "Names"]),
    tests(
      "Site",
      using: [
        "RealRuns", "SampleRuns", "Lessons", "Figures", "Charts", "Diagrams", "Markdown", "Markup",
        "Record", "Names",
      ]),
    tests(
      "Terminal",
      using: [
        "RealRuns", "SampleRuns", "Lessons", "Figures", "Charts", "Diagrams", "Markdown", "Record",
        "Names",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "nakami", "SampleRuns", "Build", "Feedback", "Training", "ModelFile", "Files", "Record",
        "Names", "Inference", "Tokenization", "Transformer",
      ],
      swiftSettings: common),
  ]
)
