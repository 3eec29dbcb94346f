"""What pygiftparser reads in a GIFT file, as JSON: title, text, type and answers of each question.

    python3 gift.py ENVIRONMENT FILE
"""

import json
import re
import sys

import packages


def plain(text: str) -> str:
    """Without the backslashes that the parser leaves in."""
    return re.sub(r"\\([~=#{}:\\])", r"\1", text)


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    from pygiftparser import parser

    with open(file, encoding="utf-8") as lines:
        questions = parser.parseFile(lines)
    found = [
        {
            "title": plain(question.title),
            "text": plain(question.text),
            "type": type(question.answers).__name__,
            "isValid": question.valid,
            "answers": [
                {"text": plain(answer.answer), "fraction": answer.fraction, "feedback": plain(answer.feedback)}
                for answer in getattr(question.answers, "answers", [])
            ],
            "feedback": plain(question.generalFeedback),
        }
        for question in questions
    ]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
