"""What editors and those who merge should know: warnings, reports."""
