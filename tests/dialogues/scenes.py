"""What several transcripts begin with, and a look at the default person."""

from bot.core.ports import Work
from bot.domain.consent import Purpose
from bot.domain.person import Person
from tests.stage import Stage

JOINS = """
    > /mitmachen
    < Ihre Daten
    > [Gelesen, weiter]
    < Für wen
    > [Für mich selbst]
    < Wie dürfen wir Sie nennen?
    > Lea
    < Stadt oder Gemeinde
    > Steinen
    < Partnererklärung
    > [Ja, ich unterzeichne]
    < Liste
    > [Nein, nur mitzählen]
    < Nachrichten
    > [Nein, danke]
    < Stimmt alles so?
    > [Ja, beitreten]
    < willkommen im Bündnis
"""


async def person(stage: Stage) -> tuple[Person, bool]:
    """The first who wrote, and whether they agree to get news."""
    address = next(iter(stage.addresses))

    def look(work: Work) -> tuple[Person, bool]:
        known, _ = work.people.find(stage.fake.account, [address])[address]
        return known, work.consents.holds(known.id, Purpose.NEWS)

    found = await stage.work(look)
    assert isinstance(found, tuple)
    return found
