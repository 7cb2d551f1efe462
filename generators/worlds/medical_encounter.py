"""Visits to a clinic: complaint, findings, diagnosis, tests and medication belong together."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times, places
from edgejson.generators.vocabulary.complaints import CASES, Case
from edgejson.generators.vocabulary.money import places_of, quotient
from edgejson.generators.vocabulary.people import people
from edgejson.generators.vocabulary.phone_numbers import us_phone
from edgejson.generators.world import World, require, without_empty

_CLINICS = (
    "Lakeside Family Clinic",
    "Riverside Medical Center",
    "Summit Health Clinic",
    "Harbor Community Hospital",
    "Northfield Medical Group",
    "Unity Health Center",
)
_INSURERS = (
    "Evergreen Mutual",
    "Beacon Health Plan",
    "Cornerstone Insurance",
    "Prairie Care",
    "Atlantic Shield",
)
_PHARMACIES = ("Main Street Pharmacy", "Wellspring Pharmacy", "Corner Drugstore", "Hillside Pharmacy")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    size = draws.choice((0, 0, 1, 1, 2))
    percent = (25, 55, 90)[size]
    case = draws.choice(CASES)
    patient, doctor = people(draws, 2)
    where = places.us_place(draws)
    visit = date_times.on_the_hour(draws, date_times.zone(draws, where.offset), hours=(8, 16))
    history = case.history.format(n=draws.between(2, 9))
    return without_empty(
        {
            "encounter_id": draws.choice(("ENC-{n}", "V{n}", "enc_{n}")).format(n=draws.digits(7)),
            "visit_date": date_times.text(visit),
            "facility": _facility(draws, where, percent) if draws.chance(percent) else None,
            "patient": _patient(draws, patient.name, patient.gender, visit, percent),
            "provider": without_empty(
                {
                    "provider_id": f"PRV-{draws.digits(5)}",
                    "name": f"Dr. {doctor.name}",
                    "specialty": draws.optional(50 + percent // 2, lambda: case.specialty),
                    "license_number": draws.optional(percent, lambda: f"{where.state}-{draws.digits(6)}"),
                }
            ),
            "chief_complaint": case.complaint,
            "vitals": _vitals(draws, case, percent) if draws.chance(30 + percent * 2 // 3) else None,
            "history_of_present_illness": draws.optional(percent, lambda: history),
            "physical_examination": draws.optional(percent, lambda: case.examination),
            "lab_orders": _orders(draws, case, visit) if draws.chance(percent) else None,
            "diagnoses": _diagnoses(draws, case, percent),
            "medications": _medications(draws, case, percent)
            if draws.chance(30 + percent * 2 // 3)
            else None,
            "follow_up": _follow_up(draws, case) if draws.chance(percent) else None,
        }
    )


def _facility(draws: Draws, where: places.Place, percent: int) -> JSONObject:
    address: JSONObject = {
        "street": places.street(draws, where),
        "city": where.city,
        "state": where.state,
        "zip_code": where.postcode,
    }
    return without_empty(
        {
            "facility_name": draws.choice(_CLINICS),
            "facility_id": draws.optional(75, lambda: f"FAC-{draws.digits(4)}"),
            "address": draws.optional(percent, lambda: address),
        }
    )


def _patient(draws: Draws, name: str, gender: str, visit: datetime, percent: int) -> JSONObject:
    born = date_times.day(draws, date(visit.year - 88, 1, 1), date(visit.year - 19, 12, 31))
    insurance = without_empty(
        {
            "provider": draws.choice(_INSURERS),
            "policy_number": f"POL{draws.digits(8)}",
            "group_number": draws.optional(60, lambda: f"GRP-{draws.digits(4)}"),
        }
    )
    told = gender if draws.chance(92) else draws.choice(("other", "prefer_not_to_say"))
    return without_empty(
        {
            "patient_id": f"PAT-{draws.digits(6)}",
            "name": name,
            "date_of_birth": born.isoformat(),
            "gender": draws.optional(70, lambda: told),
            "medical_record_number": draws.optional(percent, lambda: f"MRN{draws.digits(7)}"),
            "insurance": draws.optional(percent, lambda: insurance),
        }
    )


def _vitals(draws: Draws, case: Case, percent: int) -> JSONObject:
    systolic = draws.between(146, 178) if case.code == "I10" else draws.between(104, 138)
    height = draws.between(151, 193)
    weight = draws.decimal("49.0", "112.0")
    temperature = draws.decimal("38.1", "39.6") if case.febrile else draws.decimal("36.2", "37.3")
    body: JSONObject = {"height_cm": height, "weight_kg": weight, "bmi": _bmi(weight, height)}
    shows_body = draws.chance(percent)
    return without_empty(
        {
            "blood_pressure_systolic": systolic,
            "blood_pressure_diastolic": systolic - draws.between(38, 58),
            "heart_rate": draws.between(56, 104),
            "temperature": draws.optional(75, lambda: temperature),
            "respiratory_rate": draws.optional(percent, lambda: draws.between(12, 22)),
            "oxygen_saturation": draws.optional(70, lambda: draws.between(94, 100)),
            **(body if shows_body else {}),
        }
    )


def _bmi(weight: Decimal, height: Decimal | int, places: int = 1) -> Decimal:
    """Return weight in kg over squared height in metres (height is given in centimetres)."""
    return quotient(weight * 10_000, Decimal(height) * height, places)


def _orders(draws: Draws, case: Case, visit: datetime) -> list[JSONObject]:
    return [
        without_empty(
            {
                "test_name": name,
                "test_code": code if draws.chance(75) else None,
                "priority": draws.choice(("routine", "urgent", "stat")),
                "ordered_timestamp": draws.optional(
                    70, lambda: date_times.text(date_times.later(draws, visit, 600, 3600))
                ),
            }
        )
        for name, code in draws.some(case.tests, 1, 2)
    ]


def _diagnoses(draws: Draws, case: Case, percent: int) -> list[JSONObject]:
    notes = ("Confirmed at this visit", "Known for several years", "To be reviewed at follow-up", "Improving")
    first = without_empty(
        {
            "icd10_code": case.code,
            "diagnosis_name": case.diagnosis,
            "diagnosis_type": draws.optional(75, lambda: "primary"),
            "notes": draws.optional(percent // 2, lambda: draws.choice(notes)),
        }
    )
    if not draws.chance(percent):
        return [first]
    code, name = case.other
    kind = draws.choice(("secondary", "differential"))
    return [
        first,
        without_empty(
            {"icd10_code": code, "diagnosis_name": name, "diagnosis_type": draws.optional(80, lambda: kind)}
        ),
    ]


def _medications(draws: Draws, case: Case, percent: int) -> list[JSONObject]:
    pharmacy: JSONObject = {"pharmacy_name": draws.choice(_PHARMACIES), "phone": us_phone(draws)}
    return [
        without_empty(
            {
                "medication_name": name,
                "dosage": dosage,
                "frequency": frequency,
                "duration": duration if draws.chance(75) else None,
                "instructions": instructions if draws.chance(percent) else None,
                "pharmacy": dict(pharmacy) if draws.chance(percent // 2) else None,
            }
        )
        for name, dosage, frequency, duration, instructions in draws.some(case.drugs, 1, 2)
    ]


def _follow_up(draws: Draws, case: Case) -> JSONObject:
    specialty, reason = case.referral
    referral: JSONObject = {
        "specialty": specialty,
        "reason": reason,
        "urgency": draws.choice(("routine", "urgent")),
    }
    texts = (
        "Return earlier if symptoms get worse",
        "Bring a symptom diary",
        "Bring all current medication",
        "Call with any questions",
    )
    return without_empty(
        {
            "recommended_in_days": draws.choice((14, 7, 28, 30, 90, 10, 42)),
            "instructions": draws.optional(70, lambda: draws.choice(texts)),
            "specialist_referral": draws.optional(50, lambda: referral),
        }
    )


def check(label: Any) -> None:
    """Raise unless dates are in order, vitals survivable, the BMI follows and codes have their form."""
    visit, patient = date_times.read(label["visit_date"]), label["patient"]
    require(date.fromisoformat(patient["date_of_birth"]) <= visit.date(), "born before the visit")
    for order in label.get("lab_orders", []):
        if "ordered_timestamp" in order:
            days = (date_times.read(order["ordered_timestamp"]).date() - visit.date()).days
            require(0 <= days <= 1, "ordered on the day of the visit or the next")
    vitals = label.get("vitals", {})
    if vitals:
        require(
            vitals["blood_pressure_systolic"] > vitals["blood_pressure_diastolic"] >= 40,
            "systolic > diastolic",
        )
        require(30 <= vitals["heart_rate"] <= 220, "heart rate is survivable")
        require(34 <= vitals.get("temperature", 37) <= 42, "temperature is survivable")
        require(70 <= vitals.get("oxygen_saturation", 98) <= 100, "oxygen saturation is survivable")
        require(8 <= vitals.get("respiratory_rate", 14) <= 40, "respiratory rate is survivable")
    if "bmi" in vitals:
        due = _bmi(vitals["weight_kg"], vitals["height_cm"], places_of(vitals["bmi"]))
        require(vitals["bmi"] == due, "bmi = weight / height squared")
    kinds = [each.get("diagnosis_type") for each in label["diagnoses"]]
    require(kinds.count("primary") <= 1, "at most one primary diagnosis")
    form = r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?"
    require(
        all(re.fullmatch(form, each["icd10_code"]) for each in label["diagnoses"]),
        "codes have the ICD-10 form",
    )


WORLD = World(
    build=build,
    check=check,
    subject="medical encounter",
    headings=("Medical Encounter", "Clinic Visit", "Patient Encounter", "Visit Summary", "Outpatient Visit"),
)
