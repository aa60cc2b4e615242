// Behaviours of ModelFile.
