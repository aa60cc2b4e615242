// The room Usage.
