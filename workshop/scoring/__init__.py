"""Figures: each from one command that takes any file of its format (``python -m workshop.scoring.ROOM FILE``)."""
