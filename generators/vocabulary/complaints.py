"""Reasons to see a doctor, each with findings, an ICD-10 code, tests and medication that fit it."""

from typing import NamedTuple


class Case(NamedTuple):
    """One reason to see a doctor.

    ``history`` has a place for a small number ``n``; ``other`` is a second diagnosis (code, name); tests
    are (name, CPT code), drugs (name, dosage, frequency, duration,
    instructions), ``referral`` (specialty, reason).
    """

    complaint: str
    history: str
    examination: str
    code: str
    diagnosis: str
    specialty: str
    other: tuple[str, str]
    tests: tuple[tuple[str, str], ...]
    drugs: tuple[tuple[str, str, str, str, str], ...]
    referral: tuple[str, str]
    febrile: bool = False


CASES = (
    Case(
        "Sore throat and fever",
        "Sore throat for {n} days, painful swallowing, no cough.",
        "Tonsils red with exudate, tender cervical nodes.",
        "J02.0",
        "Streptococcal pharyngitis",
        "Family Medicine",
        ("R50.9", "Fever, unspecified"),
        (("Rapid strep test", "87880"), ("Throat culture", "87070")),
        (
            ("Amoxicillin", "500 mg", "twice daily", "10 days", "Finish the whole course"),
            ("Ibuprofen", "400 mg", "every 8 hours as needed", "5 days", "Take with food"),
        ),
        ("Otolaryngology", "Recurrent tonsillitis"),
        febrile=True,
    ),
    Case(
        "Burning on urination",
        "Burning and frequent urination for {n} days.",
        "Mild suprapubic tenderness, no flank pain.",
        "N39.0",
        "Urinary tract infection",
        "Family Medicine",
        ("R30.0", "Dysuria"),
        (("Urinalysis", "81001"), ("Urine culture", "87086")),
        (("Nitrofurantoin", "100 mg", "twice daily", "5 days", "Take with meals"),),
        ("Urology", "Third infection this year"),
    ),
    Case(
        "High blood pressure at home",
        "Home readings above the target for {n} weeks, no chest pain.",
        "Regular heart sounds, no oedema, normal fundi.",
        "I10",
        "Essential hypertension",
        "Internal Medicine",
        ("E78.5", "Hyperlipidemia, unspecified"),
        (("Basic metabolic panel", "80048"), ("Lipid panel", "80061")),
        (
            ("Lisinopril", "10 mg", "once daily", "90 days", "Take in the morning"),
            ("Amlodipine", "5 mg", "once daily", "90 days", "Report swollen ankles"),
        ),
        ("Cardiology", "Resistant hypertension"),
    ),
    Case(
        "Increased thirst and fatigue",
        "Thirst, fatigue and frequent urination for {n} weeks.",
        "Dry mucous membranes, normal foot examination.",
        "E11.9",
        "Type 2 diabetes mellitus without complications",
        "Endocrinology",
        ("E66.9", "Obesity, unspecified"),
        (("Hemoglobin A1c", "83036"), ("Fasting glucose", "82947")),
        (("Metformin", "500 mg", "twice daily", "90 days", "Take with meals"),),
        ("Ophthalmology", "Yearly retinal examination"),
    ),
    Case(
        "Wheezing and shortness of breath",
        "Wheezing at night for {n} weeks, worse with cold air.",
        "Diffuse expiratory wheeze, no accessory muscle use.",
        "J45.909",
        "Unspecified asthma, uncomplicated",
        "Pulmonology",
        ("J30.9", "Allergic rhinitis, unspecified"),
        (("Spirometry", "94010"), ("Complete blood count", "85025")),
        (
            ("Albuterol inhaler", "90 mcg", "2 puffs every 4 hours as needed", "30 days", "Shake before use"),
            ("Fluticasone inhaler", "110 mcg", "twice daily", "60 days", "Rinse the mouth afterwards"),
        ),
        ("Allergy and Immunology", "Suspected allergic trigger"),
    ),
    Case(
        "Lower back pain",
        "Pain after lifting a box {n} days ago, no numbness.",
        "Paraspinal tenderness, straight leg raise negative.",
        "M54.50",
        "Low back pain, unspecified",
        "Family Medicine",
        ("M62.830", "Muscle spasm of back"),
        (("Lumbar spine X-ray", "72100"),),
        (
            ("Naproxen", "500 mg", "twice daily", "10 days", "Take with food"),
            ("Cyclobenzaprine", "5 mg", "at bedtime", "7 days", "May cause drowsiness"),
        ),
        ("Physical Therapy", "Core strengthening"),
    ),
    Case(
        "Itchy rash on both arms",
        "Itchy rash for {n} days after gardening.",
        "Erythematous linear vesicles on both forearms.",
        "L23.7",
        "Allergic contact dermatitis due to plants",
        "Dermatology",
        ("L29.9", "Pruritus, unspecified"),
        (("Patch test", "95044"),),
        (
            ("Triamcinolone cream", "0.1 %", "twice daily", "14 days", "Apply a thin layer"),
            ("Cetirizine", "10 mg", "once daily", "14 days", "Take in the evening"),
        ),
        ("Dermatology", "Rash spreads despite treatment"),
    ),
    Case(
        "Throbbing headache with nausea",
        "Throbbing headache on one side, {n} attacks this month, light hurts.",
        "Normal neurological examination.",
        "G43.909",
        "Migraine, unspecified, not intractable",
        "Neurology",
        ("R11.0", "Nausea"),
        (("Complete blood count", "85025"),),
        (("Sumatriptan", "50 mg", "at onset, may repeat once", "30 days", "No more than two doses a day"),),
        ("Neurology", "Frequent attacks"),
    ),
    Case(
        "Heartburn after meals",
        "Burning behind the breastbone for {n} weeks, worse when lying down.",
        "Soft abdomen, mild epigastric tenderness.",
        "K21.9",
        "Gastro-esophageal reflux disease without esophagitis",
        "Gastroenterology",
        ("R10.13", "Epigastric pain"),
        (("H. pylori stool antigen", "87338"),),
        (("Omeprazole", "20 mg", "once daily", "28 days", "Take before breakfast"),),
        ("Gastroenterology", "Endoscopy if symptoms persist"),
    ),
    Case(
        "Tiredness and weight gain",
        "Tired and cold for {n} months, constipation.",
        "Dry skin, slow reflexes, thyroid not enlarged.",
        "E03.9",
        "Hypothyroidism, unspecified",
        "Endocrinology",
        ("R53.83", "Other fatigue"),
        (("TSH", "84443"), ("Free T4", "84439")),
        (("Levothyroxine", "50 mcg", "once daily", "90 days", "Take on an empty stomach"),),
        ("Endocrinology", "Dose adjustment"),
    ),
    Case(
        "Sprained ankle",
        "Twisted the right ankle {n} days ago while running.",
        "Swelling over the lateral malleolus, stable joint.",
        "S93.401A",
        "Sprain of unspecified ligament of right ankle",
        "Orthopedics",
        ("M25.571", "Pain in right ankle"),
        (("Ankle X-ray", "73610"),),
        (("Ibuprofen", "600 mg", "every 8 hours", "7 days", "Take with food"),),
        ("Physical Therapy", "Balance training"),
    ),
    Case(
        "Low mood and poor sleep",
        "Low mood, poor sleep and loss of interest for {n} weeks.",
        "Flat affect, oriented, no suicidal ideation.",
        "F32.1",
        "Major depressive disorder, single episode, moderate",
        "Psychiatry",
        ("G47.00", "Insomnia, unspecified"),
        (("TSH", "84443"),),
        (("Sertraline", "50 mg", "once daily", "30 days", "Effect after several weeks"),),
        ("Psychotherapy", "Cognitive behavioural therapy"),
    ),
    Case(
        "Productive cough and chills",
        "Productive cough for {n} days, chills at night.",
        "Crackles over the right lower lung.",
        "J18.9",
        "Pneumonia, unspecified organism",
        "Internal Medicine",
        ("R05.1", "Acute cough"),
        (("Chest X-ray", "71046"), ("Complete blood count", "85025")),
        (("Doxycycline", "100 mg", "twice daily", "7 days", "Avoid direct sun"),),
        ("Pulmonology", "No improvement after treatment"),
        febrile=True,
    ),
)
