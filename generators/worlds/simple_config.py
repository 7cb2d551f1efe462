"""Display preferences."""

import re
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.world import World, require, without_empty

_LANGUAGES = (
    "en", "en-US", "en-GB", "en-AU", "en-CA", "en-IN", "en-IE", "en-NZ", "en-ZA", "de", "de-DE", "de-AT",
    "de-CH", "fr", "fr-FR", "fr-CA", "fr-BE", "fr-CH", "es", "es-ES", "es-MX", "es-AR", "es-CL", "es-CO",
    "es-419", "pt", "pt-BR", "pt-PT", "it", "it-IT", "it-CH", "nl", "nl-NL", "nl-BE", "sv-SE", "nb-NO",
    "nn-NO", "da-DK", "fi-FI", "pl-PL", "cs-CZ", "sk-SK", "hu-HU", "ro-RO", "el-GR", "tr-TR", "uk-UA",
    "ja-JP", "ko-KR", "zh-Hans", "zh-Hant", "zh-Hans-CN", "zh-Hant-TW", "zh-HK", "hi-IN", "ta-IN", "bn-BD",
    "th-TH", "vi-VN", "id-ID", "ms-MY", "ar", "ar-EG", "ar-SA", "he-IL", "fa-IR", "sw-KE", "af-ZA",
    "ca-ES", "eu-ES", "gl-ES", "ga-IE", "cy-GB", "is-IS", "et-EE", "lv-LV", "lt-LT", "sl-SI", "hr-HR",
    "sr-Latn-RS", "sr-Cyrl-RS", "bg-BG",
)  # fmt: skip


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    return without_empty(
        {
            "theme": draws.choice(("light", "dark", "auto")),
            "language": draws.choice(_LANGUAGES),
            "notifications_enabled": draws.optional(80, lambda: draws.chance(50)),
            "font_size": draws.optional(80, lambda: draws.choice(("small", "medium", "large"))),
        }
    )


def check(label: Any) -> None:
    """Raise unless the language has the form of a BCP 47 tag."""
    tag = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?"
    require(re.fullmatch(tag, label["language"]) is not None, "language is a BCP 47 tag")


WORLD = World(
    build=build,
    check=check,
    subject="configuration",
    headings=("App Configuration", "User Settings", "Display Preferences", "Settings", "Configuration"),
)
