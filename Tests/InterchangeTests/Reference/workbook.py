"""What openpyxl reads in a workbook, as JSON: the rows of each sheet by its name, with an empty text for an empty cell, and
the types of all cells that hold something.

    python3 workbook.py ENVIRONMENT FILE
"""

import json
import sys

import packages


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    from openpyxl import load_workbook

    book = load_workbook(file)
    sheets = {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    json.dump({"sheets": sheets, "types": sorted(types)}, sys.stdout)


if __name__ == "__main__":
    main()
