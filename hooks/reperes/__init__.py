"""The core of Repères: content in, checked and cross-linked wholes out. Imports no MkDocs."""
