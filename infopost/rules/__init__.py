"""Pure decisions of the information post: values in, answers out, no database."""
