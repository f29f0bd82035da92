"""Builds the registry of actors that the package ships: open sources and our own facts in, one diffable text file out.

``python -m workshop.gazetteer --corpora ../shared/corpora`` writes ``src/onrecord/actors/registry.tsv``. Facts of our own lie in
``facts/``.
"""
