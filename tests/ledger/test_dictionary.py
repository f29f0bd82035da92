from pathlib import Path

from onrecord.ledger.dictionary import markdown
from onrecord.ledger.tables import metadata

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"
HEADING = "## Data dictionary\n\n"


def test_the_page_has_the_dictionary_of_the_tables_as_they_are() -> None:
    said = PAGE.read_text(encoding="utf-8").partition(HEADING)[2]
    assert said == markdown(), "write what onrecord.ledger.dictionary.markdown() gives under the heading of docs/ledger.md"


def test_every_table_and_column_is_explained() -> None:
    for table in metadata.tables.values():
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name
