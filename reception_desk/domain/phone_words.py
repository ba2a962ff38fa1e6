"""Phone numbers as people read them."""

from __future__ import annotations


def phone_words(number: str, language: str = "zh") -> str:
    """`139 0000 1111`; for a reader of English, or from abroad, `+86 139 0000 1111`; an unread one as it is."""
    import phonenumbers  # here: only those who show a phone pay for it

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    forms = phonenumbers.PhoneNumberFormat
    at_home = language == "zh" and parsed.country_code == phonenumbers.country_code_for_region("CN")
    return str(phonenumbers.format_number(parsed, forms.NATIONAL if at_home else forms.INTERNATIONAL))
