"""What a line of date and byline says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsarc.reading.dates.doubtful import DoubtfulDate
from newsarc.reading.dates.finding import DateMatch


@dataclass(frozen=True)  # without slots, see ``with_changes``
class Meta:
    """What a line of date and byline says."""

    date: DateMatch | None = None
    updated: DateMatch | None = None
    doubtful: DoubtfulDate | None = None
    update_time: str | None = None
    """The time of an update on the day of publication: "updated 18:40"."""
    byline: str | None = None
    """Without the word that introduces it."""
    named: bool = False
    """Whether a word such as "by" introduces the byline."""
    source: str | None = None
    """A publisher named beside the byline."""
    labelled: bool = False
    """Whether a word such as "Published" stands before a date."""
    section: str | None = None
    signed: bool = False
    """Whether the byline is a name with a role."""
    credit: str | None = None
    """Who made the picture, named in a piece of its own."""

    @property
    def has_date(self) -> bool:
        """Whether it gives a date of any kind, or words for one."""
        return bool(self.date or self.updated or self.doubtful)

    @property
    def marked(self) -> bool:
        """Whether a word of it says what it is."""
        return self.named or self.labelled or self.signed

    def of_source(self) -> Meta:
        """The same, with the outlet of its byline for the publisher."""
        return replace(self, byline=None, source=self.source or self.byline)

    def joined(self, other: Meta) -> Meta:
        """What two lines say together; where both say it, what this one says."""
        return Meta(
            date=self.date or other.date,
            updated=self.updated or other.updated,
            doubtful=self.doubtful or other.doubtful,
            update_time=self.update_time or other.update_time,
            byline=self.byline or other.byline,
            named=self.named or other.named,
            source=self.source or other.source,
            labelled=self.labelled or other.labelled,
            section=self.section or other.section,
            signed=self.signed or other.signed,
            credit=self.credit or other.credit,
        )

    def repeats(self, other: Meta) -> bool:
        """Whether it says again, or says otherwise, what another line has said."""
        return bool(
            (self.byline and other.byline)
            or (self.date and other.date and self.date.date.day != other.date.date.day)
            or (self.doubtful and other.has_date)
            or (self.updated and other.updated)
        )
