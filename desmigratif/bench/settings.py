"""The portal's settings with the trivial page, for the requests per second."""

from desmigratif.settings import *  # noqa: F403 - a world that differs in one line

ROOT_URLCONF = "desmigratif.bench.addresses"
