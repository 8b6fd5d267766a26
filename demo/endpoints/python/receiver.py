"""Receives the signatures of charter-elements: Python 3.9 or later, nothing to install.

    CHARTERS_DIR=charters DATABASE=signatures.sqlite python3 receiver.py

Before production: HTTPS and the identity header come from a reverse proxy (IDENTITY_HEADER, which it must set itself and
remove from what clients send); back the database up, and test that a copy can be restored; decide with the data
protection officer how long rows are kept. For thousands of people, put the same code behind a WSGI server and PostgreSQL.
"""

import json
import os
import re
import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from records import Problem, canonical_form, check_charter, check_schema, digest, load_charters, parse_json

PATH = "/api/signatures"
MAX_SIZE = 64 * 1024
# What is read and thrown away of a body that is too large, so that its sender hears why.
MAX_DRAINED = 1024 * 1024

DATABASE = os.environ.get("DATABASE", "signatures.sqlite")
IDENTITY_HEADER = os.environ.get("IDENTITY_HEADER")
CHARTERS = load_charters(os.environ.get("CHARTERS_DIR", "charters"))

TABLES = """
create table if not exists charter_signatures (
  id text primary key, record text not null, record_digest text not null, received_at text not null,
  charter_id text not null, charter_version text not null, decision text not null,
  signer_name text not null, department text, identity text
);
create trigger if not exists no_update before update on charter_signatures
  begin select raise(abort, 'signatures are not changed'); end;
create trigger if not exists no_delete before delete on charter_signatures
  begin select raise(abort, 'signatures are not deleted'); end;
"""


def connect():
    # Each statement is committed, and on the disk, before the answer is sent.
    database = sqlite3.connect(DATABASE, timeout=10, isolation_level=None)
    database.execute("pragma synchronous = full")
    return database


def record_signature(record, identity):
    """Stores a record once, and answers what was stored first. Returns (status, receipt)."""
    record_digest = digest(record)
    with closing(connect()) as database:
        if _find(database, record["id"]) is None:
            # Not asked about a record that is already here: the charter may have changed since.
            check_charter(record, CHARTERS)
        received_at = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        charter, signer = record["charter"], record["signer"]
        # The primary key decides which of several that come at once is the one.
        added = database.execute(
            "insert into charter_signatures values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
            (
                record["id"], canonical_form(record), record_digest, received_at, charter["id"],
                charter["version"], record["decision"], signer["name"], signer.get("department"), identity,
            ),
        ).rowcount
        kept_digest, received_at = _find(database, record["id"])
    if kept_digest != record_digest:
        raise Problem(422, "idempotency-mismatch", "Another record was recorded under this id.")
    receipt = {"id": record["id"], "receivedAt": received_at, "recordDigest": record_digest}
    return (201 if added == 1 else 200), receipt


def _find(database, record_id):
    query = "select record_digest, received_at from charter_signatures where id = ?"
    return database.execute(query, (record_id,)).fetchone()


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "receiver"
    sys_version = ""
    # Seconds that a client may keep a connection waiting.
    timeout = 30

    def do_POST(self):
        try:
            body = self._read_body()
            if self.path.split("?")[0] != PATH:
                raise Problem(404, "not-found", f"Signatures are posted to {PATH}.")
            status, answer = self._receive(body)
            self._answer(status, answer)
        except Problem as problem:
            self._answer(problem.status, problem.body, "application/problem+json")
        except Exception as error:  # Whatever it is, nothing was recorded: the element sends it again.
            self.log_error("%s", type(error).__name__)
            problem = Problem(503, "unavailable", "The signature cannot be recorded now. Send it again later.")
            self._answer(503, problem.body, "application/problem+json", {"Retry-After": "5"})

    def _receive(self, body):
        identity = self._identity()
        key = self._idempotency_key()
        media_type, _, parameters = (self.headers.get("Content-Type") or "").lower().partition(";")
        charset = re.search(r'charset\s*=\s*"?([^"\s;]*)', parameters)
        if media_type.strip() != "application/json" or (charset and charset[1] != "utf-8"):
            raise Problem(415, "unsupported-media-type", "Send Content-Type: application/json, in UTF-8.")
        record = parse_json(body)
        check_schema(record)
        if key != record["id"]:
            raise Problem(422, "idempotency-key-mismatch", "The Idempotency-Key is not the id of the record.")
        return record_signature(record, identity)

    def _identity(self):
        if not IDENTITY_HEADER:
            return None
        identity = unquote(self.headers.get(IDENTITY_HEADER) or "").strip()
        if not identity:
            raise Problem(401, "sign-in-required", "Sign in to the intranet, then send the same request again.")
        return identity

    def _idempotency_key(self):
        value = (self.headers.get("Idempotency-Key") or "").strip()
        if not value:
            raise Problem(400, "idempotency-key-missing", 'Send Idempotency-Key: "<id of the record>".')
        return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value

    def _read_body(self):
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"[0-9]{1,12}", length):
            self.close_connection = True
            raise Problem(400, "malformed-json", "Send the body with its Content-Length.")
        size = int(length)
        if size > MAX_SIZE:
            self.close_connection = True
            left = min(size, MAX_DRAINED)
            while left > 0 and (chunk := self.rfile.read(min(left, MAX_SIZE))):
                left -= len(chunk)
            raise Problem(413, "payload-too-large", f"The body is larger than {MAX_SIZE} bytes.")
        return self.rfile.read(size)

    def _refuse_method(self):
        # Its body is left unread.
        self.close_connection = True
        problem = Problem(405, "method-not-allowed", f"{PATH} takes POST.")
        self._answer(405, problem.body, "application/problem+json", {"Allow": "POST"})

    do_GET = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse_method

    def send_error(self, code, message=None, explain=None):
        """What http.server refuses by itself is an error of the contract's form too."""
        self.close_connection = True
        body = {"type": "about:blank", "title": message or "Bad Request", "status": int(code)}
        self._answer(int(code), body, "application/problem+json")

    def _answer(self, status, value, media_type="application/json", headers=None):
        body = json.dumps(value, ensure_ascii=True).encode("ascii")
        self.send_response(status)
        for name, text in {
            "Content-Type": media_type,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            **({"Connection": "close"} if self.close_connection else {}),
            **(headers or {}),
        }.items():
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_request(self, code="-", size="-"):
        """Nothing: an address of a person is personal data."""

    def log_message(self, format, *args):
        print(format % args, flush=True)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    with closing(connect()) as database:
        database.executescript(TABLES)
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8080"))
    server = Server((host, port), Receiver)
    print(f"Receiver of signatures at http://{host}:{server.server_address[1]}{PATH}", flush=True)
    server.serve_forever()
