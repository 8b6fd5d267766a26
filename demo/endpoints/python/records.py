"""What a signature record must be: the contract's schema, then the charter that it speaks of."""

import hashlib
import json
import re
import unicodedata
from datetime import datetime, timedelta, timezone
from pathlib import Path

PREFIX = "urn:charter-elements:problem:"
MAX_DEPTH = 16
# How far ahead of this machine's clock a browser's may be.
CLOCK_TOLERANCE = timedelta(minutes=10)


class Problem(Exception):
    """An answer that is an error of the contract (RFC 9457)."""

    def __init__(self, status, name, detail, **members):
        super().__init__(detail)
        self.status = status
        self.body = {"type": PREFIX + name, "title": name, "status": status, "detail": detail, **members}


def canonical_form(value):
    """RFC 8785 after NFC of every string. Enough for records and charters, whose names are ASCII and numbers none."""
    return json.dumps(_nfc(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value):
    return "sha256:" + hashlib.sha256(canonical_form(value).encode("utf-8")).hexdigest()


def _nfc(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_nfc(item) for item in value]
    if isinstance(value, dict):
        return {_nfc(name): _nfc(item) for name, item in value.items()}
    return value


def load_charters(folder):
    """Every charter of a folder, by (id, version, locale), with its digest."""
    charters = {}
    for path in sorted(Path(folder).glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        if isinstance(document, dict) and document.get("schema") == "charter/1":
            key = (document["id"], document["version"], document["locale"])
            charters[key] = {"document": document, "digest": digest(document)}
    if not charters:
        raise SystemExit(f"{folder} holds no charter: put a JSON file with \"schema\": \"charter/1\" there.")
    return charters


def parse_json(body):
    """The value of a body. Raises Problem when it is no JSON, or nests too deep."""

    def refuse_constant(name):
        raise ValueError(f"{name} is not JSON")

    try:
        value = json.loads(body.decode("utf-8"), parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        raise Problem(400, "malformed-json", "The body cannot be read as JSON in UTF-8.") from None
    if _is_deeper(value, MAX_DEPTH):
        raise Problem(422, "invalid-record", f"The body nests more than {MAX_DEPTH} arrays and objects.")
    return value


def _is_deeper(value, depth):
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return items is not None and (depth == 0 or any(_is_deeper(item, depth - 1) for item in items))


class _Faults(list):
    """What is wrong with a record, by JSON Pointer."""

    def add(self, pointer, detail):
        self.append({"pointer": pointer, "detail": detail})

    def members(self, value, pointer, required, optional=()):
        """The members of an object, none missing and none that the contract does not name."""
        if not isinstance(value, dict):
            self.add(pointer, "not an object")
            return {}
        for name in required:
            if name not in value:
                self.add(f"{pointer}/{name}", "this is missing")
        for name in value:
            if name not in required and name not in optional:
                self.add(f"{pointer}/{name[:80]}", "the contract has no such member")
        return value

    def text(self, holder, name, pointer, limit, pattern=r"(?s).*\S"):
        """A text that is there must be one that a database can store. Its length is in code points, after NFC."""
        if name not in holder:
            return
        value = holder[name]
        where = f"{pointer}/{name}"
        if not isinstance(value, str) or not value.strip():
            self.add(where, "not a text, or an empty one")
        elif re.search("[\0\ud800-\udfff]", value):
            self.add(where, "holds a character that cannot be stored")
        elif len(_nfc(value)) > limit:
            self.add(where, f"longer than {limit} characters")
        elif not re.match(pattern, value):
            self.add(where, "not written as the contract asks")


UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z"
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z\Z"


def check_schema(record):
    """Raises Problem unless the value is a record of the contract."""
    faults = _Faults()
    required = ["schema", "id", "decision", "charter", "signer", "statements", "signedAt", "component"]
    is_declined = isinstance(record, dict) and record.get("decision") == "declined"
    record = faults.members(record, "", required + ["reason"] * is_declined, ["practices"])
    faults.text(record, "schema", "", 40, r"charter-signature/1\Z")
    faults.text(record, "id", "", 36, UUID)
    faults.text(record, "decision", "", 10, r"(accepted|declined)\Z")
    faults.text(record, "reason", "", 4000)
    faults.text(record, "signedAt", "", 40, INSTANT)
    faults.text(record, "component", "", 200)

    charter = faults.members(
        record.get("charter", {}), "/charter", ["id", "version", "locale", "digest", "audience"], ["plain"]
    )
    for name, limit in (("id", 200), ("version", 40), ("locale", 40)):
        faults.text(charter, name, "/charter", limit)
    faults.text(charter, "digest", "/charter", 71, r"sha256:[0-9a-f]{64}\Z")
    faults.text(charter, "audience", "/charter", 10, r"(staff|patients|visitors)\Z")
    if charter.get("plain", True) is not True:
        faults.add("/charter/plain", "expected true, or nothing")

    signer = faults.members(
        record.get("signer", {}), "/signer", ["name"], ["id", "email", "role", "department"]
    )
    for name in ("name", "id", "role", "department"):
        faults.text(signer, name, "/signer", 200)
    faults.text(signer, "email", "/signer", 254, r"[^\s@]+@[^\s@]+\Z")

    statements = record.get("statements", [])
    practices = record.get("practices", [])
    if not isinstance(statements, list) or len(statements) > 100:
        faults.add("/statements", "not an array of at most 100 statements")
    else:
        for index, item in enumerate(statements):
            statement = faults.members(item, f"/statements/{index}", ["id", "text"])
            faults.text(statement, "id", f"/statements/{index}", 200)
            faults.text(statement, "text", f"/statements/{index}", 4000)
    if not isinstance(practices, list) or len(practices) > 10_000:
        faults.add("/practices", "not an array of at most 10,000 ids")
    else:
        for index, practice in enumerate(practices):
            faults.text({str(index): practice}, str(index), "/practices", 200)
    if not faults and not _exists(record["signedAt"]):
        faults.add("/signedAt", "this instant does not exist")
    _refuse(faults)


def _exists(instant):
    try:
        _moment(instant)
        return True
    except ValueError:
        return False


def _moment(instant):
    return datetime.strptime(instant[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)


def _refuse(faults):
    if faults:
        raise Problem(
            422,
            "invalid-record",
            f"The record has faults: at {faults[0]['pointer'] or 'its root'}, {faults[0]['detail']}.",
            errors=faults[:20],
        )


def check_charter(record, charters):
    """Raises Problem unless the record signs, word for word, the newest charter kept here."""
    shown = record["charter"]
    kept = _find(shown, charters)
    if kept["digest"] != shown["digest"]:
        raise Problem(422, "digest-mismatch", f"The copy of this charter kept here has {kept['digest']}.")
    if _moment(record["signedAt"]) - datetime.now(timezone.utc) > CLOCK_TOLERANCE:
        raise Problem(422, "signed-in-the-future", "/signedAt is ahead of the clock: set the device's right.")
    faults = _Faults()
    known = {item["id"]: item for item in kept["document"].get("statements", [])}
    given = [item["id"] for item in record["statements"]]
    for index, item in enumerate(record["statements"]):
        wanted = known.get(item["id"])
        if wanted is None or _nfc(item["text"]) != _nfc(wanted["text"]) or item["id"] in given[:index]:
            faults.add(f"/statements/{index}", "not a statement of the charter, or given twice")
    if record["decision"] == "accepted":
        for statement in known.values():
            if statement.get("required", True) and statement["id"] not in given:
                faults.add("/statements", f"the required statement \"{statement['id']}\" is missing")
    ids = {item["id"] for item in kept["document"].get("practices", [])}
    practices = record.get("practices", [])
    seen = set()
    for index, practice in enumerate(practices):
        if practice not in ids or practice in seen:
            faults.add(f"/practices/{index}", "not a practice of the charter, or given twice")
        seen.add(practice)
    _refuse(faults)


def _find(shown, charters):
    same_id = [key for key in charters if key[0] == shown["id"]]
    newest = max((_version(key[1]) for key in same_id), default=None)
    if newest is not None and _version(shown["version"]) < newest:
        # In the reader's language where there is one.
        key = max(same_id, key=lambda k: (_version(k[1]), k[2] == shown["locale"], k[2] == "fr"))
        current = {"id": key[0], "version": key[1], "locale": key[2], "digest": charters[key]["digest"]}
        raise Problem(409, "charter-outdated", f"The version to sign is {key[1]}.", current=current)
    kept = charters.get((shown["id"], shown["version"], shown["locale"]))
    if kept is None:
        raise Problem(422, "unknown-charter", "No charter of this id, version and language is kept here.")
    return kept


def _version(text):
    numbers = [int(part) if re.fullmatch(r"[0-9]{1,9}", part) else 0 for part in text.split(".")[:3]]
    return tuple(numbers + [0] * (3 - len(numbers)))
