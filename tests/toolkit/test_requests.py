"""Names of requests."""

import string

from django.http import HttpResponse

from toolkit.requests import NOBODY, RequestIdMiddleware, forget, request_id, set_user, user_id


def seen_inside(rf, **headers):
    """The response, and the name that the log would have shown meanwhile."""
    seen = []

    def view(request):
        seen.append((request_id(), user_id()))
        return HttpResponse()

    response = RequestIdMiddleware(view)(rf.get("/", headers=headers))
    return response, seen[0]


def test_request_is_named_in_the_log_as_in_the_response(rf):
    response, (name, _) = seen_inside(rf)

    assert response["X-Request-ID"] == name


def test_request_name_has_letters_only(rf):
    _, (name, _) = seen_inside(rf)

    assert set(name) <= set(string.ascii_lowercase)


def test_requests_have_different_names(rf):
    names = {seen_inside(rf)[1][0] for _ in range(50)}

    assert len(names) == 50


def test_name_sent_by_the_client_is_not_believed(rf):
    response, _ = seen_inside(rf, x_request_id="palsu")

    assert response["X-Request-ID"] != "palsu"


def test_request_starts_without_the_account_of_the_one_before(rf):
    set_user(17)

    _, (_, user) = seen_inside(rf)

    assert user == NOBODY


def test_forget_leaves_nothing_for_the_next_line(rf):
    seen_inside(rf)
    set_user(17)

    forget()

    assert (request_id(), user_id()) == (NOBODY, NOBODY)
