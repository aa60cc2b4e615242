// Behaviours of Numerics.
