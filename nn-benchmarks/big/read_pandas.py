#!/usr/bin/env python3
"""Reads a CSV file with pandas.read_csv: read_pandas.py FILE. Prints the seconds and the largest memory."""
import resource
import sys
import time

import pandas

start = time.time()
table = pandas.read_csv(sys.argv[1])
print("%d rows, %d columns, %.1f s, %d MB at most" % (
    *table.shape, time.time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
