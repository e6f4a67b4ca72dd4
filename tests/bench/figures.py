"""What the parts of the benchmark share: arguments, runs that are measured, tables in Markdown. Python 3 alone.

A part is an executable file parts/NN-name, called as NN-name BUILD_FOLDER [--quick], that prints Markdown beginning
with a heading "## ". --quick: small inputs, one run, to see that it works."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
CORES = sorted(os.sched_getaffinity(0))
HAS_LANES = "avx512ifma" in Path("/proc/cpuinfo").read_text()
PLAIN = {"MINHTIN_PLAIN_ARITHMETIC": "1"}


class Part:
    """The arguments of a part."""

    def __init__(self):
        words = [w for w in sys.argv[1:] if w != "--quick"]
        if len(words) != 1:
            sys.exit(f"{sys.argv[0]} BUILD_FOLDER [--quick]")
        self.build, self.quick = Path(words[0]).resolve(), "--quick" in sys.argv
        self.rounds = 1 if self.quick else 5

    def program(self, name):
        path = self.build / name
        if not path.exists():
            sys.exit(f"{path} is not built")
        return path

    @contextmanager
    def folder(self):
        """A folder for large files, gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="bench-", dir=self.build) as path:
            yield Path(path)

    def archive(self, folder, voters, people=10, levels=3):
        """The archive of a finished election with a ballot of each voter."""
        made = subprocess.run([self.program("make_archive"), folder, str(voters), str(people), str(levels)], check=True, capture_output=True, text=True)
        return Path(made.stdout.strip())

    def measured(self, *words, one_core=False, env=None, folder=None, statuses=(0,)):
        """{"seconds", "user", "system", "peak_kib", "status"} of one run of a program."""
        pin = ["taskset", "-c", str(CORES[-1])] if one_core else []
        with tempfile.NamedTemporaryFile() as file:
            done = subprocess.run([*pin, self.program("measured"), file.name, *map(str, words)], cwd=folder, env={**os.environ, **(env or {})},
                                  capture_output=True, text=True)
            figures = json.loads(Path(file.name).read_text()) if done.returncode == 0 else {"status": done.returncode}
        if figures["status"] not in statuses:
            sys.exit(f"{' '.join(map(str, words))}: status {figures['status']}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return figures

    def interleaved(self, variants):
        """Runs every variant in turn, several times; gives the runs of each."""
        runs = {name: [] for name in variants}
        for _ in range(self.rounds):
            for name, run in variants.items():
                runs[name].append(run())
        return runs


def median(runs, figure="seconds"):
    return statistics.median(run[figure] for run in runs)


def fastest(runs, figure="seconds"):
    return min(run[figure] for run in runs)


def spread(runs, figure="seconds"):
    """Half the distance between the fastest and the slowest run, as a share of the median."""
    values = [run[figure] for run in runs]
    return (max(values) - min(values)) / 2 / statistics.median(values)


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |")


def table(*names):
    row(*names)
    row(*["---"] + ["---:"] * (len(names) - 1))


def number(n, digits=3):
    """Three digits that count, thousands set apart; whole numbers as they are. Below a ten-thousandth with an exponent."""
    if isinstance(n, int) or n == 0:
        return f"{n:,.0f}"
    whole = len(str(int(abs(n)))) if abs(n) >= 1 else 0
    return f"{n:,.{max(0, digits - whole)}f}" if abs(n) >= 0.01 else f"{n:.{digits}g}"
