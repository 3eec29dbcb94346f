"""A learning record store on this machine that others wrote, OpenFun's Ralph, until its input ends: lrs.py PACKAGES FOLDER

It prints its port, keeps statements in FOLDER/records/statements.jsonl, and knows `key` by `secret`.
"""

import json
import os
import socket
import sys
import threading
from pathlib import Path

import packages

packages.prepare(sys.argv[1])
FOLDER = Path(sys.argv[2])

import bcrypt  # noqa: E402

(FOLDER / "records").mkdir()
known = {"username": "key", "hash": bcrypt.hashpw(b"secret", bcrypt.gensalt(4)).decode(), "scopes": ["all"],
         "agent": {"mbox": "mailto:lrs@example.org"}}
(FOLDER / "known.json").write_text(json.dumps([known]))
os.environ.update({
    "RALPH_APP_DIR": str(FOLDER), "RALPH_AUTH_FILE": str(FOLDER / "known.json"), "RALPH_RUNSERVER_BACKEND": "fs",
    "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(FOLDER / "records"),
    "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
})

import uvicorn  # noqa: E402
from ralph.api import app  # noqa: E402

place = socket.socket()
place.bind(("127.0.0.1", 0))
place.listen()
server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True).start()
print(place.getsockname()[1], flush=True)
sys.stdin.read()
os._exit(0)
