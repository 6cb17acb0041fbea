"""Fault 46 in the browser: HTML or Markdown in anybody's words is shown literally, in the chat as on the pages."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.html import to_html
from bot.core.words.markup import escape
from tests.fakes.browser import Words

marks = st.text(st.sampled_from("<>&\"'*_`[]()\\-> \nab/:=")) | st.sampled_from(
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "**fett**", '<a href="//evil">', "&lt;b&gt;", "</p>"]
)
ALLOWED = {"p", "ul", "li", "blockquote", "strong", "em", "code", "a", "br"}


class Elements(Words):
    """Also notes which elements there are, with their attributes."""

    def __init__(self, html: str) -> None:
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        super().handle_starttag(tag, attrs)


@given(marks)
def test_fault_46_a_persons_words_are_shown_as_they_are(words: str):
    page = Elements(to_html(f"Sie schrieben: {escape(words)}"))
    assert page.text.strip() == f"Sie schrieben: {words}".strip()
    assert {name for name, _ in page.elements} <= {"p", "br"}


@given(marks)
def test_fault_46_not_even_an_organisers_markdown_brings_in_more_than_a_few_harmless_elements(words: str):
    for name, attributes in Elements(to_html(words)).elements:
        assert name in ALLOWED
        assert set(attributes) <= {"href", "rel"}
        assert (attributes.get("href") or "https://").lower().startswith(("https://", "http://", "mailto:", "matrix:"))
