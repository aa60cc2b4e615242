import Files

/// The tensors of a run in one safetensors file, in the order of their names.
extension RunStore.Folder {
  private var tensorFile: String { path + "/tensors.safetensors" }

  func write(_ store: TensorStore) throws(RunStoreError) {
    var writer = SafetensorsWriter()
    var arena: [Float] = []
    for name in store.names { arena += store[name]!.values }
    let result = arena.withUnsafeBufferPointer { buffer in
      Result { () throws(FileError) in
        var start = 0
        for name in store.names {
          let tensor = store[name]!
          let end = start + tensor.values.count
          writer.add(name, shape: tensor.shape, UnsafeBufferPointer(rebasing: buffer[start..<end]))
          start = end
        }
        try writer.write(to: tensorFile)
      }
    }
    if case .failure(let error) = result { throw .unwritable(tensorFile, error) }
  }

  func readTensors() throws(RunStoreError) -> TensorStore {
    do {
      let file = try SafetensorsFile(reading: tensorFile)
      var store = TensorStore()
      for entry in file.tensors {
        store[entry.name] = RecordedTensor(shape: entry.shape, values: try file.floats(of: entry))
      }
      return store
    } catch {
      throw RunStoreError(
        kind: error.kind == .unreadable ? .missing : .damaged, file: error.path,
        problem: error.problem, remedy: RunStoreError.again)
    }
  }
}
