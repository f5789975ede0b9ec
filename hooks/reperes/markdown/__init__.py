"""What we add to Markdown: words of the glossary, ids, tables, and the wall behind it."""
