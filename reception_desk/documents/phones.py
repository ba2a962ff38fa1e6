"""Phone numbers as they stand on paper."""

from __future__ import annotations


def phone_words(number: str, language: str) -> str:
    """`139 0000 1111`, for a reader of English `+86 139 0000 1111`; one that could not be read stays as it is."""
    import phonenumbers  # here: only the sheets with a phone pay for it

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    forms = phonenumbers.PhoneNumberFormat
    at_home = language == "zh" and parsed.country_code == phonenumbers.country_code_for_region("CN")
    return str(phonenumbers.format_number(parsed, forms.NATIONAL if at_home else forms.INTERNATIONAL))
