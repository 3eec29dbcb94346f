"""A mail server on this machine, until its input ends: mail.py PACKAGES FOLDER HOST WAY

It prints its port, and keeps what it takes on in FOLDER/letters.jsonl. WAY is how it does: `good`, `refuses` a recipient
for good, is `busy`, is `gone` in the middle of a letter, is `slow`, asks `who` comes, speaks `starttls` or `smtps`.
"""

import asyncio
import json
import os
import ssl
import sys
from pathlib import Path

import packages

packages.prepare(sys.argv[1])
from aiosmtpd.smtp import SMTP, AuthResult  # noqa: E402

FOLDER, HOST, WAY = Path(sys.argv[2]), sys.argv[3], sys.argv[4]


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if WAY == "refuses":
            return "550 5.1.1 nobody of this name"
        if WAY == "busy":
            return "451 4.3.0 another time"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if WAY == "gone":
            server.transport.abort()
            return "451 gone"
        if WAY == "slow":
            await asyncio.sleep(30)
        letter = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "text": envelope.content.decode("utf-8"),
                  "encrypted": session.ssl is not None or WAY == "smtps"}
        with open(FOLDER / "letters.jsonl", "a") as file:
            file.write(json.dumps(letter) + "\n")
        return "250 OK"


def known(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"exams", b"secret words"))


settings, encrypted = {}, None
if WAY in ("starttls", "smtps"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "mail.pem", FOLDER / "mail.key")
    if WAY == "starttls":
        settings = {"tls_context": context, "require_starttls": True}
    else:
        encrypted = context
if WAY == "who":
    settings = {"authenticator": known, "auth_required": True, "auth_require_tls": False}


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Keeper(), hostname="mail", loop=loop, **settings), HOST, 0, ssl=encrypted)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
