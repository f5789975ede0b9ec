"""What templates draw with: plain values, already chosen and in order."""
