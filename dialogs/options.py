"""Options that several dialogs offer."""

from collections.abc import Iterable

from bot.dialog import Option, just
from bot.domain.networks import Membership
from bot.domain.regions import Region
from bot.domain.service_points import ServicePoint


def library_options(points: Iterable[ServicePoint]) -> list[Option]:
    return [Option(point.id, just(point.name)) for point in points]


def network_options(region: Region) -> list[Option]:
    """Those that somebody of the region may be part of."""
    return [
        Option(network.key, just(network.name))
        for network in region.networks.values()
        if network.membership not in (Membership.NATIONAL, Membership.AD_HOC)
    ]
