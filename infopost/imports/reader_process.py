"""Reads one list of companies from standard input, in the same narrow process as the registry's workbooks."""

import sys

from households.imports.reader_process import main
from infopost.imports.layouts import LAYOUTS

if __name__ == "__main__":
    sys.exit(main(tuple(LAYOUTS.values())))
