"""The scorers of the shared folder, loaded from where they lie."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType


def scorer(shared: Path, name: str) -> ModuleType:
    """The scorer ``name`` (findings, times, quotes) of the shared folder; raises ``FileNotFoundError`` where there is none."""
    return load(shared / "score" / f"{name}.py")


def load(path: Path) -> ModuleType:
    """The module at ``path``; raises ``FileNotFoundError`` where there is none."""
    spec = importlib.util.spec_from_file_location(f"{path.stem}_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(f"no scorer at {path}: name the folder with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
