"""Written chains: stories of three reports and more with what is one thing in them, and what becomes of it.

``seen-*.chains`` and ``unseen.chains`` (seen since) are for tuning, ``fresh.chains`` (a third of the stories) only for the figure that is
told: nobody looks at what goes wrong in it. All people and most of the affairs are invented. ``read`` gives the reports of a file in the
format of the codebook, with ``thread`` on events and deadlines, ``states`` (as of the day of the report), ``revisions`` (what the report
changes) and ``contradicted`` (what is told in two ways).

A report begins with ``@ day | outlet``; its text is one paragraph. Below it, one line each: ``M`` a meeting, ``A`` another act
(``thread status TYPE.mode anchor | role: span > name + span > name``), ``D`` a deadline, ``S`` a statement (``cue | role: ...``),
``= thread state; ...``, ``~ thread revision; ...``, ``! thread``.
"""

from workshop.chains.read import read

__all__ = ["read"]
