"""The sample data: there at once, and gone in one step but for what somebody uses."""

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, Hotel
from reception_desk.domain.department import Department
from reception_desk.domain.edition import Medium
from reception_desk.domain.employee import Employee
from reception_desk.errors import ReceptionError
from reception_desk.repository.sample import Sample
from tests.desk import NOW, plain_visit


@pytest.fixture
def furnished(desk):
    """A desk with the sample in it."""
    desk.sample_data.put_in(NOW)
    return desk


def test_three_visits_come_one_of_them_today(furnished):
    here = furnished.visits.page()

    assert {line.level for line in here} == {1, 2, 3}
    assert min(line.arrival_at for line in here) - NOW < timedelta(days=1)


def test_in_the_afternoon_the_first_guests_come_tomorrow(desk):
    late = NOW + timedelta(hours=9)

    desk.sample_data.put_in(late)

    assert min(line.arrival_at for line in desk.visits.page()) > late


def test_nobodys_undo_takes_the_sample_apart(furnished):
    step = furnished.history.undoable()

    assert step is None or step.person == "李静"
    assert step is None or "sample" not in step.sentence


def test_removal_leaves_nothing_of_it(furnished):
    removed = furnished.sample_data.remove(NOW)

    assert removed.visits == 3
    assert removed.kept == []
    assert furnished.visits.count() == 0
    assert furnished.visits.companies_like("苏州") == []
    for kind in (Employee, Department, Car, Hotel):
        assert furnished.house.all(kind) == []
    assert not furnished.sample_data.is_there()
    assert furnished.backups.check() == []


def test_removal_is_one_step_that_undo_takes_back(furnished):
    furnished.sample_data.remove(NOW)

    furnished.history.undo(NOW)

    assert furnished.visits.count() == 3
    assert len(furnished.house.all(Car)) == 2
    assert furnished.sample_data.is_there()
    assert furnished.backups.check() == []


def test_a_visit_of_ones_own_and_its_company_stay(furnished):
    mine = plain_visit(furnished)

    removed = furnished.sample_data.remove(NOW)

    assert [line.id for line in furnished.visits.page()] == [mine]
    assert "苏州恒屹精密机械有限公司" in removed.sentence
    assert furnished.visits.get(mine).company.name == "苏州恒屹精密机械有限公司"


def test_an_employee_that_one_has_changed_stays(furnished):
    employee = furnished.house.all(Employee)[0]
    furnished.house.change(Employee, employee.id, NOW, phone="13900005599")

    removed = furnished.sample_data.remove(NOW)

    assert [one.name for one in furnished.house.all(Employee)] == [employee.name]
    assert employee.name in removed.sentence


def test_ticks_and_papers_of_a_sample_visit_go_with_it(furnished):
    visit_id = furnished.visits.page()[0].id
    task = next(one for one in furnished.preparation.of(visit_id) if one.item is None)
    furnished.preparation.check_off(visit_id, task.code, task.subject, NOW)
    paper = next(line for line in furnished.papers.lines(visit_id, NOW) if line.is_needed)
    furnished.papers.make(
        visit_id, paper.hand_out.number, paper.choice, NOW, medium=Medium.PDF, reason="样张"
    )

    furnished.sample_data.remove(NOW)

    assert furnished.visits.count() == 0


def test_it_is_not_put_in_twice(furnished):
    with pytest.raises(ReceptionError):
        furnished.sample_data.put_in(NOW)


def test_what_is_not_there_cannot_be_removed(desk):
    with pytest.raises(ReceptionError):
        desk.sample_data.remove(NOW)


def test_the_first_day_is_not_all_late(furnished):
    for later in (timedelta(0), timedelta(hours=1)):
        late = [task for task in furnished.today.at(NOW + later).tasks if task.is_late]
        assert 1 <= len(late) <= 4


def test_what_somebody_else_puts_in_meanwhile_is_no_part_of_the_sample(desk):
    visit_id = plain_visit(desk)

    with desk.database.reading() as work:
        sample = Sample(work.session)
        assert visit_id in sample.inserted_since(0, "李静")["visit"]
        assert "visit" not in sample.inserted_since(0, "样例数据")
