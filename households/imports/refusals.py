"""Why a workbook is not opened, as the reader's process says it."""


class Refused(Exception):
    """The file is not opened; `code` says why and `detail` what about it."""

    def __init__(self, code: str, **detail):
        super().__init__(code)
        self.code, self.detail = code, detail
