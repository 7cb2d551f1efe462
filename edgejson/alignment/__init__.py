"""Grounding: a prompt is scanned, a label is bound to it, and the flaws are read off.

    prompt → Document (regions, cells, mentions) ┐
                                                 ├→ Binding (leaf → mention) → flaws
    schema → Fields, label → leaves ─────────────┘        ↑
    records → Counts (cue beside certain mention) → weights (log odds)

- **Scan** (`document`): what a prompt's form shows (`tables`, `pairs`, `brackets`, `markup`: cells with
  their names,
  and regions), and typed mentions with every reading that they allow (`numbers`, `number_words`, `days`,
  `clock`,
  `offsets`, `moments`, `addresses`); texts and choices are looked for by what a label has (`texts`,
  `translations`,
  `choices`). Each scanner runs once and in linear time. Cells keep their places, which is why the formats
  are read
  by small scanners that survive a cut or a mixture, and not by their libraries' parsers, which give
  values alone.
- **Cues** (`cues`): the names of a mention's cells, the words before and behind it, its unit and its
  shape. Each tells
  something for some field: by the schema's own names, and by what was counted (`counts`, `learning`)
  beside the
  certain mentions of records, those of values that stand once. `lexicon.json` holds what our own data
  taught.
- **Bind** (`binding`): a leaf's candidates are the mentions that can state its value; the cheapest one
  has it (one
  table of small costs). Work is counted, not timed.
- **Read off**: `missing` (bound to nothing: invented, or a sign, digit, date, letter, word differs),
  `misplaced` (bound
  where another field is named, or beside a mention that is named better), `elsewhere` (among another
  item's or row's
  values), `dropped`, `lists` and `items` (stated, and in no leaf), `cuts` (a part of what a cell or
  quotation states).

Floors, each importing only lower ones: words and vocabulary; mentions, cells and months; scanners;
document; fields,
texts, choices, cues; binding; flaws; judgement.
"""
