"""From the bytes of a file to its front matter and its text, with the place of every value."""
