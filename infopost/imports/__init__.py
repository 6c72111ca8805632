"""Lists that the ministry brings as workbooks."""
