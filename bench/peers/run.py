"""guihu beside its peers on the same files: time, memory, precision, recall and F1 by pairs after closure.

bash bench/peers/run.sh [--records 10000] [--seed 1] [--base FILE] [--data FOLDER] [--only guihu,splink,goldenmatch]
"""

import argparse
import csv
import json
import math
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from judge import judge_clusters, judge_links
from prepare import read

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
OUT = ROOT / "out" / "peers"
# Splink's weight at a probability of 0.95, the threshold of its own tutorials.
USUAL = math.log2(0.95 / 0.05)


def run(command, out, limit):
    """Runs a peer in a process of its own; returns wall seconds, processor seconds, peak megabytes."""
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "log.txt", "w", encoding="utf-8") as log:
        started = time.monotonic()
        child = subprocess.Popen(
            [str(part) for part in command], cwd=ROOT, stdout=log, stderr=log,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - started
    if status != 0:
        last = (out / "log.txt").read_text(encoding="utf-8").strip().splitlines()[-1:] or ["no output"]
        raise RuntimeError(f"failed: {last[0][:160]}")
    # Linux counts in kilobytes, macOS in bytes.
    megabytes = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return wall, used.ru_utime + used.ru_stime, megabytes


def read_links(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [(float(weight), left, right) for weight, left, right in rows]


def guihu(task, out, limit):
    used = run(
        ["node", "dist/cli/main.js", "dedupe", task["file"], "--id", task["id"], "--out", out, "--quiet", *task["guihu"]],
        out, limit,
    )  # fmt: skip
    clusters = {row["record_id"]: row["customer_id"] for row in read(out / "crosswalk.csv")}
    yield "guihu, its defaults", used, judge_clusters(clusters, task["truth"])


def splink(task, out, limit):
    used = run(
        [sys.executable, HERE / "splink_peer.py", task["file"], task["id"], OUT / "divisions.json", out], out, limit
    )
    given, (weight, best) = judge_links(read_links(out / "links.csv"), task["truth"], USUAL)
    yield "Splink, expert's settings, p ≥ 0.95", used, given
    yield f"  closed at the best threshold for this truth ({weight or 0:.1f})", used, best
    steps = json.loads((out / "steps.json").read_text())
    print("  Splink: " + ", ".join(f"{step} {seconds:.1f} s" for step, seconds in steps.items()), file=sys.stderr)


def goldenmatch(task, out, limit):
    for kind, label in (("zero", "GoldenMatch, zero-config"), ("expert", "GoldenMatch, expert's settings")):
        to = out / kind
        command = [sys.executable, HERE / "goldenmatch_peer.py", kind, task["file"], task["id"], OUT / "divisions.json", to]
        used = run(command, to, limit)
        clusters = {row["record_id"]: row["cluster"] for row in read(to / "clusters.csv")}
        yield label, used, judge_clusters(clusters, task["truth"])
        _, (weight, best) = judge_links(read_links(to / "links.csv"), task["truth"])
        yield f"  closed at the best threshold for this truth ({weight or 0:.2f})", used, best


PEERS = {"guihu": guihu, "splink": splink, "goldenmatch": goldenmatch}


def made(records, seed, base):
    """Generated customers; made anew each time, the same seed gives the same bytes."""
    folder = OUT / f"made-{records}-{seed}{'-based' if base else ''}"
    folder.mkdir(parents=True, exist_ok=True)
    file, truth = folder / "records.csv", folder / "truth.csv"
    command = ["npx", "tsx", "bench/generate/main.ts", "--records", str(records), "--seed", str(seed)]
    command += ["--out", str(file), "--truth", str(truth), *(["--base", str(Path(base).resolve())] if base else [])]
    subprocess.run(command, cwd=ROOT, check=True)
    return {
        "title": f"{records:,} generated records, seed {seed}" + (" on the companies of a file" if base else ""),
        "file": file, "folder": folder, "id": "record_id", "guihu": ["--source", "source"],
        "truth": {row["record_id"]: row["customer_id"] for row in read(truth)},
    }  # fmt: skip


def snapshots(data):
    """Listed companies as several tables and years have them, without the columns that tell the answer."""
    source = Path(data) / "snapshots.csv"
    if not source.exists():
        print("snapshots: skipped, the data is not there (--data FOLDER or GUIHU_DATA).\n")
        return None
    rows = read(source)
    folder = OUT / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    columns = ["id", "name", "address", "website", "email"]
    with open(folder / "records.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return {
        "title": f"snapshots of listed companies, {len(rows):,} records", "file": folder / "records.csv",
        "folder": folder, "id": "id", "guihu": [], "truth": {row["id"]: row["entity_id"] for row in rows},
    }  # fmt: skip


def compare(task, names, limit):
    print(f"{task['title']}\n{'':56}{'time s':>9}{'cpu s':>9}{'MB':>8}{'precision':>11}{'recall':>9}{'F1':>9}", flush=True)
    for name in names:
        try:
            for label, (wall, cpu, megabytes), found in PEERS[name](task, task["folder"] / name, limit):
                print(
                    f"{label:56}{wall:9.1f}{cpu:9.1f}{megabytes:8.0f}{found.precision:11.4f}{found.recall:9.4f}{found.f1:9.4f}",
                    flush=True,
                )
        except RuntimeError as error:
            print(f"{name:56}{error}", flush=True)
    print()


def main():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--base", help="CSV or CSV.gz of companies to build on")
    parser.add_argument("--data", default=os.environ.get("GUIHU_DATA", ROOT.parent / "shared" / "data"))
    parser.add_argument("--only", default=",".join(PEERS), help="which of " + ", ".join(PEERS))
    parser.add_argument("--limit", type=int, default=3600, help="processor seconds a peer may take")
    options = parser.parse_args()
    names = options.only.split(",")
    if unknown := [name for name in names if name not in PEERS]:
        parser.error(f"no such peer: {', '.join(unknown)}")
    for task in (made(options.records, options.seed, options.base), snapshots(options.data)):
        if task:
            compare(task, names, options.limit)


if __name__ == "__main__":
    main()
