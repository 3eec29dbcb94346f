"""Writes a table of visits as spreadsheets, by three packages that others wrote, and prints the names of the files as
JSON. Days, times, numbers and truth values are stored as such, and rows without an id lie under one merged cell.

    python3 spreadsheets.py ENVIRONMENT TABLE.csv FOLDER
"""

import csv
import datetime
import json
import sys
from pathlib import Path

import packages


def value(name: str, text: str):
    """A cell as a person would type it into a spreadsheet."""
    if text and name == "date":
        return datetime.date.fromisoformat(text)
    if text and name in ("start", "stop"):
        return datetime.time.fromisoformat(text)
    if text in ("yes", "no"):
        return text == "yes"
    return int(text) if text.isdigit() else text or None


def with_openpyxl(rows: list[list], path: Path) -> None:
    """Texts stand in their cells; a second sheet, a formula without a value, and an error."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Visits of March"
    for row in rows:
        sheet.append(row)
    for number in range(3, len(rows) + 1):
        if rows[number - 1][0] is None:
            sheet.merge_cells(start_row=number - 1, end_row=number, start_column=1, end_column=1)
    other = book.create_sheet("Slips")
    head = rows[0]
    other.append(head)
    other.append(["formula", None, "A visit.", "=TODAY()", 12])
    other.append(["error", None, "A visit.", "#REF!", 12])
    other.append(["clock", None, "A visit.", datetime.date(2026, 3, 2), 12, None, "infusion", None, 9])
    other.append(["seconds", None, "A visit.", 2026, 12, None, "infusion", None, datetime.time(9, 0, 30)])
    other.append(["late", None, "A visit.", datetime.date(2026, 3, 2), 12, None, "infusion", None,
                  datetime.time(9, 0, 30)])
    book.save(path)


def with_xlsxwriter(rows: list[list], path: Path, from_1904: bool) -> None:
    """A chart comes before the sheet; texts are shared between cells; a stop is a formula with the value it came to."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"date_1904": from_1904})
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Visits!$K$2:$K$4"})
    book.add_chartsheet("Chart").set_chart(chart)
    sheet = book.add_worksheet("Visits")
    day = book.add_format({"num_format": "d mmm yyyy"})
    clock = book.add_format({"num_format": "hh:mm"})
    bold = book.add_format({"bold": True})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime.date):
                sheet.write_datetime(number, column, cell, day)
            elif isinstance(cell, datetime.time) and rows[0][column] == "stop":
                part = (cell.hour * 60 + cell.minute) / 1440
                sheet.write_formula(number, column, f"={part}+0", clock, part)
            elif isinstance(cell, datetime.time):
                sheet.write_datetime(number, column, cell, clock)
            elif isinstance(cell, str) and rows[0][column] == "stem" and number:
                sheet.write_rich_string(number, column, bold, cell[:3], cell[3:])
            elif cell is not None:
                sheet.write(number, column, cell)
    book.close()


def with_odfpy(rows: list[list], path: Path) -> None:
    """Empty cells stand once with their number, and merged ones cover others."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    for name, lines in (("Visits", rows), ("Notes", [["nothing of the kind"]])):
        table = Table(name=name)
        document.spreadsheet.addElement(table)
        for number, row in enumerate(lines):
            line = TableRow()
            table.addElement(line)
            merged = number + 1 < len(lines) and lines[number + 1][0] is None
            for column, cell in enumerate(row):
                if column == 0 and cell is None:
                    line.addElement(CoveredTableCell())
                    continue
                facts = {"numberrowsspanned": 2, "numbercolumnsspanned": 1} if merged and column == 0 else {}
                if isinstance(cell, bool):
                    facts |= {"valuetype": "boolean", "booleanvalue": str(cell).lower()}
                elif isinstance(cell, datetime.date):
                    facts |= {"valuetype": "date", "datevalue": cell.isoformat()}
                elif isinstance(cell, datetime.time):
                    facts |= {"valuetype": "time", "timevalue": cell.strftime("PT%HH%MM00S")}
                elif isinstance(cell, int):
                    facts |= {"valuetype": "float", "value": cell}
                elif cell is not None:
                    facts |= {"valuetype": "string"}
                box = TableCell(**facts)
                if cell is not None:
                    box.addElement(P(text=str(cell)))
                line.addElement(box)
            line.addElement(TableCell(numbercolumnsrepeated=1000))
        empty = TableRow(numberrowsrepeated=1000000)
        empty.addElement(TableCell(numbercolumnsrepeated=1024))
        table.addElement(empty)
    document.save(str(path))


def main() -> None:
    environment, table, folder = sys.argv[1:]
    packages.prepare(environment)
    with open(table, newline="", encoding="utf-8") as lines:
        head, *body = csv.reader(lines)
    rows = [head] + [[value(name, cell) for name, cell in zip(head, row)] for row in body]
    folder = Path(folder)
    with_openpyxl(rows, folder / "openpyxl.xlsx")
    with_xlsxwriter(rows, folder / "xlsxwriter.xlsx", False)
    with_xlsxwriter(rows, folder / "from-1904.xlsx", True)
    with_odfpy(rows, folder / "odfpy.ods")
    json.dump(["openpyxl.xlsx", "xlsxwriter.xlsx", "from-1904.xlsx", "odfpy.ods"], sys.stdout)


if __name__ == "__main__":
    main()
