#!/usr/bin/env python3
"""Makes the bundled data sets from the files that scikit-learn ships.

    bundled_data.py [folder with digits.csv.gz and iris.csv]

Without an argument the folder is that of the scikit-learn that this Python finds, such as Debian's
package python3-sklearn. The results are the same to the byte whenever they are made with one
version of zlib: gzip's header gets no time and no file name.
"""

import gzip
import importlib.util
import io
import pathlib
import sys

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "resources" / "dev" / "nn" / "data"
IRIS_COLUMNS = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]


def source_folder():
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1])
    spec = importlib.util.find_spec("sklearn")
    if spec is None or spec.origin is None:
        sys.exit("this Python has no scikit-learn; name the folder of its data files")
    return pathlib.Path(spec.origin).parent / "datasets" / "data"


def digits(folder):
    """The lines as they are: 64 pixels from 0 to 16 and the digit."""
    return gzip.decompress((folder / "digits.csv.gz").read_bytes()).decode("ascii").splitlines()


def iris(folder):
    """The measurements as they are, under a header, with names in place of class numbers."""
    first, *rows = (folder / "iris.csv").read_text("ascii").splitlines()
    species = first.split(",")[2:]
    yield ",".join(IRIS_COLUMNS)
    for row in rows:
        numbers, label = row.rsplit(",", 1)
        yield numbers + "," + species[int(label)]


def write(name, lines):
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as out:
        out.write("".join(line + "\n" for line in lines).encode("ascii"))
    (RESOURCES / name).write_bytes(packed.getvalue())
    print(name, len(packed.getvalue()), "bytes")


if __name__ == "__main__":
    write("digits.csv.gz", digits(source_folder()))
    write("iris.csv.gz", iris(source_folder()))
