"""Phrase books: laboratory results and visits to a clinic."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books.medical_encounter import ENCOUNTER

_MEDICAL_RECORD = Book(
    group="medical",
    sentences={
        "": (
            "The patient with the ID {patient_id} had the test {test_type} on {test_date}.",
            "For patient {patient_id} we ran the {test_type}, dated {test_date}.",
            "Patient {patient_id} was tested on {test_date}; the test type is {test_type}.",
            "The test on file for patient {patient_id} is {test_type}.",
            "The patient ID is {patient_id}.",
            "The tube was labelled with the patient ID {patient_id}.",
            "The report belongs to the patient with the ID {patient_id}.",
            "The test type is {test_type}.",
            "The test that was ordered is {test_type}.",
            "The test that the lab did on {test_date} was {test_type}.",
            "The test, {test_type}, is dated {test_date}.",
            "The test date is {test_date}.",
            "The test was done on {test_date}.",
            "{ordering_physician} ordered the test, and {lab_name} did the work.",
            "{ordering_physician} ordered the {test_type} for patient {patient_id}.",
            "At {lab_name} the test done on {test_date} for patient {patient_id} was {test_type}.",
            "The ordering physician is {ordering_physician}; the lab is {lab_name}.",
            "{lab_name} ran the test for the ordering physician, {ordering_physician}.",
            "The ordering physician is {ordering_physician}.",
            "The test was ordered by {ordering_physician}.",
            "{ordering_physician} signed the order as physician.",
            "The lab is {lab_name}.",
            "The samples were analysed at {lab_name}.",
            "The lab named on the report is {lab_name}.",
            "{lab_name} did the analysis, and the status of the report is {status}.",
            "The status of the report is {status}.",
            "The lab has set the report's status to {status}.",
            "As for its status, the report is marked {status}.",
        ),
        "results": (
            "{parameter} at {value} {unit}, reference range {reference_range}",
            "{parameter} came back at {value} {unit} (reference range {reference_range})",
            "{parameter} was measured as {value} {unit} against a reference range of {reference_range}",
            "{parameter} reads {value} {unit}, with the reference range given as {reference_range}",
            "{parameter} at {value} {unit}",
            "{parameter} came back at {value} {unit}",
            "{parameter} was measured as {value} {unit}",
            "the parameter {parameter}",
            "parameter {parameter}",
            "value {value}",
            "the value is {value}",
            "unit {unit}",
            "measured in {unit}",
            "reference range {reference_range}",
            "the reference range is {reference_range}",
        ),
    },
    leads={
        "results": (
            "The results:",
            "These are the results:",
            "The analyser reported these results:",
            "Results by parameter:",
        ),
    },
    nouns={"results": "result"},
    questions={
        "patient_id": (
            "Which patient is it?",
            "What is the patient ID on the label?",
        ),
        "test_type": (
            "What kind of test was it?",
            "Which test was ordered?",
        ),
        "test_date": (
            "When was the test done?",
            "What is the date of the test?",
        ),
        "ordering_physician": (
            "Who ordered it?",
            "Which physician signed the order?",
        ),
        "lab_name": (
            "Which lab did the work?",
            "What is the name of the lab?",
        ),
        "status": (
            "What is the status of the report?",
            "How is the report marked?",
        ),
    },
    slips={
        "results": (
            "{parameter}   {value} {unit}",
            "ref. range {reference_range}",
        ),
    },
)

BOOKS: Mapping[str, Book] = {
    "medical_record": _MEDICAL_RECORD,
    "medical_encounter": ENCOUNTER,
}
