"""Laboratory results against numeric reference ranges."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.people import person
from edgejson.generators.world import World, require, without_empty

_TESTS = {
    "Complete Blood Count": (
        ("Hemoglobin", "g/dL", "12.0", "16.0", "8.5", "18.5"),
        ("White blood cells", "10^9/L", "4.0", "10.5", "2.4", "17.0"),
        ("Platelets", "10^9/L", "150", "400", "90", "560"),
        ("Hematocrit", "%", "36.0", "48.0", "28.0", "54.0"),
        ("Mean corpuscular volume", "fL", "80", "100", "70", "112"),
    ),
    "Basic Metabolic Panel": (
        ("Sodium", "mmol/L", "135", "145", "127", "152"),
        ("Potassium", "mmol/L", "3.5", "5.1", "2.8", "6.0"),
        ("Creatinine", "mg/dL", "0.60", "1.20", "0.45", "2.60"),
        ("Glucose", "mg/dL", "70", "99", "55", "190"),
        ("Calcium", "mg/dL", "8.6", "10.3", "7.6", "11.6"),
        ("Chloride", "mmol/L", "98", "107", "92", "114"),
    ),
    "Lipid Panel": (
        ("Total cholesterol", "mg/dL", "125", "200", "105", "290"),
        ("HDL cholesterol", "mg/dL", "40", "80", "28", "95"),
        ("LDL cholesterol", "mg/dL", "50", "130", "40", "210"),
        ("Triglycerides", "mg/dL", "40", "150", "35", "340"),
    ),
    "Thyroid Function Test": (
        ("TSH", "mIU/L", "0.40", "4.50", "0.05", "11.00"),
        ("Free T4", "ng/dL", "0.80", "1.80", "0.40", "3.10"),
        ("Free T3", "pg/mL", "2.3", "4.2", "1.5", "6.8"),
    ),
    "Liver Function Panel": (
        ("ALT", "U/L", "7", "45", "5", "160"),
        ("AST", "U/L", "8", "40", "6", "140"),
        ("Albumin", "g/dL", "3.5", "5.2", "2.4", "5.8"),
        ("Total bilirubin", "mg/dL", "0.20", "1.20", "0.10", "3.90"),
        ("Alkaline phosphatase", "U/L", "44", "121", "30", "260"),
    ),
    "Iron Studies": (
        ("Ferritin", "ng/mL", "30", "300", "6", "620"),
        ("Serum iron", "ug/dL", "60", "170", "25", "230"),
        ("Transferrin saturation", "%", "20", "50", "8", "66"),
    ),
    "Vitamin Panel": (
        ("Vitamin D", "ng/mL", "30", "100", "9", "120"),
        ("Vitamin B12", "pg/mL", "200", "900", "110", "1300"),
        ("Folate", "ng/mL", "4.0", "20.0", "1.8", "24.0"),
    ),
}
_LABS = (
    "Riverside Diagnostics",
    "Lakeside Clinical Laboratory",
    "Summit Pathology",
    "Harbor Medical Lab",
    "Unity Health Laboratories",
    "Northfield Reference Lab",
)


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    test = draws.choice(tuple(_TESTS))
    parameters = draws.some(_TESTS[test], 1, 5)
    healthy, ranged = draws.chance(50), draws.chance(80)
    results: list[JSONObject] = []
    abnormal = False
    for name, unit, low, high, lowest, highest in parameters:
        value = draws.decimal(low, high) if healthy else draws.decimal(lowest, highest)
        abnormal |= not Decimal(low) <= value <= Decimal(high)
        results.append(
            without_empty(
                {
                    "parameter": name,
                    "value": int(value) if "." not in low else value,
                    "unit": unit,
                    "reference_range": f"{low}-{high}" if ranged else None,
                }
            )
        )
    normal_status = draws.choice(("complete", "complete", "pending"))
    physician, lab = person(draws), draws.choice(_LABS)
    return without_empty(
        {
            "patient_id": draws.choice(("PT-{n}", "P{n}", "MRN-{n}")).format(n=draws.digits(6)),
            "test_type": test,
            "test_date": date_times.day(draws).isoformat(),
            "results": results,
            "ordering_physician": draws.optional(75, lambda: f"Dr. {physician.name}"),
            "lab_name": draws.optional(70, lambda: lab),
            "status": draws.optional(75, lambda: "abnormal" if abnormal else normal_status),
        }
    )


def check(label: Any) -> None:
    """Raise unless a result out of its range makes the record abnormal, and only such a one does."""
    outside = False
    for result in label["results"]:
        _, _, low, high, lowest, highest = next(
            each for each in _TESTS[label["test_type"]] if each[0] == result["parameter"]
        )
        require(Decimal(lowest) <= result["value"] <= Decimal(highest), "result is survivable")
        require(result.get("reference_range", f"{low}-{high}") == f"{low}-{high}", "range is the parameter's")
        outside |= not Decimal(low) <= result["value"] <= Decimal(high)
    if "status" in label:
        require(outside == (label["status"] == "abnormal"), "out of range means abnormal")


WORLD = World(
    build=build,
    check=check,
    subject="medical test record",
    headings=("Medical Test Record", "Lab Report", "Laboratory Results", "Test Results", "Pathology Report"),
)
