"""Pages of signing in, accounts and the book of acts."""
