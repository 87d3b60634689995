"""GoldenMatch: `zero`, its zero-config on the raw file; `expert`, its Fellegi–Sunter model on the columns of prepare.py."""

import csv
import sys
from pathlib import Path

import goldenmatch as gm
import pyarrow as pa
from goldenmatch.config.schemas import (
    BlockingConfig,
    BlockingKeyConfig,
    GoldenMatchConfig,
    MatchkeyConfig,
    MatchkeyField,
)
from prepare import prepare, read


def field(name, scorer, thresholds=None, tf=False):
    levels = {} if thresholds is None else {"levels": len(thresholds) + 1, "level_thresholds": thresholds}
    return MatchkeyField(field=name, scorer=scorer, tf_adjustment=tf, **levels)


# jaro_winkler and levenshtein see Han characters; token_sort and ensemble are made for words between blanks.
FIELDS = {
    "brand": field("brand", "jaro_winkler", [0.99, 0.8], tf=True),
    "trade": field("trade", "jaro_winkler", [0.99, 0.6], tf=True),
    "name_place": field("name_place", "jaro_winkler", [0.99, 0.9]),
    "branch": field("branch", "exact"),
    "ordinal": field("ordinal", "exact"),
    "organisation": field("organisation", "levenshtein", [0.99, 0.75]),
    "phones": field("phones", "array_intersect:overlap", [0.5]),
    "address": field("address", "jaro_winkler", [0.99, 0.9], tf=True),
    "contact": field("contact", "jaro_winkler", [0.99, 0.5], tf=True),
    "email": field("email", "exact", tf=True),
    "domain": field("domain", "exact", tf=True),
}
# The same keys as Splink's rules, as far as they are columns; a list of phones gives its first two.
PASSES = [
    ["organisation"], ["phone1"], ["phone2"], ["email"], ["domain"], ["core"], ["rare_brand"], ["brand", "city"],
    ["brand", "surname"], ["sound", "city"], ["sound", "trade"], ["first", "trade", "city"], ["last", "trade", "city"],
    ["head"], ["door", "city"], ["room"], ["contact", "city"],
]  # fmt: skip


def expert(source, divisions, id_column):
    rows = prepare(source, divisions, id_column)
    for row in rows:
        phones = row.pop("phones") or []
        row["phones"] = "|".join(phones) or None
        row["phone1"], row["phone2"] = (*phones, None, None)[:2]
        row["branch"], row["ordinal"] = row["branch"] or "none", row["ordinal"] or "none"
        del row["brands"]
    columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in rows[0]}
    filled = {name for name, cells in columns.items() if cells.null_count < len(rows)}
    config = GoldenMatchConfig(
        matchkeys=[
            MatchkeyConfig(name="customer", type="probabilistic", fields=[f for name, f in FIELDS.items() if name in filled])
        ],
        blocking=BlockingConfig(
            strategy="multi_pass",
            keys=[BlockingKeyConfig(fields=["core"])],
            passes=[BlockingKeyConfig(fields=fields) for fields in PASSES if filled.issuperset(fields)],
            max_block_size=2000,
        ),
    )
    return [row["unique_id"] for row in rows], gm.dedupe_df(pa.table(columns), config=config)


def main(kind, source, id_column, divisions, out):
    if kind == "zero":
        ids, result = [row[id_column] for row in read(source)], gm.dedupe(source)
    else:
        ids, result = expert(source, divisions, id_column)
    print(result.stats)
    with open(out / "clusters.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["record_id", "cluster"])
        for number, cluster in result.clusters.items():
            writer.writerows((ids[row], number) for row in cluster["members"])
    with open(out / "links.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["weight", "left", "right"])
        writer.writerows((weight, ids[left], ids[right]) for left, right, weight in result.scored_pairs)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], Path(sys.argv[5]))
