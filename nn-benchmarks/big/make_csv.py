#!/usr/bin/env python3
"""Makes a CSV file of a given size: numbers, dates, texts, quotes and missing cells, and a target that depends on them.

    make_csv.py FILE GIGABYTES

The same size gives the same file: rows come in blocks of 20,000, ten of them, over and over with new ids and times.
"""
import datetime
import random
import sys


def rows(seed, count):
    r = random.Random(seed)
    cities = ["Berlin", "Paris", "Zürich", '"San José, CR"', "Oslo", '"Washington, ""D.C."""', "Lima", "Rome"]
    for _ in range(count):
        age, income, x = r.randint(18, 90), r.lognormvariate(10, 0.6), [r.gauss(0, 1) for _ in range(8)]
        city, card = r.choice(cities), r.choice(["debit", "credit", "none"])
        score = 0.03 * (age - 50) + x[0] - 0.5 * x[1] + (1 if city == "Oslo" else 0) + r.gauss(0, 0.5)
        middle = "%d,%.2f,%s,%s,%s,%s" % (
            age, income, city, card, ",".join("%.6f" % v for v in x), "" if r.random() < 0.02 else "%.3e" % (x[2] * 1e6))
        yield middle, "yes" if score > 0 else "no"


def main():
    path, wanted = sys.argv[1], float(sys.argv[2]) * 1e9
    blocks = [list(rows(seed, 20_000)) for seed in range(10)]
    start = datetime.datetime(2020, 1, 1)
    written = number = 0
    with open(path, "w", encoding="utf-8", newline="") as out:
        header = "id,time,age,income,city,card," + ",".join("x%d" % i for i in range(8)) + ",flow,name,answer\n"
        written += out.write(header)
        while written < wanted:
            lines = []
            for middle, answer in blocks[(number // 20_000) % len(blocks)]:
                time = start + datetime.timedelta(minutes=number % 2_000_000)
                lines.append("u%08d,%s,%s,customer %d,%s\n" % (number, time.strftime("%Y-%m-%d %H:%M"), middle, number * 7919 % 10**8, answer))
                number += 1
            text = "".join(lines)
            out.write(text)
            written += len(text.encode("utf-8"))
    print("%d rows, %d bytes" % (number, written))


if __name__ == "__main__":
    main()
