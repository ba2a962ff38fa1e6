"""Run the migrations on the connection that is handed over."""

from alembic import context

from reception_desk.domain.entity import Entity

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Entity.metadata,
    render_as_batch=True,
    include_name=lambda name, kind, _parents: kind != "table" or not str(name).startswith("visit_search"),
)
with context.begin_transaction():
    context.run_migrations()
