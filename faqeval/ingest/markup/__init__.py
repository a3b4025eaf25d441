"""From HTML, Markdown, plain text and trees to blocks."""
