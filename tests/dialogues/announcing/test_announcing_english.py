"""The organisers' side in English, from the first word to the report, a correction and taking it back."""

from bot.domain.announcements.announcement import AnnouncementState
from tests.dialogues.announcing.test_announcing import TICK, audience, first
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

SPEAKS = """
    {name}> /language en
    {name}<
"""

WRITES = """
    olga> /announce
    olga< What would you like to write? ... Nothing is sent yet.
    olga> We meet at the **town hall**.
    olga< Would you like to add a picture or a file? ... [None]
    olga> [None]
    olga< version in another language, too? ... in English. [No, English only] [Yes, in German] [The text is in German]
    olga> [No, English only]
    olga< What is it about? [No topic]
    olga> [No topic]
    olga< Which goal does it fit best? [None in particular]
    olga> [None in particular]
    olga< Who is the announcement for? [Everyone (2)] [Members only (1)] [Followers only (1)]
    olga> [Everyone (2)]
    olga< Audience: members and followers. That is exactly 2 people. [Keep as is]
    olga> [Keep as is]
    olga< This is how it arrives: ... (auf Englisch) ... We meet at the town hall. ... STOPP ... exactly 2 people.
    olga> [That is right]
    olga< Announcement 1 (draft) ... Audience: members and followers [Rehearsal] [Schedule] [Hand in for release]
"""


async def test_written_planned_released_sent_corrected_and_withdrawn(stage: Stage) -> None:
    await audience(stage, "editor")
    await organisers(stage, mara="moderator")
    for name in ("olga", "mara"):
        await stage.play(SPEAKS.format(name=name))
    await stage.play(WRITES)
    await stage.play("""
        olga> [Test to me]
        olga< We meet at the town hall.
        olga< Above is the test, only for you ... Nothing has been sent.
        olga> [Rehearsal]
        olga< Rehearsal of Announcement 1 ... Nothing was sent. ... to 2 people, taking
        olga> [Schedule]
        olga< When should it go out? [Every week] [Every month]
        olga> tomorrow at 5 pm
        olga< Time of sending: on 24 November 2026
        olga> [Yes, schedule it]
        olga< now waiting for release. One person has been asked.
        mara< An announcement is waiting for your release. Time: on 24 November 2026
        mara< Announcement 1 (waiting for release, scheduled on 24 November 2026, 17:00) [Release] [Do not release]
        mara> [Release]
        mara< Release Announcement 1 ... It goes to 2 people. Time: on 24 November
        mara> [Yes, release]
        mara< Scheduled: on 24 November 2026
        olga< is released. Scheduled: on 24 November 2026
    """)
    stage.clock.turn(days=1, hours=7)
    await stage.tick("announcements-due")
    await stage.play("""
        olga< is now going to 2 people. [Pause] [Slower]
        mara< is now going to 2 people. [Pause] [Slower]
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< (auf Englisch) ... We meet at the town hall. ... Abbestellen: STOPP
        bert< We meet at the town hall.
    """)
    await stage.tick(TICK)
    stage.expect("olga", "Announcement 1 ... is done. ... Sent: 2 of 2")
    for name in ("olga", "mara"):
        while stage.seat(name).seen() is not None:
            pass
    await stage.play("""
        olga> [Correct]
        olga< What should the text in English say now? ... We meet at the town hall. [Keep as is]
        olga> We meet at the station.
        olga< This is how everybody ... We meet at the station. [Hand in for release]
        olga> [Hand in for release]
        olga< waiting for release
        mara<
        mara< correction of announcement 1 ... station. ... So far ... town hall. ... It replaces 2 copies [Release]
        mara> [Release]
        mara<
        mara> [Yes, release]
        mara< I am now correcting every copy
        olga< I am now correcting every copy
    """)
    for _ in range(4):
        await stage.tick(TICK)
    stage.expect("olga", "The correction is")
    stage.expect("mara", "The correction is")
    await stage.play("""
        mara> /broadcasts
        mara< Past ... Announcement 1 [No. 1]
        mara> [No. 1]
    """)
    while stage.seat("mara").seen() is not None:
        pass
    await stage.play("""
        mara> [Withdraw]
        mara< Really withdraw ... Some have read it already. [No, back]
        mara> [Yes, withdraw]
        mara< I am now withdrawing every copy
    """)
    assert (await first(stage)).state is AnnouncementState.WITHDRAWN
