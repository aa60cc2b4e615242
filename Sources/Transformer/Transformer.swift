// The room Transformer.
