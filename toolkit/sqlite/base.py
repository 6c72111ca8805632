"""Django's SQLite, in which writers take turns in the order in which they came.

One writes at a time. Whoever finds SQLite busy sleeps and looks again, each time longer, and somebody who came later
may find it free first: with twenty officers the unluckiest waited for seconds. Here they queue for a lock of the
system on a file beside the database, which gives the turn to the one who has waited longest, at once. A process that
is killed leaves the queue with its file.
"""

import fcntl
import os
from pathlib import Path

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions wait for their turn; a statement outside of one waits as SQLite does."""

    turn = None

    def _start_transaction_under_autocommit(self):
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn()
            raise

    def _commit(self):
        super()._commit()
        self._end_turn()

    def _rollback(self):
        try:
            super()._rollback()
        finally:
            self._end_turn()

    def _close(self):
        try:
            super()._close()
        finally:
            self._end_turn()

    def _take_turn(self):
        if self.is_in_memory_db():
            return
        database = self.settings_dict["NAME"]
        self.turn = os.open(f"{database}-turn", os.O_RDWR | os.O_CREAT, 0o600)
        if os.geteuid() == 0:
            # A command that root runs must not leave a file that the portal may not open.
            owner = Path(database).stat()
            os.fchown(self.turn, owner.st_uid, owner.st_gid)
        fcntl.flock(self.turn, fcntl.LOCK_EX)

    def _end_turn(self):
        if self.turn is not None:
            turn, self.turn = self.turn, None
            os.close(turn)
