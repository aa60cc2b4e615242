// The room Dataset.
