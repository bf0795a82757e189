"""The best way to join things two by two; rustworkx stays behind this door.

rustworkx finds an exact maximum-weight matching (Galil 1986, n³). It picks any of several
equal answers, a different one from run to run (Qiskit/rustworkx#1545), so the weights handed
to it must leave one best answer: see `worth.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import rustworkx

Edge: TypeAlias = tuple[int, int]


def best_matching(size: int, weights: Mapping[Edge, int]) -> set[Edge]:
    """The heaviest of the largest matchings of the nodes 0 … size − 1.

    Weights are exact up to 124 bits: rustworkx counts with 128 and needs some of them itself.
    Raises OverflowError beyond that.
    """
    import rustworkx  # noqa: PLC0415 (some megabytes, for one coordinator twice a year)

    if any(weight.bit_length() > 124 for weight in weights.values()):
        raise OverflowError("a weight of more than 124 bits")
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(size))
    graph.add_edges_from([(*edge, weight) for edge, weight in weights.items()])
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return {(min(edge), max(edge)) for edge in found}
