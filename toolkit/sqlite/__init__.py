"""Django's SQLite, in which writers take turns in the order in which they came."""
