"""How gunicorn serves the portal: `gunicorn -c python:desmigratif.gunicorn desmigratif.wsgi`.

Everything can be moved by the environment: PORT and BIND say where, WEB_CONCURRENCY how many processes.
"""

import gc
import logging
import os
import sys

from gunicorn.glogging import Logger

from toolkit.logs import LINE, RequestFilter, ScrubbingFormatter
from toolkit.requests import forget

bind = f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
# Two cores: two processes, each with threads so that one slow line does not hold the others up.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
# A workbook of 20,000 rows or a long report takes its time; nothing of ours takes a minute.
timeout = 60
graceful_timeout = 30
keepalive = 5
umask = 0o077
# Drawing a PDF leaves memory behind: a process that has served long is replaced, not all at the same moment.
max_requests = 2000
max_requests_jitter = 200
# The heartbeat file must not wait for a slow disk.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - gunicorn makes its own name
control_socket_disable = True
accesslog = errorlog = "-"
# The path without its query, and no address: a name may be typed into the one, and the other is personal too.
access_log_format = "%(m)s %(U)s: %(s)s, %(B)s bytes, %(M)s ms"


def post_worker_init(worker):
    """Read all addresses and their pages' code before the first visitor, and leave them out of the search for garbage.

    That search held up every twelfth page by a tenth of a second.
    """
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()


class OneLineLogger(Logger):
    """Writes gunicorn's own lines like the portal's: to stdout, with request and account, scrubbed."""

    def setup(self, cfg):
        super().setup(cfg)
        handler = logging.StreamHandler(sys.stdout)
        handler.addFilter(RequestFilter())
        handler.setFormatter(ScrubbingFormatter(LINE, style="{"))
        self.error_log.handlers = self.access_log.handlers = [handler]

    def atoms(self, resp, req, environ, request_time):
        atoms = super().atoms(resp, req, environ, request_time)
        # A line break in an address would begin a line that looks like one of ours.
        atoms["U"] = atoms["U"].encode("unicode_escape").decode()
        return atoms

    def access(self, resp, req, environ, request_time):
        super().access(resp, req, environ, request_time)
        # The thread's next request may be refused before it gets a name of its own.
        forget()


logger_class = OneLineLogger
