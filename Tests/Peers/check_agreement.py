#!/usr/bin/env python3
"""The kappas of `AgreementTests` by scikit-learn (Cohen) and statsmodels (Fleiss).

    .venv/bin/pip install scikit-learn statsmodels
    .venv/bin/python Tests/Peers/check_agreement.py

Reads the tables from the tests, one row an answer and one letter a rater, and compares each number.
"""
import pathlib
import re
import sys

import numpy
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

TESTS = pathlib.Path(__file__).resolve().parent.parent / "FeedbackTests/AgreementTests.swift"


def main():
    cases = re.findall(r'\(\s*"([bmg/]+)",\s*(-?[\d.]+)\s*\)', TESTS.read_text(encoding="utf-8"))
    for rows, told in cases:
        table = numpy.array([["bmg".index(sign) for sign in row] for row in rows.split("/")])
        if table.shape[1] == 2:
            kappa = cohen_kappa_score(table[:, 0], table[:, 1])
        else:
            kappa = fleiss_kappa(aggregate_raters(table, n_cat=3)[0])
        if abs(kappa - float(told)) > 1e-12:
            sys.exit(f"{rows}: {kappa}, and the tests say {told}")
    print(f"{len(cases)} kappas agree")
    return 0 if len(cases) >= 5 else sys.exit("too few cases were found")


if __name__ == "__main__":
    main()
