"""What every room may use: problems as authors read them, letters compared."""
