"""One vocabulary: event types, modes, statuses, roles, acts, deadline statuses.

Takes the TOML tables of this folder and gives them as read-only mappings, in the order of the files.
Code, help texts, docs, web facets and exports are derived from them; no other file lists these words.
The terms are those of PLOVER 2021 and of the corpus's codebook.
"""

from onrecord.vocabulary.roots import Root, root
from onrecord.vocabulary.tables import (
    Term,
    acts,
    deadline_statuses,
    event_types,
    modes,
    modes_of,
    roles,
    roles_of,
    statuses,
)

__all__ = ["Root", "Term", "acts", "deadline_statuses", "event_types", "modes", "modes_of", "roles", "roles_of", "root", "statuses"]
