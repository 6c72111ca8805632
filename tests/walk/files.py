"""The candidates' files: who may do what there, and how each form is made and answered."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from infopost.file_choices import FileStep
from infopost.forms.evidence import DocumentPhotoForm
from infopost.forms.files import AgencyCheckForm, ContractCheckForm, FileForm, StepForm
from infopost.forms.referrals import AnswerForm, ReferralForm
from tests.factories.files import DocumentPhotoFactory, ReferralFactory, all_written
from tests.walk.addresses import Rule
from tests.walk.offices import NAMES, OFFICER


def trip(place):
    """The key of the head's journey."""
    return place.trip.pk


def referral(place):
    """The key of a referral of the head."""
    return ReferralFactory(trip=place.trip, note=place.mark).pk


def photo(place):
    """The key of a photograph of one of the head's papers."""
    standing = place.trip.document_photos.first()
    return standing.pk if standing else DocumentPhotoFactory(trip=place.trip).pk


def picture():
    """A photograph as a telephone sends it."""
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(written, "JPEG")
    return SimpleUploadedFile("foto.jpg", written.getvalue(), content_type="image/jpeg")


RULES_OF_FILES = {
    "infopost:file_list": Rule(NAMES, reads=True),
    "infopost:file_detail": Rule(NAMES, pk=trip, reads=True, shows_mark=True),
    # A PDF takes a second: only the methods that can differ.
    "infopost:file_print": Rule(NAMES, pk=trip, reads=True, shows_mark=True, methods=("get", "post", "options")),
    "infopost:step_note": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:paper_note": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:paper_photo": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:photo_show": Rule(NAMES, pk=photo, reads=True),
    "infopost:agency_check": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:contract_check": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:file_leave": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:referral_add": Rule(OFFICER, OFFICER, pk=trip, reads=True),
    "infopost:referral_answer": Rule(OFFICER, OFFICER, pk=referral, reads=True),
}

MAKERS_OF_FILES = {
    FileForm: lambda user, place: FileForm(),
    StepForm: lambda user, place: StepForm(trip=place.trip, step=FileStep.CONSULT),
    AgencyCheckForm: lambda user, place: AgencyCheckForm(trip=place.trip),
    ContractCheckForm: lambda user, place: ContractCheckForm(trip=place.trip),
    DocumentPhotoForm: lambda user, place: DocumentPhotoForm(has_one=True),
    ReferralForm: lambda user, place: ReferralForm(),
    AnswerForm: lambda user, place: AnswerForm(referral=ReferralFactory(trip=place.trip)),
}

ANSWERS_OF_FILES = {
    "infopost:step_note": lambda: {"state": "done", "evidence": "told", "version": "1"},
    "infopost:paper_note": lambda: {"passport-state": "held", "passport-evidence": "document", "version": "1"},
    "infopost:paper_photo": lambda: {"photo": picture(), "version": "1"},
    "infopost:agency_check": lambda: {"name": "PT Entah Contoh", "version": "1"},
    "infopost:contract_check": lambda: all_written(beside="nobody") | {"version": "1"},
    "infopost:file_leave": lambda: {"what": "happened", "departed_year": "2026", "version": "1"},
    "infopost:referral_add": lambda: {
        "office": "ltsa",
        "reason": "register",
        "referred_day": "10",
        "referred_month": "11",
        "referred_year": "2026",
        "version": "1",
    },
    "infopost:referral_answer": lambda: {"what": "happened", "answer": "accepted", "version": "1"},
}
