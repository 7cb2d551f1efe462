"""Companies as departments, teams and members; leads are members, allocations fit into a week."""

from datetime import date
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times, places
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.people import Crowd, email
from edgejson.generators.vocabulary.phone_numbers import phone_in
from edgejson.generators.world import World, require, without_empty

_DEPARTMENTS = {
    "Engineering": (
        ("Platform", "Mobile", "Data Pipelines", "Site Reliability"),
        ("Backend Engineer", "Frontend Engineer", "QA Engineer", "Engineering Manager"),
        ("Python", "Go", "Kubernetes", "PostgreSQL", "TypeScript", "Terraform"),
    ),
    "Marketing": (
        ("Brand", "Content", "Events"),
        ("Copywriter", "Campaign Manager", "Designer", "Analyst"),
        ("SEO", "Copywriting", "Figma", "Photography", "Analytics"),
    ),
    "Finance": (
        ("Controlling", "Payroll", "Treasury"),
        ("Accountant", "Controller", "Auditor"),
        ("Budgeting", "IFRS", "Excel", "Forecasting"),
    ),
    "Operations": (
        ("Logistics", "Procurement", "Facilities"),
        ("Planner", "Buyer", "Coordinator", "Shift Lead"),
        ("Scheduling", "Negotiation", "Lean", "Inventory control"),
    ),
    "Customer Success": (
        ("Onboarding", "Support", "Renewals"),
        ("Support Agent", "Account Manager", "Trainer"),
        ("Zendesk", "Training", "Spanish", "Conflict resolution"),
    ),
}
_FOCUS = (
    "cost reduction",
    "customer retention",
    "quality",
    "automation",
    "security",
    "growth",
    "compliance",
    "hiring",
)
_PROJECTS = (
    "Atlas Migration",
    "Beacon Dashboard",
    "Cedar Rollout",
    "Delta Audit",
    "Ember Rebrand",
    "Falcon App",
    "Harbor Launch",
    "Juniper Pilot",
)
_PARTS = ("lead", "contributor", "reviewer", "adviser")


class _Staff:
    """Hands out people of one company, each once, with ids in a row."""

    def __init__(self, draws: Draws, host: str) -> None:
        self._crowd = Crowd(draws)
        self._next = draws.between(1001, 8800)
        self._draws = draws
        self._host = host

    def hire(self) -> JSONObject:
        """Return employee id, name and e-mail address of another person."""
        who = self._crowd.another()
        self._next += 1
        return {
            "employee_id": f"E{self._next}",
            "name": who.name,
            "email": email(self._draws, who, self._host),
        }


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    size = draws.choice((0, 0, 1, 1, 2))
    percent = (20, 50, 85)[size]
    company = firm(draws)
    staff = _Staff(draws, company.host)
    founded = date_times.day(draws, date(1978, 1, 1), date(2016, 12, 31))
    kinds = draws.some(tuple(_DEPARTMENTS), 1, 1 + (size + 1) // 2)
    start = draws.between(10, 80)
    departments = [
        _department(draws, kind, start + n, staff, founded, size, percent) for n, kind in enumerate(kinds)
    ]
    listed = sum(_listed(department) for department in departments)
    return without_empty(
        {
            "company_id": draws.choice(("COMP-{n}", "C{n}", "org-{n}")).format(n=draws.digits(5)),
            "company_name": company.name,
            "founded_date": draws.optional(65, lambda: founded.isoformat()),
            "headquarters": _headquarters(draws, percent) if draws.chance(percent) else None,
            "departments": departments,
            "total_employees": draws.optional(70, lambda: listed + draws.between(3, 900)),
        }
    )


def _headquarters(draws: Draws, percent: int) -> JSONObject:
    where = places.place(draws)
    address = without_empty(
        {
            "street": places.street(draws, where),
            "city": where.city,
            "state": where.state or None,
            "country": where.country.name,
            "postal_code": where.postcode or None,
        }
    )
    return without_empty(
        {
            "address": address,
            "phone": phone_in(draws, where.country.name) if draws.chance(percent) else None,
            "timezone": draws.optional(percent, lambda: where.zone or None),
        }
    )


def _department(
    draws: Draws, kind: str, number: int, staff: _Staff, founded: date, size: int, percent: int
) -> JSONObject:
    names, roles, skills = _DEPARTMENTS[kind]
    head = staff.hire()
    teams = [
        _team(draws, (name, f"T{number}{n}"), roles, skills, staff, founded, size, percent)
        for n, name in enumerate(draws.some(names, 1, 1 + size // 2), 1)
    ]
    return without_empty(
        {
            "department_id": f"D{number}",
            "department_name": kind,
            "head": {**head, "title": f"Head of {kind}"} if draws.chance(percent) else None,
            "budget": draws.optional(percent, lambda: 5000 * draws.between(24, 900)),
            "teams": teams,
        }
    )


def _team(
    draws: Draws,
    team: tuple[str, str],
    roles: tuple[str, ...],
    skills: tuple[str, ...],
    staff: _Staff,
    founded: date,
    size: int,
    percent: int,
) -> JSONObject:
    hired = [staff.hire() for _ in range(draws.between(1, 2 + size))]
    members = [
        without_empty(
            {
                **who,
                "role": draws.choice(roles),
                "start_date": draws.optional(
                    percent, lambda: date_times.day(draws, max(founded, date(2012, 1, 9))).isoformat()
                ),
                "skills": draws.optional(percent, lambda: draws.some(skills, 1, 3)),
                "projects": _projects(draws) if size and draws.chance(percent // 2) else None,
            }
        )
        for who in hired
    ]
    return without_empty(
        {
            "team_id": team[1],
            "team_name": team[0],
            "team_lead": dict(hired[0]) if draws.chance(percent) else None,
            "members": members,
            "focus_areas": draws.optional(percent, lambda: draws.some(_FOCUS, 1, 2)),
        }
    )


def _projects(draws: Draws) -> list[JSONObject]:
    names = draws.some(_PROJECTS, 1, 2)
    return [
        without_empty(
            {
                "project_id": f"PRJ-{draws.digits(3)}{number}",
                "project_name": name,
                "role_in_project": draws.optional(60, lambda: draws.choice(_PARTS)),
                "allocation_percentage": draws.choice((50, 20, 25, 30, 40)),
            }
        )
        for number, name in enumerate(names)
    ]


def _listed(department: Any) -> int:
    """Return how many people a department names, its head included, leads being members."""
    return ("head" in department) + sum(len(team["members"]) for team in department["teams"])


def check(label: Any) -> None:
    """Raise unless leads are members, nobody is over-allocated or hired before the company was founded."""
    listed = sum(_listed(department) for department in label["departments"])
    require(label.get("total_employees", listed) >= listed, "total_employees covers the people listed")
    founded = date.fromisoformat(label.get("founded_date", "0001-01-01"))
    for team in (team for department in label["departments"] for team in department["teams"]):
        members = team["members"]
        identities = [{name: each[name] for name in ("employee_id", "name", "email")} for each in members]
        require(team.get("team_lead", identities[0]) in identities, "the lead is a member")
        for member in members:
            require(
                date.fromisoformat(member.get("start_date", "9999-12-31")) >= founded,
                "hired after the founding",
            )
            allocated = sum(each["allocation_percentage"] for each in member.get("projects", []))
            require(allocated <= 100, "allocations sum to no more than 100")


WORLD = World(
    build=build,
    check=check,
    subject="organization",
    headings=(
        "Organization",
        "Company Structure",
        "Company Profile",
        "Organization Chart",
        "Company Directory",
    ),
)
