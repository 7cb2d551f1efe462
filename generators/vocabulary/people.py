"""People with a name, an e-mail address that fits it, and telephone numbers set aside for fiction."""

from dataclasses import dataclass

from edgejson.generators.draws import Draws

_WOMEN = (
    "Anna", "Maria", "Sarah", "Emily", "Priya", "Fatima", "Ingrid", "Chloé", "Mei", "Grace", "Olivia",
    "Sofia", "Hannah", "Leila", "Naomi", "Rosa", "Élodie", "Katarzyna", "Yuki", "Amara", "Bridget",
    "Carmen", "Daniela", "Esther", "Freya", "Giulia", "Helena", "Isabel", "Joanna", "Keiko", "Laura",
    "Miriam", "Nina", "Odile", "Paula", "Ruth", "Saoirse", "Teresa", "Ursula", "Valentina", "Wanda",
    "Zoë", "Aisha", "Beatriz", "Deborah", "Renée", "Svetlana", "Thandiwe",
)  # fmt: skip
_MEN = (
    "James", "Daniel", "Omar", "Lukas", "David", "Rahul", "Björn", "Miguel", "Wei", "Thomas", "Samuel",
    "Andrés", "Kofi", "Henrik", "Ahmed", "Pierre", "Marek", "Kenji", "Patrick", "Nikhil", "Oscar",
    "Stefan", "Tomasz", "Victor", "William", "Xavier", "Yusuf", "Adrian", "Benjamin", "Carlos", "Dmitri",
    "Emeka", "Felipe", "Gareth", "Hugo", "Ivan", "Jürgen", "Karl", "Liam", "Mateo", "Nathan", "Paolo",
    "Quentin", "Robert", "Sean", "Tariq", "Viktor", "André",
)  # fmt: skip
_FAMILIES = (
    "Smith", "Müller", "García", "Nguyen", "Okafor", "Kowalski", "Rossi", "Tanaka", "Johnson", "Patel",
    "Andersson", "Dubois", "Silva", "Novak", "Hughes", "Schmidt", "Fernández", "Kim", "Mensah", "Larsen",
    "Bianchi", "Sato", "Brown", "Sharma", "Lindqvist", "Moreau", "Costa", "Horvat", "Walsh", "Weber",
    "Castillo", "Chen", "Adeyemi", "Nielsen", "Ferrari", "Yamamoto", "Clark", "Iyer", "Virtanen",
    "Lefèvre", "Pereira", "Petrov", "Murphy", "Fischer", "Ortega", "Wong", "Abara", "Haugen", "Romano",
    "Ito", "Turner", "Rao", "Bergström", "Girard", "Almeida", "Kovács", "Byrne", "Hoffmann", "Vargas",
    "Huang", "Osei", "Dahl", "Marino", "Mori", "Bennett", "Desai", "Nyström", "Fontaine", "Duarte",
    "Popescu", "Keane", "Becker", "Salazar", "Lam", "Diallo", "Holm", "Conti", "Hayashi", "Foster",
    "O'Connor", "Martínez", "Zieliński", "Yılmaz", "Haddad", "Cohen", "Papadopoulos", "Bauer", "Reyes",
    "Tran", "Whitfield", "McAllister", "Van Dijk", "Peeters", "Jansen", "Sørensen", "Koskinen",
)  # fmt: skip
_PLAIN = str.maketrans(
    {
        "é": "e", "É": "e", "è": "e", "ë": "e", "ö": "oe", "ü": "ue", "á": "a", "í": "i", "ń": "n",
        "ı": "i", "ø": "oe", "'": "", " ": "",
    }
)  # fmt: skip
_MAIL_HOSTS = (
    "example.com", "example.org", "example.net", "mail.example.com", "post.example.net",
    "inbox.example.org",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person; ``gender`` is female or male, as the given name suggests."""

    given: str
    family: str
    gender: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def handle(self) -> str:
        """The name as ASCII, ``given.family``."""
        return f"{_plain(self.given)}.{_plain(self.family)}"


def person(draws: Draws) -> Person:
    """Return a person."""
    if draws.chance(50):
        return Person(given=draws.choice(_MEN), family=draws.choice(_FAMILIES), gender="male")
    return Person(given=draws.choice(_WOMEN), family=draws.choice(_FAMILIES), gender="female")


class Crowd:
    """People no two of whom share a name, one at a time."""

    def __init__(self, draws: Draws) -> None:
        self._draws = draws
        self._names: set[str] = set()

    def another(self) -> Person:
        """Return a person whom this crowd did not have yet."""
        drawn = person(self._draws)
        number = len(self._names)
        while drawn.name in self._names:  # walk on instead of drawing again: it ends for any draws
            drawn = Person(given=drawn.given, family=_FAMILIES[number % len(_FAMILIES)], gender=drawn.gender)
            number += 1
        self._names.add(drawn.name)
        return drawn


def people(draws: Draws, count: int) -> list[Person]:
    """Return `count` people no two of whom share a name."""
    crowd = Crowd(draws)
    return [crowd.another() for _ in range(count)]


def email(draws: Draws, who: Person, host: str | None = None) -> str:
    """Return an address for `who` at `host`, or at a host reserved for examples (RFC 2606)."""
    given, family = who.handle.split(".")
    if host is not None:
        return f"{given}.{family}@{host}"
    local = draws.choice(
        (f"{given}.{family}", f"{given[0]}.{family}", f"{given}{family}", f"{given}_{family}")
    )
    number = draws.optional(40, lambda: str(draws.between(2, 99)))
    return f"{local}{number or ''}@{draws.choice(_MAIL_HOSTS)}"


def phone(draws: Draws) -> str:
    """Return a telephone number from the ranges that regulators keep for fiction (555-01xx and others)."""
    country = draws.choice(("United States", "", "United Kingdom", "Germany", "France", "Australia"))
    return phone_in(draws, country) or f"+1 {draws.choice(_AREAS)} 555 01{draws.below(100):02}"


def us_phone(draws: Draws) -> str:
    """Return a telephone number in the United States."""
    return f"({draws.choice(_AREAS)}) 555-01{draws.below(100):02}"


def phone_in(draws: Draws, country: str) -> str | None:
    """Return a telephone number in a country, or None where no range is set aside for fiction."""
    match country:
        case "United States":
            return us_phone(draws)
        case "United Kingdom":
            return f"+44 20 7946 0{draws.below(1000):03}"
        case "Germany":
            return f"+49 30 23125 {draws.below(1000):03}"
        case "France":
            return f"+33 1 99 00 {draws.below(100):02} {draws.below(100):02}"
        case "Australia":
            return f"+61 2 5550 {draws.below(10000):04}"
    return None


def _plain(name: str) -> str:
    return name.translate(_PLAIN).lower()


_AREAS = ("202", "212", "303", "312", "404", "415", "503", "512", "602", "617", "702", "713", "786", "206")
