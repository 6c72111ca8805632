"""Two requests at the same moment, each on a database connection of its own."""

import threading

from django.db import connection


def at_once(*acts) -> list:
    """Carry out the acts in threads that start together; what each returned, or the exception that it raised."""
    start = threading.Barrier(len(acts))
    results = [None] * len(acts)

    def run(place, act):
        try:
            start.wait(timeout=10)
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results
