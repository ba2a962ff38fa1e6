from reception_desk.domain.edition import Choice


def test_a_choice_keeps_only_what_was_chosen():
    assert Choice().as_json() == {"language": "zh", "paper": "A4"}
    assert Choice(car_booking_id=3, with_date=True).as_json() == {
        "language": "zh",
        "car_booking_id": 3,
        "with_date": True,
        "paper": "A4",
    }


def test_a_choice_that_was_stored_before_there_was_more_to_choose_is_the_same_choice():
    assert Choice.from_json({"language": "zh", "paper": "A4"}) == Choice()
