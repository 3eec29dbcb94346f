"""Imports packages into one fresh collection of Anki's own library, one after the other, and says as JSON what each
import did and what the collection then holds.

    python3 anki_import.py ENVIRONMENT FOLDER FILE...
"""

import json
import os
import sys

import packages


def main() -> None:
    environment, folder, *files = sys.argv[1:]
    packages.prepare(environment)
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    collection = Collection(os.path.join(folder, "collection.anki2"))
    imports = []
    for file in files:
        request = ImportAnkiPackageRequest(package_path=os.path.abspath(file), options=ImportAnkiPackageOptions())
        log = collection.import_anki_package(request).log
        imports.append(
            {
                "new": len(log.new),
                "updated": len(log.updated),
                "duplicate": len(log.duplicate),
                "conflicting": len(log.conflicting),
                "notes": collection.note_count(),
                "cards": collection.card_count(),
            }
        )
    notes = [collection.get_note(number) for number in sorted(collection.find_notes(""))]
    problems, is_sound = collection.fix_integrity()
    json.dump(
        {
            "imports": imports,
            "isSound": is_sound,
            "decks": sorted(deck.name for deck in collection.decks.all_names_and_ids()),
            "notes": [
                {"guid": note.guid, "id": note.id, "fields": note.fields, "tags": sorted(note.tags)} for note in notes
            ],
            "answers": [collection.get_card(note.card_ids()[0]).answer() for note in notes],
        },
        sys.stdout,
    )
    collection.close()


if __name__ == "__main__":
    main()
