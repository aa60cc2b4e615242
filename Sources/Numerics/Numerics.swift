// The room Numerics.
