"""Bookings with rooms, hotels, tickets; the register; the bin; departments; orders and leases of the signs."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the store from 0001 to 0002."""
    _make_department()
    _make_hotel()
    _make_room()
    _make_special_day()
    _make_rivalry()
    _make_distinct_pair()
    _make_sign_lease()
    _make_sign_sending()
    _make_walk_in()
    _make_sign_order()
    _make_ticket()
    _extend_car()
    _extend_car_booking()
    _extend_company()
    _extend_driver()
    _extend_employee()
    _extend_hotel_booking()
    _extend_meal()
    _extend_meeting()
    _extend_person()
    _extend_sign()
    _extend_template()
    _extend_visit()
    _extend_welcome_message()
    _index_steps()


@contextmanager
def _table(name: str) -> Iterator[BatchOperations]:
    with op.batch_alter_table(name, table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        yield batch_op


def _make_department() -> None:
    op.create_table(
        "department",
        sa.Column("id", PK, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_latin", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_department")),
        sa.UniqueConstraint("name", name=op.f("uq_department_name")),
        sqlite_autoincrement=True,
    )


def _make_hotel() -> None:
    op.create_table(
        "hotel",
        sa.Column("id", PK, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_latin", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("price IS NULL OR price >= 0", name=op.f("ck_hotel_price")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hotel")),
        sqlite_autoincrement=True,
    )


def _make_room() -> None:
    op.create_table(
        "room",
        sa.Column("id", PK, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_latin", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "meeting",
                "dining",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("equipment", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("seats >= 0", name=op.f("ck_room_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sqlite_autoincrement=True,
    )


def _make_special_day() -> None:
    op.create_table(
        "special_day",
        sa.Column("id", PK, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_working", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_day")),
        sa.UniqueConstraint("day", name=op.f("uq_special_day_day")),
        sqlite_autoincrement=True,
    )


def _make_rivalry() -> None:
    op.create_table(
        "rivalry",
        sa.Column("id", PK, nullable=False),
        sa.Column("company_id", PK, nullable=False),
        sa.Column("rival_id", PK, nullable=False),
        sa.CheckConstraint("company_id < rival_id", name=op.f("ck_rivalry_pair")),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_rivalry_company_id_company"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["rival_id"], ["company.id"], name=op.f("fk_rivalry_rival_id_company"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rivalry")),
        sa.UniqueConstraint("company_id", "rival_id", name=op.f("uq_rivalry_company_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rivalry_rival_id", "rivalry", ["rival_id"])


def _make_distinct_pair() -> None:
    op.create_table(
        "distinct_pair",
        sa.Column("id", PK, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("one_id", PK, nullable=False),
        sa.Column("other_id", PK, nullable=False),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_distinct_pair_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        sa.UniqueConstraint("kind", "one_id", "other_id", name=op.f("uq_distinct_pair_kind")),
        sqlite_autoincrement=True,
    )


def _make_sign_lease() -> None:
    op.create_table(
        "sign_lease",
        sa.Column("id", PK, nullable=False),
        sa.Column("sign_id", PK, nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("beat_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sign_id"], ["sign.id"], name=op.f("fk_sign_lease_sign_id_sign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_lease")),
        sa.UniqueConstraint("sign_id", name=op.f("uq_sign_lease_sign_id")),
        sqlite_autoincrement=True,
    )


def _make_sign_sending() -> None:
    op.create_table(
        "sign_sending",
        sa.Column("id", PK, nullable=False),
        sa.Column("sign_id", PK, nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("message_ids", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sign_id"], ["sign.id"], name=op.f("fk_sign_sending_sign_id_sign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_sending")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sign_sending_at", "sign_sending", ["at"])
    op.create_index("ix_sign_sending_sign_id", "sign_sending", ["sign_id"])


def _make_walk_in() -> None:
    op.create_table(
        "walk_in",
        sa.Column("id", PK, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("person_id", PK, nullable=True),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("plate", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("card_returned", sa.Boolean(), nullable=False),
        sa.Column("goods", sa.String(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(), nullable=False),
        sa.Column("left_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("heads >= 1", name=op.f("ck_walk_in_heads")),
        sa.CheckConstraint("left_at IS NULL OR left_at >= arrived_at", name=op.f("ck_walk_in_order")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_walk_in_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walk_in")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_walk_in_arrived_at", "walk_in", ["arrived_at"])
    op.create_index("ix_walk_in_company", "walk_in", ["company"])
    op.create_index("ix_walk_in_left_at", "walk_in", ["left_at"])
    op.create_index("ix_walk_in_name", "walk_in", ["name"])
    op.create_index("ix_walk_in_person_id", "walk_in", ["person_id"])


def _make_sign_order() -> None:
    op.create_table(
        "sign_order",
        sa.Column("id", PK, nullable=False),
        sa.Column("sign_id", PK, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "show_now", "test", "blank", name="kind", native_enum=False, create_constraint=True, length=20
            ),
            nullable=False,
        ),
        sa.Column("message_id", PK, nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("ordered_by", sa.String(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind <> 'show_now' OR message_id IS NOT NULL", name=op.f("ck_sign_order_message")
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_sign_order_window")),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["welcome_message.id"],
            name=op.f("fk_sign_order_message_id_welcome_message"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["sign_id"], ["sign.id"], name=op.f("fk_sign_order_sign_id_sign"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_order")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sign_order_sign_id", "sign_order", ["sign_id"])


def _make_ticket() -> None:
    op.create_table(
        "ticket",
        sa.Column("id", PK, nullable=False),
        sa.Column("visit_id", PK, nullable=False),
        sa.Column("guest_id", PK, nullable=True),
        sa.Column("leg_id", PK, nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("leaves_at", sa.DateTime(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "wanted",
                "bought",
                "handed_over",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("price IS NULL OR price >= 0", name=op.f("ck_ticket_price")),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guest.id"], name=op.f("fk_ticket_guest_id_guest"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["leg_id"], ["leg.id"], name=op.f("fk_ticket_leg_id_leg"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_ticket_visit_id_visit"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ticket_leaves_at", "ticket", ["leaves_at"])
    op.create_index("ix_ticket_visit_id", "ticket", ["visit_id"])


def _extend_car() -> None:
    with _table("car") as batch_op:
        batch_op.add_column(sa.Column("colour", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.true()))


def _extend_car_booking() -> None:
    with _table("car_booking") as batch_op:
        batch_op.add_column(sa.Column("heads", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("overlap_reason", sa.String(), nullable=False, server_default=""))
        for name in ("is_clean", "is_reliable", "is_fuelled", "is_supplied"):
            batch_op.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_index("ix_car_booking_starts_at", ["starts_at"])


def _extend_company() -> None:
    with _table("company") as batch_op:
        batch_op.create_index("ix_company_name", ["name"])


def _extend_driver() -> None:
    with _table("driver") as batch_op:
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.true()))


def _extend_employee() -> None:
    with _table("employee") as batch_op:
        batch_op.add_column(sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))


def _extend_hotel_booking() -> None:
    with _table("hotel_booking") as batch_op:
        batch_op.add_column(sa.Column("hotel_id", PK, nullable=True))
        batch_op.add_column(sa.Column("beds", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("price", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("price_reason", sa.String(), nullable=False, server_default=""))
        batch_op.create_index("ix_hotel_booking_check_in", ["check_in"])
        batch_op.create_foreign_key(
            "fk_hotel_booking_hotel_id_hotel", "hotel", ["hotel_id"], ["id"], ondelete="RESTRICT"
        )


def _extend_meal() -> None:
    with _table("meal") as batch_op:
        batch_op.add_column(sa.Column("ends_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("room_id", PK, nullable=True))
        batch_op.add_column(
            sa.Column(
                "state",
                sa.Enum(
                    "wanted",
                    "booked",
                    "confirmed",
                    name="state",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="wanted",
            )
        )
        batch_op.add_column(sa.Column("overlap_reason", sa.String(), nullable=False, server_default=""))
        batch_op.create_index("ix_meal_room_id", ["room_id"])
        batch_op.create_foreign_key("fk_meal_room_id_room", "room", ["room_id"], ["id"], ondelete="RESTRICT")


def _extend_meeting() -> None:
    with _table("meeting") as batch_op:
        batch_op.add_column(sa.Column("room_id", PK, nullable=True))
        batch_op.add_column(
            sa.Column(
                "state",
                sa.Enum(
                    "wanted",
                    "booked",
                    "confirmed",
                    name="state",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="wanted",
            )
        )
        batch_op.add_column(sa.Column("overlap_reason", sa.String(), nullable=False, server_default=""))
        batch_op.create_index("ix_meeting_room_id", ["room_id"])
        batch_op.create_foreign_key(
            "fk_meeting_room_id_room", "room", ["room_id"], ["id"], ondelete="RESTRICT"
        )


def _extend_person() -> None:
    with _table("person") as batch_op:
        batch_op.create_index("ix_person_company_id", ["company_id"])
        batch_op.create_index("ix_person_name", ["name"])
        batch_op.create_index("ix_person_phone", ["phone"])


def _extend_sign() -> None:
    with _table("sign") as batch_op:
        batch_op.add_column(sa.Column("merges", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("at_exit", sa.String(), nullable=False, server_default="leave"))
        batch_op.add_column(sa.Column("tested_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("tested_by", sa.String(), nullable=False, server_default=""))


def _extend_template() -> None:
    with _table("template") as batch_op:
        batch_op.add_column(sa.Column("saved_by", sa.String(), nullable=False, server_default=""))


def _extend_visit() -> None:
    with _table("visit") as batch_op:
        batch_op.add_column(
            sa.Column("is_confidential", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("cancel_reason", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("deleted_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("deleted_by", sa.String(), nullable=False, server_default=""))
        batch_op.drop_index("ix_visit_arrival_at")
    of_the_list = [
        "arrival_at",
        "id",
        "departure_at",
        "state",
        "level",
        "owner_department",
        "actual_arrival_at",
        "actual_departure_at",
        "deleted_at",
    ]
    op.create_index("ix_visit_list", "visit", of_the_list, sqlite_where=sa.text("deleted_at IS NULL"))
    op.create_index("ix_visit_departure_at", "visit", ["departure_at", "arrival_at"])
    op.create_index("ix_visit_owner_department", "visit", ["owner_department", "arrival_at"])
    op.create_index(
        "ix_visit_deleted_at", "visit", ["deleted_at"], sqlite_where=sa.text("deleted_at IS NOT NULL")
    )


def _index_steps() -> None:
    op.create_index(
        "ix_step_of_step_id", "step", ["of_step_id"], sqlite_where=sa.text("of_step_id IS NOT NULL")
    )


def _extend_welcome_message() -> None:
    with _table("welcome_message") as batch_op:
        batch_op.add_column(sa.Column("told_it_how", sa.String(), nullable=False, server_default=""))
