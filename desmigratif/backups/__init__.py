"""The whole portal in one file, taken while people work: database and uploads, sealed so that damage is noticed."""


class BackupError(Exception):
    """What went wrong and what to do, in a sentence for the operator."""
