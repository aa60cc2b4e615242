import Files
import Foundation
import ModelFile
import Testing

@Suite("Files that are there as a whole or not at all")
struct AtomicFileTests {
  private let folder = TemporaryFolder()

  @Test("a file is written, replaced, and nothing else is left")
  func replacing() throws {
    try AtomicFile.write("one", to: folder.file("a"))
    try AtomicFile.write("two", to: folder.file("a"))
    #expect(try folder.bytes("a") == Array("two".utf8))
    #expect(folder.names == ["a"])
  }

  @Test("what a killed writer left is written over")
  func leftover() throws {
    try folder.write(String(repeating: "x", count: 1000), ".a.partial")
    try AtomicFile.write("new", to: folder.file("a"))
    #expect(try folder.bytes("a") == Array("new".utf8))
    #expect(folder.names == ["a"])
  }

  @Test("a missing folder, a folder of that name: nothing is left, the remedy is named")
  func refusals() throws {
    let missing = #expect(throws: FileError.self) {
      try AtomicFile.write("x", to: folder.file("none/a"))
    }
    #expect(missing?.kind == .unwritable)
    #expect(missing?.description.hasSuffix("make the folder first") == true)
    try AtomicFile.createFolder(folder.file("b/c"))
    #expect(throws: FileError.self) { try AtomicFile.write("x", to: folder.file("b")) }
    #expect(folder.names == ["b"])
    #expect(throws: FileError.self) { try AtomicFile.createFolder("/proc/nakami/x") }
  }

  @Test("a full disk leaves the earlier file and nothing else")
  func fullDisk() async throws {
    // The limit of a file's size stands for the end of the disk; it holds for the whole process.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      try AtomicFile.write("before", to: folder.file("a"))
      #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      #else
        let resource = RLIMIT_FSIZE
      #endif
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      guard setrlimit(resource, &limit) == 0 else { exit(3) }
      do throws(FileError) {
        try AtomicFile.write([UInt8](repeating: 1, count: 10_000), to: folder.file("a"))
        exit(4)
      } catch {
        guard error.kind == .unwritable, error.remedy.en.contains("free some space") else {
          exit(5)
        }
      }
      guard try folder.bytes("a") == Array("before".utf8), folder.names == ["a"] else { exit(6) }
    }
  }

  @Test("two writers of one name do not mix their bytes")
  func writers() async throws {
    let path = folder.file("a")
    await withTaskGroup(of: Void.self) { group in
      for writer in UInt8(0)..<4 {
        group.addTask {
          for _ in 0..<20 {
            // Finding the other one at work is fine.
            try? AtomicFile.write([UInt8](repeating: writer, count: 5_000), to: path)
          }
        }
      }
    }
    let bytes = try folder.bytes("a")
    #expect(bytes.count == 5_000)
    #expect(Set(bytes).count == 1)
    #expect(folder.names == ["a"])
  }
}
