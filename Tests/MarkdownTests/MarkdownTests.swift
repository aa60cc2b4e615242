// Behaviours of Markdown.
