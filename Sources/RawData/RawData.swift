// The room RawData.
