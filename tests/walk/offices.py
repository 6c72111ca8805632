"""The kinds of people that the walk sends, and the groups in which they may do something."""

EVERYBODY = frozenset({"officer", "head", "coordinator", "province", "ministry", "administrator"})
OFFICER = frozenset({"officer"})
COORDINATOR = frozenset({"coordinator"})
NAMES = OFFICER | COORDINATOR
HEAD = frozenset({"head"})
COUNTS = NAMES | HEAD | {"province", "ministry"}
KEEPERS = COORDINATOR | {"administrator"}
ADMINISTRATOR = frozenset({"administrator"})
FACT_KEEPERS = frozenset({"ministry", "administrator"})
BOARD_KEEPERS = NAMES | {"ministry"}
NOBODY = frozenset()
