# What schemathesis cannot guess: a token of the right job, for the recipient in the body, and
# operations that exist. `EXO_ISSUER` and `EXO_AUDIENCE` say where tokens come from and for whom.
import itertools
import json
import os
import urllib.parse
import urllib.request
import uuid
import zlib

import schemathesis
from schemathesis import GenerationMode

ISSUER = os.environ["EXO_ISSUER"]
AUDIENCE = os.environ["EXO_AUDIENCE"]
REPOSITORIES = int(os.environ["EXO_REPOSITORIES"])
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
COUNTER = itertools.count(1)
SEEN = set()
OPERATIONS = ["list-instances", "list-zones", "reset-instance"]


def lease_id(case):
    """The id that the request names, as text, whether or not it is one."""
    found = (case.path_parameters or {}).get("id")
    return str(found if found is not None else (case.headers or {}).get("Idempotency-Key"))


def repository(case):
    """One job for one lease, and many repositories, so that no rate limit hides other answers."""
    return str(1 + zlib.crc32(lease_id(case).lower().encode()) % REPOSITORIES)


def audience(case):
    if case.operation.method != "post":
        return AUDIENCE
    body = case.body if isinstance(case.body, dict) else {}
    return f"{AUDIENCE}?recipient={body.get('recipient')}"


def renew_key(case):
    """A key that was seen would be answered with what it was used for."""
    key = (case.headers or {}).get("Idempotency-Key")
    if key in SEEN and is_valid(case):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    SEEN.add(key)


def is_valid(case):
    return case.meta is not None and case.meta.generation.mode == GenerationMode.POSITIVE


@schemathesis.auth(refresh_interval=None)
class JobToken:
    def get(self, case, context):
        renew_key(case)
        query = {"audience": audience(case), "repository_id": repository(case)}
        with DIRECT.open(f"{ISSUER}/token?{urllib.parse.urlencode(query)}", timeout=30) as answer:
            return json.load(answer)["value"]

    def set(self, case, data, context):
        case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.hook
def before_call(context, case, kwargs):
    address = next(COUNTER)
    case.headers["X-Forwarded-For"] = f"10.0.{address // 250 % 250}.{address % 250 + 1}"
    # No schema says which operations exist. A valid body asks for some that the rule allows.
    if is_valid(case) and isinstance(case.body, dict) and "scope" in case.body:
        count = 1 + address % len(OPERATIONS)
        case.body = {**case.body, "scope": {"operations": OPERATIONS[:count]}}
        case.body.pop("rule", None)
