"""What the project-wide tests walk over: the tree of files, the models, the addresses, the forms."""
