"""What a report puts on record: quotes, acts, meetings, deadlines.

Takes the findings of one report; gives entries in the order of the text, each with its evidence, who says so, and an id of its content.
Mentions of one meeting or one deadline are taken together; a meeting that is only supposed stays an act.
It does not look at other reports: what entries are to each other is for linking to say.
"""

from onrecord.entries.write import write

__all__ = ["write"]
