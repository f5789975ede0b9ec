"""All files as one checked, frozen whole per language, and who mentions whom."""
