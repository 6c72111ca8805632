"""Pure decisions of the registry: values in, answers out, no database."""
