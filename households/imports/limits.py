"""How large a workbook may be: a village of 5,000 people fits many times, a bomb does not."""

FILE_BYTES = 5 * 1024 * 1024
UNPACKED_BYTES = 50 * 1024 * 1024
ZIP_MEMBERS = 200
ROWS = 20_000
COLUMNS = 60
SHEETS = 20
# The row of column names stands among the first rows of its sheet; above it come titles.
HEADER_ROWS = 20
# The longest text that is taken from a cell: one shared text of 32,767 letters may stand in a million cells.
CELL_LETTERS = 200
OUTPUT_BYTES = 32 * 1024 * 1024
# As much of a cell as a workbook can hold at all, where the officer gets his own words back.
WHOLE_LETTERS = 32_767

# Content so far down stands there by mistake or by malice: such a sheet is not walked through.
FAR_DOWN, FAR_RIGHT = 5 * ROWS, 702
# What an .ods may unfold to, all its sheets together; a repeated cell counts as often as it stands there.
CELLS = ROWS * COLUMNS

PROCESS_BYTES = 512 * 1024 * 1024
PROCESS_SECONDS = 10
# On a busy machine the clock runs ahead of the work.
PATIENCE_SECONDS = 20
