"""Splink as an expert would set it up for Chinese customers: reads a CSV, writes the links with their weights.

Sources of the choices: Splink's own guides (moj-analytical-services.github.io/splink: blocking rules, choosing
comparators, term frequency adjustments, training rationale) and, for what is Chinese, the shape of the names.
"""

import json
import sys
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from prepare import prepare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def term_frequency(level, column, weight=1.0):
    return level.configure(tf_adjustment_column=column, tf_adjustment_weight=weight)


def brand():
    """字号, what tells two firms apart: rare ones weigh more, also where only the sound agrees."""
    inside = "length({a}) >= 2 and starts_with({b}, {a})"
    return cl.CustomComparison(
        output_column_name="brand",
        comparison_levels=[
            cll.NullLevel("brand"),
            term_frequency(cll.ExactMatchLevel("brand"), "brand"),
            cll.CustomLevel("list_has_any(brands_l, brands_r)", "a former name's brand"),
            term_frequency(cll.ExactMatchLevel("sound"), "sound"),
            # 恒通 and 恒通机械 when the trade was not told from the brand.
            cll.CustomLevel(
                " or ".join(f"({inside.format(a=a, b=b)})" for a, b in (("brand_l", "core_r"), ("brand_r", "core_l"))),
                "one begins the other",
            ),
            # Levenshtein and not Jaro for two to four characters: one edit, with another character in common.
            cll.CustomLevel("levenshtein(brand_l, brand_r) <= 1 and length(brand_l || brand_r) >= 5", "one edit in three"),
            cll.CustomLevel("levenshtein(brand_l, brand_r) <= 1", "one edit"),
            cll.ElseLevel(),
        ],
    )


def trade():
    return cl.CustomComparison(
        output_column_name="trade",
        comparison_levels=[
            cll.NullLevel("trade"),
            term_frequency(cll.ExactMatchLevel("trade"), "trade"),
            # 煤业 and 煤炭: a first or last character in common is all a string can tell of a synonym.
            cll.CustomLevel("left(trade_l, 1) = left(trade_r, 1) or right(trade_l, 2) = right(trade_r, 2)", "a character in common"),
            cll.ElseLevel(),
        ],
    )


def name_place():
    """Codes of divisions: 14 holds 1401, which holds 140105."""
    return cl.CustomComparison(
        output_column_name="name_place",
        comparison_levels=[
            cll.NullLevel("name_place"),
            term_frequency(cll.ExactMatchLevel("name_place"), "name_place"),
            cll.CustomLevel(
                "starts_with(name_place_l, name_place_r) or starts_with(name_place_r, name_place_l)", "one inside the other"
            ),
            cll.ElseLevel(),
        ],
    )


def address():
    """Place and street in one comparison: apart, one county would be counted again with every street."""
    return cl.CustomComparison(
        output_column_name="address",
        comparison_levels=[
            cll.CustomLevel(
                "coalesce(address_l, address_place_l) is null or coalesce(address_r, address_place_r) is null"
            ).configure(is_null_level=True),
            cll.CustomLevel("left(address_place_l, 4) <> left(address_place_r, 4) and address_l <> address_r", "other city"),
            # An incubator's rooms and an agency's address are on many records: term frequency takes the weight away.
            term_frequency(cll.ExactMatchLevel("room"), "room"),
            term_frequency(cll.ExactMatchLevel("address"), "address"),
            cll.CustomLevel("door_l = door_r and room_l <> room_r", "one door, other rooms"),
            term_frequency(cll.ExactMatchLevel("door"), "door"),
            cll.JaroWinklerLevel("address", 0.9),
            term_frequency(cll.ExactMatchLevel("address_place"), "address_place"),
            cll.ElseLevel(),
        ],
    )


def code():
    """Identifiers have a fixed u: sampled pairs hold so few chance agreements that duplicates drown them."""
    return cl.CustomComparison(
        output_column_name="organisation",
        comparison_levels=[
            cll.NullLevel("organisation"),
            cll.ExactMatchLevel("organisation").configure(u_probability=1e-6, fix_u_probability=True),
            # A typing error; anything further is another organisation, which EM finds to weigh much.
            cll.DamerauLevenshteinLevel("organisation", 2).configure(u_probability=1e-5, fix_u_probability=True),
            cll.ElseLevel(),
        ],
    )


def person():
    return cl.CustomComparison(
        output_column_name="contact",
        comparison_levels=[
            cll.NullLevel("surname"),
            term_frequency(cll.ExactMatchLevel("contact"), "contact"),
            term_frequency(cll.ExactMatchLevel("surname"), "surname"),
            cll.ElseLevel(),
        ],
    )


def mail():
    return cl.CustomComparison(
        output_column_name="email",
        comparison_levels=[
            cll.CustomLevel("coalesce(email_l, domain_l) is null or coalesce(email_r, domain_r) is null").configure(
                is_null_level=True
            ),
            cll.ExactMatchLevel("email").configure(u_probability=1e-6, fix_u_probability=True),
            cll.ExactMatchLevel("domain").configure(u_probability=1e-5, fix_u_probability=True),
            cll.ElseLevel(),
        ],
    )


def phone():
    return cl.CustomComparison(
        output_column_name="phones",
        comparison_levels=[
            cll.NullLevel("phones"),
            cll.ArrayIntersectLevel("phones", 1).configure(u_probability=1e-5, fix_u_probability=True),
            cll.ElseLevel(),
        ],
    )


def never_differs(column):
    """What no typist gets wrong: EM, which takes sister firms for matches, would not learn it."""
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column).configure(m_probability=0.9998, fix_m_probability=True),
            cll.ElseLevel().configure(m_probability=0.0002, fix_m_probability=True),
        ],
    )


# Branches are customers of their own, and 第一 is never 第三: '' means none here and is compared, not skipped.
COMPARISONS = {
    "brand": brand(),
    "trade": trade(),
    "name_place": name_place(),
    "branch": never_differs("branch"),
    "ordinal": never_differs("ordinal"),
    "organisation": code(),
    "phones": phone(),
    "address": address(),
    "contact": person(),
    "email": mail(),
}


def exploded(column, *others):
    return block_on(column, *others, arrays_to_explode=[column])


# Each rule brings pairs that the others lose; keys that many firms share come only with a second key.
BLOCKING = {
    "organisation": [block_on("organisation")],
    "phones": [exploded("phones")],
    "email": [block_on("email"), block_on("domain")],
    "name": [
        block_on("core"),
        block_on("rare_brand"),
        exploded("brands", "city"),
        exploded("brands", "surname"),
        block_on("sound", "city"),
        block_on("sound", "trade"),
        block_on("first", "trade", "city"),
        block_on("last", "trade", "city"),
        block_on("head"),
    ],
    "address": [block_on("door", "city"), block_on("room"), block_on("address", "first")],
    "contact": [block_on("contact", "city"), block_on("contact", "first")],
}
# One session blocks on what another estimates, so that every comparison is trained from pairs it did not choose.
TRAINING = {
    "organisation": "l.organisation = r.organisation",
    "phones": "l.phones[1] = r.phones[1]",
    "core": "l.core = r.core and l.city = r.city and l.branch = r.branch",
}


def main(source, id_column, divisions, out):
    started = time.monotonic()
    rows = prepare(source, divisions, id_column)
    prepared = time.monotonic()
    text, texts = pa.string(), pa.list_(pa.string())
    schema = pa.schema([(c, texts if c in ("brands", "phones") else text) for c in rows[0]])
    table = pa.Table.from_pylist(rows, schema)
    filled = {c for c in table.column_names if table[c].null_count < len(rows)}
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison for column, comparison in COMPARISONS.items() if column in filled],
        blocking_rules_to_generate_predictions=[
            rule for column, rules in BLOCKING.items() if column == "name" or column in filled for rule in rules
        ],
        max_iterations=30,
    )
    api = DuckDBAPI(duckdb.connect())
    linker = Linker(api.register(table), settings, log_level=None)
    # About the share of true pairs that a code, or name with a phone or an address, finds by itself.
    sure = ["l.organisation = r.organisation", "l.core = r.core and l.branch = r.branch and l.city = r.city"]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2_000_000, seed=1)
    for column, rule in TRAINING.items():
        if column in filled:
            # On counts of patterns instead of pairs: faster, and the same figures came out.
            linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    trained = time.monotonic()
    predictions = linker.inference.predict(threshold_match_probability=0.01)
    # The users of Splink cluster at a threshold; done once for the clock, the links are judged at every one.
    linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.95)
    predicted = time.monotonic()
    predictions.as_duckdbpyrelation().project("match_weight, unique_id_l, unique_id_r").write_csv(str(out / "links.csv"))
    linker.misc.save_model_to_json(str(out / "model.json"), overwrite=True)
    steps = {"prepare": prepared - started, "train": trained - prepared, "predict and cluster": predicted - trained}
    (out / "steps.json").write_text(json.dumps(steps))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))
