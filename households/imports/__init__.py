"""The office's own workbook: read in a process of its own, planned against the registry, shown, and written once.

`containers`, `layouts`, `limits` and `reader_process` run without Django, because the file is read by a child process
that knows nothing of the database.
"""
