"""What a text may say: the kinds of content, their values, dates, words, paths and blocks."""
