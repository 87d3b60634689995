"""Precision, recall and F1 over pairs of records, after closure: a customer of n records is n(n-1)/2 pairs."""

from collections import Counter
from dataclasses import dataclass


@dataclass
class Figures:
    precision: float
    recall: float
    f1: float


def pairs(n):
    return n * (n - 1) // 2


def figures(right, found, true):
    precision = right / found if found else 1.0
    recall = right / true if true else 1.0
    both = precision + recall
    return Figures(precision, recall, 2 * precision * recall / both if both else 0.0)


def judge_clusters(cluster_of, truth):
    """`cluster_of` and `truth` map a record id to its customer; a record that `cluster_of` lacks stands alone."""
    groups = Counter((cluster_of.get(r) or f"alone {r}", customer) for r, customer in truth.items())
    found = Counter()
    for (cluster, _), n in groups.items():
        found[cluster] += n
    return figures(
        sum(map(pairs, groups.values())), sum(map(pairs, found.values())), sum(map(pairs, Counter(truth.values()).values()))
    )


def judge_links(links, truth, at=0.0):
    """`links` are (weight, left, right). Returns the figures at weight `at` and the best weight with its figures.

    Links are closed from the strongest down, so one pass gives the figures at every threshold.
    """
    true = sum(map(pairs, Counter(truth.values()).values()))
    parent = {r: r for r in truth}
    members = {r: Counter({customer: 1}) for r, customer in truth.items()}

    def root(r):
        while parent[r] != r:
            parent[r] = parent[parent[r]]
            r = parent[r]
        return r

    right = found = 0
    best = (None, figures(0, 0, true))
    given = best[1]
    links = sorted(links, reverse=True)
    for i, (weight, left, other) in enumerate(links):
        a, b = root(left), root(other)
        if a != b:
            if len(members[a]) < len(members[b]):
                a, b = b, a
            # All pairs between the two clusters are found now; right are those of one customer.
            found += members[a].total() * members[b].total()
            right += sum(n * members[a][customer] for customer, n in members[b].items())
            members[a].update(members.pop(b))
            parent[b] = a
        if i + 1 == len(links) or links[i + 1][0] != weight:
            now = figures(right, found, true)
            if now.f1 > best[1].f1:
                best = (weight, now)
            if weight >= at:
                given = now
    return given, best
