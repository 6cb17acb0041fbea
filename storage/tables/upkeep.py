"""Tables the database needs for itself: secrets, erasures, counters, and what each writer committed last."""

from __future__ import annotations

from sqlalchemy import BigInteger, LargeBinary, PrimaryKeyConstraint, Text

from storage.tables.base import Moment, column, table

secrets = table(
    "secrets",
    column("name", Text, plain="what it is for", key=True),
    column("value", LargeBinary, plain="random"),
    nobody="keys the installation makes for itself",
)

erasures = table(
    "erasures",
    column("digest", Text, plain="a keyed digest of an erased contact; without the contact it leads to nobody"),
    column("erased_at", Moment, plain="when; older rows of that contact are erased again after a restore"),
    PrimaryKeyConstraint("digest"),
    nobody="kept so that a restored backup can erase again (GDPR Art. 17); a digest cannot be turned back",
)

counters = table(
    "counters",
    column("name", Text, plain="what is counted", key=True),
    column("value", BigInteger, plain="the last number given out, or how many there were"),
    nobody="numbers given out once and never again, how many members left on a day, wrong codes in an hour",
)

writers = table(
    "writers",
    column("id", Text, plain="one writer of one process, random", key=True),
    column("turn", BigInteger, plain="counts its commits"),
    column("at", Moment, plain="when it committed last"),
    nobody="tells after a lost connection whether the last commit took place",
)
