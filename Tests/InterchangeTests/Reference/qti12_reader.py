"""What qti2latex, which prints quizzes of Canvas as exams, reads in a package of QTI 1.2, as JSON: kind, words and answers of
each question.

    python3 qti12_reader.py ENVIRONMENT PACKAGE
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import packages


def main() -> None:
    environment, package = sys.argv[1:]
    packages.prepare(environment)
    import qti2latex

    found = []
    for path in sorted(qti2latex.read_qti_dir(qti2latex.extract_zip_to_tmp(Path(package)))):
        for item in qti2latex.findall_anyns(ElementTree.parse(path).getroot(), "item"):
            metadata = qti2latex.get_qti_metadata(item)
            right = qti2latex.get_correct_idents(item)
            choices = qti2latex.get_choices(item)
            found.append(
                {
                    "type": qti2latex.guess_type(metadata, item),
                    "points": metadata.get("points_possible", metadata.get("cc_weighting")),
                    "stem": qti2latex.get_item_stem(item),
                    "options": [text for _, text in choices],
                    "right": [text for name, text in choices if name in right] if choices else sorted(right),
                }
            )
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
