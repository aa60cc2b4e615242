// The room ModelFile.
