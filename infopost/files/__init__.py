"""The candidates' files: what is known of each put together, and its words."""
