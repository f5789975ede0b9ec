"""What is written beside the pages: exports, search, what hosts and offline readers need."""
