# The least that receives signatures, in Python: see receiver.py for the rest.
import hashlib, json, os, sqlite3
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DATABASE = os.environ.get("DATABASE", "signatures.sqlite")

class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            record = json.loads(body.decode())
        except (ValueError, RecursionError):
            return self.refuse(400, "malformed-json")
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            return self.refuse(422, "invalid-record")
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        with sqlite3.connect(DATABASE, timeout=10) as db:
            added = db.execute("insert or ignore into signatures values (?, ?, ?)", (record["id"], body, now)).rowcount
            kept, received_at = db.execute("select record, received_at from signatures where id = ?", (record["id"],)).fetchone()
        if kept != body:
            return self.refuse(422, "idempotency-mismatch")
        digest = "sha256:" + hashlib.sha256(body).hexdigest()
        self.answer(201 if added else 200, {"id": record["id"], "receivedAt": received_at, "recordDigest": digest})

    def refuse(self, status, name):
        self.answer(status, {"type": f"urn:charter-elements:problem:{name}", "status": status}, "application/problem+json")

    def answer(self, status, body, media_type="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

with sqlite3.connect(DATABASE) as db:
    db.execute("create table if not exists signatures (id text primary key, record blob, received_at text)")
server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver)
print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
server.serve_forever()
