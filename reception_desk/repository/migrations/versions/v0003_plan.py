"""The plan: hosts, tour, questions, briefings, opinions, notices, gifts, passports; what a plan adds to a visit."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the store from 0002 to 0003."""
    _make_briefing()
    _make_department_notice()
    _make_gift()
    _make_host()
    _make_list_tick()
    _make_material()
    _make_nearby_place()
    _make_opinion()
    _make_passport()
    _make_question()
    _make_tour_stop()
    _extend_company()
    _extend_edition()
    _extend_guest()
    _extend_itinerary_row()
    _extend_meal()
    _extend_person()
    _extend_preparation_item()
    _extend_visit()
    _extend_template()


@contextmanager
def _table(name: str, *, rebuilt: bool = False) -> Iterator[BatchOperations]:
    """A table to change; one that gets a new CHECK has to be built anew."""
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table(name, recreate="always" if rebuilt else "auto", table_kwargs=kept) as batch_op:
        yield batch_op


def _make_briefing() -> None:
    op.create_table(
        "briefing",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("leader", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("points", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_briefing_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_briefing_visit_id", "briefing", ["visit_id"])


def _make_department_notice() -> None:
    op.create_table(
        "department_notice",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("tasks", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "unread",
                "noted",
                "objects",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("objection", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_department_notice_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_department_notice")),
        sa.UniqueConstraint("visit_id", "department", name=op.f("uq_department_notice_visit_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_department_notice_visit_id", "department_notice", ["visit_id"])


def _make_gift() -> None:
    op.create_table(
        "gift",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("person_id", PK, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.Column("repeat_reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=True),
        sa.Column("issued_by", sa.String(), nullable=False),
        sa.CheckConstraint("price IS NULL OR price >= 0", name=op.f("ck_gift_price")),
        sa.CheckConstraint("quantity >= 1", name=op.f("ck_gift_quantity")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_gift_person_id_person"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_gift_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gift_person_id", "gift", ["person_id"])
    op.create_index("ix_gift_visit_id", "gift", ["visit_id"])


def _make_host() -> None:
    op.create_table(
        "host",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("employee_id", PK, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_latin", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_latin", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("is_lead", sa.Boolean(), nullable=False),
        sa.Column("is_escort", sa.Boolean(), nullable=False),
        sa.Column("is_welcomer", sa.Boolean(), nullable=False),
        sa.Column("sees_off", sa.Boolean(), nullable=False),
        sa.Column("introduces", sa.Boolean(), nullable=False),
        sa.Column("explains", sa.Boolean(), nullable=False),
        sa.Column("is_interpreter", sa.Boolean(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("briefed_at", sa.DateTime(), nullable=True),
        sa.Column("briefed_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_host_position")),
        sa.CheckConstraint("rank IS NULL OR rank BETWEEN 1 AND 99", name=op.f("ck_host_rank")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_host_employee_id_employee"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_host_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_host_employee_id", "host", ["employee_id"])
    op.create_index("ix_host_visit_id", "host", ["visit_id"])
    op.create_index("uq_host_lead", "host", ["visit_id"], unique=True, sqlite_where=sa.text("is_lead"))


def _make_material() -> None:
    op.create_table(
        "material",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "company",
                "product",
                "process",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "language",
            sa.Enum(
                "en", "zh", "other", name="language", native_enum=False, create_constraint=True, length=20
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("is_returned", sa.Boolean(), nullable=False),
        sa.Column("tried_at", sa.DateTime(), nullable=True),
        sa.Column("tried_by", sa.String(), nullable=False),
        sa.Column("out_at", sa.DateTime(), nullable=True),
        sa.Column("out_by", sa.String(), nullable=False),
        sa.Column("in_at", sa.DateTime(), nullable=True),
        sa.Column("in_by", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_material_position")),
        sa.CheckConstraint("quantity >= 1", name=op.f("ck_material_quantity")),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_material_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_material_visit_id", "material", ["visit_id"])


def _make_opinion() -> None:
    op.create_table(
        "opinion",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column(
            "office",
            sa.Enum(
                "department",
                "hr_admin",
                "leader",
                "top",
                name="office",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "verdict",
            sa.Enum(
                "agrees",
                "agrees_if",
                "declines",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_opinion_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opinion_visit_id", "opinion", ["visit_id"])


def _make_passport() -> None:
    op.create_table(
        "passport",
        sa.Column("id", PK, nullable=False),
        sa.Column("person_id", PK, nullable=False),
        sa.Column("sealed_name", sa.String(), nullable=False),
        sa.Column("sealed_number", sa.String(), nullable=False),
        sa.Column("sealed_birth", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_passport_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passport")),
        sa.UniqueConstraint("person_id", name=op.f("uq_passport_person_id")),
        sqlite_autoincrement=True,
    )


def _make_question() -> None:
    op.create_table(
        "question",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_question_position")),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_question_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_question_visit_id", "question", ["visit_id"])


def _make_tour_stop() -> None:
    op.create_table(
        "tour_stop",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("product", sa.String(), nullable=False),
        sa.Column("talking_point", sa.String(), nullable=False),
        sa.Column("interests", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "minutes IS NULL OR minutes BETWEEN 1 AND 1440", name=op.f("ck_tour_stop_minutes")
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_tour_stop_position")),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_tour_stop_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tour_stop")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tour_stop_visit_id", "tour_stop", ["visit_id"])


def _extend_company() -> None:
    with _table("company") as batch_op:
        batch_op.add_column(sa.Column("address", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("dossier_as_of", sa.Date(), nullable=True))


def _extend_edition() -> None:
    with _table("edition") as batch_op:
        batch_op.add_column(sa.Column("reason", sa.String(), nullable=False, server_default=""))


def _extend_guest() -> None:
    with _table("guest") as batch_op:
        batch_op.add_column(sa.Column("drink", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("preferences", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("needs_as_of", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("is_invited", sa.Boolean(), nullable=True))


def _extend_itinerary_row() -> None:
    with _table("itinerary_row") as batch_op:
        batch_op.add_column(sa.Column("hint", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("is_fixed", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("is_tour", sa.Boolean(), nullable=False, server_default=sa.false()))


def _extend_meal() -> None:
    with _table("meal", rebuilt=True) as batch_op:
        batch_op.add_column(sa.Column("our_heads", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("standard", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("standard_reason", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("payer", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("menu", sa.String(), nullable=False, server_default=""))
        batch_op.create_check_constraint("our_heads", "our_heads IS NULL OR our_heads >= 0")
        batch_op.create_check_constraint("standard", "standard IS NULL OR standard >= 0")


def _extend_person() -> None:
    with _table("person") as batch_op:
        batch_op.add_column(sa.Column("name_explained", sa.String(), nullable=False, server_default=""))


def _extend_visit() -> None:
    with _table("visit", rebuilt=True) as batch_op:
        batch_op.add_column(
            sa.Column(
                "relation",
                sa.Enum(
                    "equal",
                    "high",
                    "low",
                    name="relation",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("relation_reason", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("notice_reason", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("ready_reason", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("coordinator", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("kind", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("budget", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("contingency", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("parking", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("guest_hint", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("invitation_costs", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column(
                "agent",
                sa.Enum(
                    "yes",
                    "no",
                    "unconfirmed",
                    name="agent",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="unconfirmed",
            )
        )
        batch_op.add_column(sa.Column("agent_company", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column(
                "interpreter",
                sa.Enum(
                    "theirs",
                    "ours",
                    "none",
                    "unconfirmed",
                    name="interpreter",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="unconfirmed",
            )
        )
        batch_op.add_column(sa.Column("interpreter_language", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column(
                "station_send_off",
                sa.Enum(
                    "yes",
                    "no",
                    "unconfirmed",
                    name="station_send_off",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="unconfirmed",
            )
        )
        batch_op.add_column(sa.Column("station_send_off_by", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("wants_quiet", sa.Boolean(), nullable=False, server_default=sa.false()))


def _extend_template() -> None:
    with _table("template", rebuilt=True) as batch_op:
        batch_op.drop_constraint("kind", type_="check")
        batch_op.create_check_constraint(
            "kind", "kind IN ('checklist', 'levels', 'wording', 'lead_times', 'ranks', 'customs', 'lists')"
        )


def _make_list_tick() -> None:
    op.create_table(
        "list_tick",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_list_tick_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_tick")),
        sa.UniqueConstraint("visit_id", "part", "code", "subject", name=op.f("uq_list_tick_visit_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_list_tick_visit_id", "list_tick", ["visit_id"])


def _make_nearby_place() -> None:
    texts = ("distance", "distance_en", "hours", "phone", "address", "address_en", "note", "note_en")
    op.create_table(
        "nearby_place",
        sa.Column("id", PK, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_latin", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "leisure",
                "shopping",
                "sight",
                "food",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nearby_place")),
        sqlite_autoincrement=True,
    )


def _extend_preparation_item() -> None:
    with _table("preparation_item") as batch_op:
        batch_op.add_column(sa.Column("due_by_hand", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("assignee", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("hurry_reason", sa.String(), nullable=False, server_default=""))
