"""Takes uploads in, and no more of them than a form of ours can want: a stranger may send files before he signs in."""

from django.core.files.uploadhandler import TemporaryFileUploadHandler

# What one request may lay on the disk; a little more than the largest file that a form takes, so that the form itself
# sees that a file is too large, and says so.
KEPT_BYTES = 6 * 1024 * 1024


class SparingUploadHandler(TemporaryFileUploadHandler):
    """Counts all that comes and keeps only its beginning: a file that is cut off here still tells its true size."""

    kept = 0

    def receive_data_chunk(self, raw_data, start):
        """Lay the part on the disk while there is room for this request."""
        room = KEPT_BYTES - self.kept
        if room > 0:
            self.kept += min(room, len(raw_data))
            super().receive_data_chunk(raw_data[:room], start)
