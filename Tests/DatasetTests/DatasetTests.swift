// Behaviours of Dataset.
