"""What helps those who write: new files, translations, the guide."""
