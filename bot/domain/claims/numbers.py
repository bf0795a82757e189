"""The numbers on a claim's papers: its own, the payment reference, a business id."""

from __future__ import annotations

import re
from itertools import cycle


def claim_number(area: str, year: int, sequence: int) -> str:
    """`AKE-2026-0042`."""
    return f"{area}-{year}-{sequence:04}"


def reference_number(year: int, sequence: int) -> str:
    """A Finnish payment reference for a claim, its check digit last (TRAVEL-5)."""
    digits = f"{year}{sequence:04}"
    return digits + reference_check_digit(digits)


def reference_check_digit(digits: str) -> str:
    """Weights 7, 3, 1 from the right; the digit fills the sum up to a full ten."""
    weights = cycle((7, 3, 1))
    weighed = sum(int(digit) * weight for digit, weight in zip(digits[::-1], weights, strict=False))
    return str(-weighed % 10)


def grouped_reference(reference: str) -> str:
    """As it is printed: groups of five from the right."""
    head = len(reference) % 5
    groups = [reference[:head], *re.findall(".{5}", reference[head:])]
    return " ".join(group for group in groups if group)


def is_business_id(given: str) -> bool:
    """`0204819-8`: weights 7, 9, 10, 5, 8, 4, 2, modulo 11 (TRAVEL-5)."""
    if not re.fullmatch(r"[0-9]{7}-[0-9]", given):
        return False
    weights = (7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(d) * weight for d, weight in zip(given[:7], weights, strict=True)) % 11
    return rest != 1 and (11 - rest) % 11 == int(given[-1])
