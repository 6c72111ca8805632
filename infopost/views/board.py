"""'Kerja dan pelatihan sekarang': what is open today, with its source; what is over is not there any more."""

from django.utils import timezone

from infopost.board import open_on
from infopost.models import AgencyList
from infopost.views.public import public, show


@public
def board_detail(request):
    """Job orders by their closing day, then the days of the calendar: the country's, and on a post also its own."""
    village = request.kiosk.village.pk if request.kiosk else None
    today = timezone.localdate()
    board = open_on(today, village=village)
    context = {"board": board, "today": today, "newest": AgencyList.objects.newest()}
    return show(request, "infopost/board_detail.html", context)
