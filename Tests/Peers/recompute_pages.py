"""Recomputes what the pages of an output folder show, from the saved model, the texts and the world.

Run by hand:

    pip install torch transformers tokenizers numpy
    python Tests/Peers/recompute_pages.py Output [--parts DIR] [--all] [--only FIGURE …] [--prove]

Nothing of the program runs here. The model is computed in PyTorch, the tokenizer is that of `tokenizers`,
and what is compared is read from the pages as they are shown, in English and in Japanese, at the digits that
are shown. Of the recording only that is read which nobody can compute: the seed, the prompts and questions, the
losses of single steps. The texts of the three parts come from

    nakami build --parts DIR --steps 1 --out /tmp/split    # dealt as for any other length of training

and without them everything is left out that needs them. A figure is found by its id, its columns by their order,
a number in a sentence by its value; no name or word is expected.

Prints what was compared; the exit code is 1 when anything differs. With `--prove` each statement of the table is
put to the test: one of the numbers (or words) that it compares is changed in a copy of the page, and the
statement must notice.
"""

import argparse
import pathlib
import sys
import time

import torch

from recompute import checks, prove
from recompute.page import Site
from recompute.report import Report, table
from recompute.world import World

import recompute.answers  # noqa: F401
import recompute.asking  # noqa: F401
import recompute.data  # noqa: F401
import recompute.exam  # noqa: F401
import recompute.files  # noqa: F401
import recompute.inside  # noqa: F401
import recompute.learning  # noqa: F401
import recompute.open_exam  # noqa: F401
import recompute.removed  # noqa: F401
import recompute.smaller  # noqa: F401
import recompute.step  # noqa: F401
import recompute.sums  # noqa: F401


def run_all(world, sites, chosen, only):
    comparisons, runs = [], []
    for site in sites:
        for page in site.pages:
            for check in chosen:
                if not check.applies(page):
                    continue
                report, start = Report(page), time.monotonic()
                try:
                    check(page, world, report)
                except Exception as error:  # A page that cannot be read is a difference, too.
                    if only:
                        raise
                    report.begin(check.name)
                    report.holds("the figure", "cannot be read", repr(error), False)
                if time.monotonic() - start > 10:
                    print(f"{page.name}: {check.name}, {time.monotonic() - start:.0f} s", file=sys.stderr)
                if report.comparisons:
                    runs.append((check, page, report))
                    comparisons += report.comparisons
    for check in chosen:
        for site in sites:
            if check.figure and not any(check.applies(page) for page in site.pages):
                report = Report(site.pages[0])
                report.begin(check.name)
                report.holds("the figure", "stands on no page", "expected", False)
                comparisons += report.comparisons
    return comparisons, runs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--parts", type=pathlib.Path, help="folder that nakami build --parts wrote")
    parser.add_argument("--lessons", type=pathlib.Path, default="Lessons", help="folder of the facts of the town")
    parser.add_argument("--all", action="store_true", help="a line for each number")
    parser.add_argument("--only", nargs="+", default=[], metavar="FIGURE")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--prove", action="store_true", help="change numbers and see that it is noticed")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    sites = [Site(arguments.output, language) for language in ("en", "ja")]
    world = World(arguments.output, arguments.parts)
    world.sites = {site.language: site for site in sites}
    world.lessons = arguments.lessons
    chosen = [c for c in checks.ALL if (not arguments.only or c.name in arguments.only)
              and (arguments.parts or not c.needs_parts)]
    left_out = [c.name for c in checks.ALL if c.needs_parts and not arguments.parts]
    comparisons, runs = run_all(world, sites, chosen, arguments.only)
    print("\n".join(table(comparisons, arguments.all)))
    wrong = [c for c in comparisons if not c.same]
    statements = {(c.page, c.statement) for c in comparisons}
    print(f"\n{len(comparisons)} numbers and words of {len(statements)} statements compared, "
          f"{len(wrong)} differ")
    if left_out:
        print(f"left out without --parts: {', '.join(left_out)}")
    if arguments.prove:
        sys.exit(0 if prove.run(world, runs) and not wrong else 1)
    sys.exit(1 if wrong or not comparisons else 0)


if __name__ == "__main__":
    main()
