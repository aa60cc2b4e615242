// Behaviours of Transformer.
