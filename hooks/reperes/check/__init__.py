"""What must hold in a file, one rule a function."""
