"""Pages whose act may take their record out of the registry."""

from django.http import Http404
from django.shortcuts import redirect

from accounts import receipts


class Vanishing:
    """The same form again, or Back to it, leads where the first one led although its record is gone."""

    def dispatch(self, request, *args, op=None, **kwargs):
        """Without the record only the receipt, which is the user's own, can say what happened."""
        try:
            return super().dispatch(request, *args, op=op, **kwargs)
        except Http404:
            receipt = receipts.find(op, by=request.user) if op else None
            if receipt is None:
                raise
            return redirect(receipt.result_url)
