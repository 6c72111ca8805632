"""Stretches without news of somebody abroad: which notes of news can be taken back."""

GONE_SINCE = "Catatan ini sudah tidak ada. Periksa lagi yang sudah tercatat."


def hearings_to_withdraw(losses) -> list:
    """The stretches of one journey whose news can be taken back, in the order in which they come.

    News that ended no silence always can. Of news that ended one only the last, while nobody is silent: else the
    silence would go on past a day on which somebody was heard of.
    """
    heard = [loss for loss in losses if loss.heard_on is not None]
    is_silent = len(heard) < len(losses)
    return [one for one in heard if one.is_news_alone or not (is_silent or _heard_since(one, heard))]


def _heard_since(one, heard) -> bool:
    return any(other is not one and other.heard_on >= one.heard_on for other in heard)
