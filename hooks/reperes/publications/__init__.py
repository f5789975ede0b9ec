"""What readers carry away as files: PDF, EPUB and ZIM, made from the built pages; no part of the ordinary build."""
