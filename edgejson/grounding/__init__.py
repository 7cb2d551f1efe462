"""Where the values of a label stand in its prompt, and what is wrong with those that do not."""

from edgejson.grounding.flaw import Flaw, Truth
from edgejson.grounding.judgement import judge
from edgejson.grounding.once import flaws_of
from edgejson.grounding.shape import Shape, shape_of

__all__ = ["Flaw", "Shape", "Truth", "flaws_of", "judge", "shape_of"]
