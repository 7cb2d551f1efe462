"""The queue of requests, and what their prompts share."""

from edgejson.models.engines import Request
from edgejson.models.engines.request_queue import RequestQueue, shared_beginning


def test_queue_gives_the_first_that_fits_and_each_once() -> None:
    asked = [Request(id=str(n), schema_id="s", tokens=(1,) * n) for n in (30, 20, 10)]
    queue = RequestQueue([[each] for each in asked], shared=(), max_new_tokens=5)
    assert [each.id for each in queue.take(25)] == ["20"]
    assert not queue.take(14)
    assert [each.id for each in queue.take()] == ["30"]
    assert [each.id for each in queue.take(15)] == ["10"]
    assert not queue.take()


def test_shared_beginning_leaves_each_prompt_a_token() -> None:
    def of(*prompts: tuple[int, ...]) -> tuple[int, ...]:
        return shared_beginning([Request(id="r", schema_id="s", tokens=each) for each in prompts])

    assert of((1, 2, 3), (1, 2, 4, 5)) == (1, 2)
    assert of((1, 2), (1, 2, 4, 5)) == (1,)
    assert of((2,), (1, 2)) == ()
    assert of() == ()
