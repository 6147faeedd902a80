#!/usr/bin/env python3
"""Cuts the parts of Word and Excel files into pieces that are short enough to be inputs: tests/fuzz/seeds.py word|excel FOLDER.

A piece is an element that holds text, numbering, styles or cells, as the makers of the files wrote it.
"""

import hashlib
import pathlib
import re
import sys
import zipfile

LONGEST = 1000
ENDINGS = {"word": (".docx", ".txt"), "excel": (".xlsx", ".csv")}
PIECE = re.compile(
    rb"<(w:p|w:tr|w:sdt|w:abstractNum|w:num|w:style|w:comment|row|si|xf|numFmt|sheet|mergeCells|cols)\b[^>]*>.*?</\1>", re.DOTALL
)


def pieces(path):
    if not zipfile.is_zipfile(path):
        yield path.read_bytes()[:LONGEST]
        return
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if part.endswith(".xml"):
                yield from (found.group() for found in PIECE.finditer(archive.read(part)))


def main():
    kind, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    files = (pathlib.Path(__file__).resolve().parents[1] / "suite/fixtures/office").rglob("*")
    for path in sorted(path for path in files if path.suffix in ENDINGS[kind]):
        short = (piece for piece in pieces(path) if len(piece) <= LONGEST)
        # A few of each file: makers repeat themselves.
        for piece in list(dict.fromkeys(short))[:200]:
            (folder / hashlib.sha256(piece).hexdigest()[:16]).write_bytes(piece)


if __name__ == "__main__":
    main()
