"""Where Alembic gets its connection: from ``onrecord.ledger.migrate``, inside a transaction of its own making."""

from alembic import context

from onrecord.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
