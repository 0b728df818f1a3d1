"""What the demo workspace says: invented places, problems, measures and organisations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Sequence, Tuple

NOTICE: Mapping[str, str] = {
    "sv": "PÅHITTADE UPPGIFTER – endast för demonstration",
    "en": "INVENTED DATA – for demonstration only",
}


def marked(name: str) -> str:
    """A name that nobody can take for a real one."""
    return f"{name} (påhittat)"


@dataclass(frozen=True)
class Area:
    """An invented area: where its middle lies (shares of the town's radius, east and north)."""

    name: str
    east: float
    north: float
    population: int


#: The town's areas; the villages further out follow. Shares beyond 1 lie outside the town.
AREAS: Sequence[Area] = (
    Area("Centrum", 0.0, 0.0, 4200),
    Area("Norrbacka", 0.1, 0.9, 3100),
    Area("Söderäng", -0.2, -0.9, 2600),
    Area("Österliden", 0.9, 0.1, 2900),
    Area("Västergärdet", -0.9, 0.2, 3300),
    Area("Björkby med omnejd", 2.6, 1.8, 1400),
    Area("Sjövik med omnejd", -2.7, -1.6, 1700),
    Area("Hagaskogen", 1.9, -2.4, 900),
    Area("Stora Myrmarken", -2.0, 2.7, 350),
)


@dataclass(frozen=True)
class Place:
    """An invented place and what is reported from it.

    ``mix``: subcategory (or category without one) to its share. ``peak``: hour of day around
    which incidents gather; ``weekend``: how many times likelier on Friday and Saturday.
    ``trend``: yearly growth (1 none). ``share``: of all incidents of the places.
    """

    name: str
    place_type: str
    east: float
    north: float
    spread: float
    share: float
    mix: Mapping[str, float]
    peak: float = 20.0
    weekend: float = 1.0
    trend: float = 1.0


PLACES: Sequence[Place] = (
    Place("Busstorget", "public_transport", 0.05, 0.05, 60, 0.16,
          {"gathering_station": 3, "fight": 2, "intoxication": 3, "graffiti": 1}, 22, 2.4, 1.12),
    Place("Gångtunneln vid järnvägen", "underpass", 0.22, -0.12, 40, 0.10,
          {"graffiti": 4, "lighting": 3, "broken_glass": 1, "deserted": 2}, 19, 1.2, 1.25),
    Place("Stadsparken", "park", -0.12, 0.2, 110, 0.11,
          {"suspected_drugs": 3, "gathering_park": 3, "litter_upkeep": 2}, 21, 1.8, 0.95),
    Place("Köpcentrumet", "centre_shop", 0.12, 0.22, 70, 0.12,
          {"theft": 3, "gathering_centre": 4, "threat": 1}, 17, 1.1, 1.0),
    Place("Norrbackaskolans gård", "school_grounds", 0.1, 0.95, 70, 0.08,
          {"damage_building": 3, "broken_glass": 3, "fire": 1, "gathering_school": 2},
          20, 1.5, 1.3),
    Place("Idrottsplatsen", "sport_leisure", 0.75, 0.3, 90, 0.06,
          {"damage_park": 2, "reckless_driving": 3, "disturbing_noise": 2}, 22, 1.7, 0.8),
    Place("Parkeringen vid stationen", "parking", 0.2, 0.0, 60, 0.08,
          {"damage_vehicle": 4, "burglary": 1, "theft": 2}, 2, 1.3, 1.05),
    Place("Söderängs centrum", "centre_shop", -0.2, -0.85, 80, 0.09,
          {"gathering_centre": 3, "reckless_driving": 2, "disturbing_noise": 2, "threat": 1},
          21, 1.6, 0.7),
    Place("Badplatsen", "nature_bathing", -2.5, -1.5, 90, 0.04,
          {"litter_upkeep": 3, "disturbing_noise": 3, "damage_park": 1}, 23, 2.2, 1.0),
    Place("Bostadsgårdarna i Västergärdet", "residential_yard", -0.9, 0.25, 150, 0.09,
          {"fire": 1, "graffiti": 2, "disturbing_noise": 3, "rumour": 1}, 22, 1.4, 0.9),
    Place("Vandringsleden i Hagaskogen", "nature_bathing", 1.9, -2.3, 200, 0.03,
          {"litter_upkeep": 2, "safe_place": 2, "deserted": 1}, 15, 1.3, 1.0),
    Place("Biblioteket", "centre_shop", -0.05, -0.05, 40, 0.04,
          {"staff_threat": 2, "threat": 1, "safe_place": 1}, 16, 0.8, 1.1),
)


@dataclass(frozen=True)
class Actor:
    """An invented organisation; ``reports``: its share of the reports."""

    name: str
    kind: str
    reports: float
    role: str


ACTORS: Sequence[Actor] = (
    Actor("Kommunens samordningsfunktion", "municipality", 0.12, "municipal_employee"),
    Actor("Parkförvaltningen", "municipality", 0.26, "park_service"),
    Actor("Skolorna", "school", 0.16, "school_staff"),
    Actor("Bostadsbolaget", "municipal_company", 0.24, "housing_company"),
    Actor("Ordningsvakterna", "guard_company", 0.14, "guard"),
    Actor("Polisen, lokalpolisområdet", "police", 0.08, "police"),
)


@dataclass(frozen=True)
class Measure:
    """An invented measure; days count from the demo's last day."""

    title: str
    type: str
    approach: str
    owner: int
    goal: str
    start: int
    deadline: int
    path: Sequence[str]
    colour: str = ""


@dataclass(frozen=True)
class Problem:
    """An invented problem at one of the places, its causes and measures."""

    title: str
    place: int
    category: str
    description: str
    path: Sequence[str]
    scores: Mapping[str, str]
    causes: Sequence[Tuple[str, str]]
    measures: Sequence[Measure] = field(default_factory=tuple)


PROBLEMS: Sequence[Problem] = (
    Problem(
        "Klotter och mörker i gångtunneln",
        1,
        "vandalism",
        "Tunneln används av många på väg till tåget. Lamporna är trasiga och väggarna klottrade, "
        "och många väljer en längre väg.",
        ("prioritised", "cause_analysis", "measures_decided", "ongoing"),
        {"common": "3", "increasing": "3", "place_bound": "3", "influenceable": "3"},
        (("object_place", "Lamporna går lätt att krossa"),
         ("object_place", "Tunneln saknar insyn"),
         ("exposed", "Många går ensamma från sista tåget")),
        (
            Measure("Ny slagtålig belysning i tunneln", "lighting", "situational", 1,
                    "Alla lampor lyser vid varje kontroll.", -60, 45, ("decided", "ongoing")),
            Measure("Klotter tas bort inom 24 timmar", "upkeep", "situational", 1,
                    "Inget klotter äldre än ett dygn.", -200, -20,
                    ("decided", "ongoing", "completed", "followed_up"), "green"),
        ),
    ),
    Problem(
        "Bråk och berusning på Busstorget under helgkvällar",
        0,
        "disorder",
        "På fredags- och lördagskvällar samlas många på torget när bussarna är glesa.",
        ("prioritised", "cause_analysis", "measures_decided", "ongoing", "follow_up"),
        {"common": "3", "affects_many": "3", "serious": "2", "place_bound": "3"},
        (("offender", "Få vuxna rör sig på torget sent"),
         ("object_place", "Långa väntetider mellan bussarna")),
        (
            Measure("Nattvandrare och ordningsvakter fredag och lördag", "presence", "social", 4,
                    "Minst två par på plats kl. 21–01.", -120, -10,
                    ("decided", "ongoing", "completed", "followed_up"), "yellow"),
            Measure("Tätare bussar efter kl. 22", "measure_other", "situational", 0,
                    "Högst 15 minuters väntan.", -30, 90, ("decided",)),
        ),
    ),
    Problem(
        "Skadegörelse på Norrbackaskolan",
        4,
        "vandalism",
        "Fönster krossas på kvällar och helger, mest på den sida som inte syns från gatan.",
        ("prioritised", "cause_analysis"),
        {"increasing": "3", "cost": "2", "place_bound": "3"},
        (("object_place", "Skolgården är mörk efter kl. 17"),),
    ),
    Problem(
        "Buskörning i Söderängs centrum",
        7,
        "disorder",
        "Mopeder och bilar kör över gångytorna.",
        ("prioritised", "cause_analysis", "measures_decided", "ongoing", "follow_up", "solved"),
        {"common": "2", "affects_many": "2", "influenceable": "3"},
        (("object_place", "Inga hinder mot genomfart"),),
        (
            Measure("Pollare vid infarterna", "physical_design", "situational", 0,
                    "Ingen genomfart för motorfordon.", -300, -150,
                    ("decided", "ongoing", "completed", "followed_up"), "green"),
        ),
    ),
)
