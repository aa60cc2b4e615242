// Behaviours of RawData.
