# A client of the broker for one job, written from the protocol alone. Only the standard library and
# joserfc. Reads {"broker", "audience", "issuer"} and writes what it saw as one JSON object.
import base64
import hashlib
import hmac
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

from joserfc import jwe
from joserfc.jwk import OKPKey

SETTINGS = json.load(sys.stdin)
AUDIENCE = SETTINGS["audience"]
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def send(method, url, headers=None, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers or {}, method=method)
    try:
        response = DIRECT.open(request, timeout=30)
    except urllib.error.HTTPError as refused:
        response = refused
    with response:
        text = response.read()
        return {
            "status": response.status,
            "type": response.headers.get("Content-Type", "").split(";")[0],
            "body": json.loads(text) if text else None,
        }


def token(audience, **claims):
    query = urllib.parse.urlencode({"audience": audience, **claims})
    return send("GET", f"{SETTINGS['issuer']}/token?{query}")["body"]["value"]


class Recipient:
    def __init__(self):
        self.key = OKPKey.generate_key("X25519")
        self.text = "elr_" + self.key.as_dict(private=False)["x"]
        self.audience = f"{AUDIENCE}?recipient={self.text}"

    def open(self, sealed):
        opened = jwe.decrypt_compact(sealed, self.key, algorithms=["ECDH-ES", "A256GCM"])
        if opened.protected["typ"] != "exo-lease+jwe":
            raise ValueError("another type of text")
        if opened.protected["kid"] != self.key.thumbprint():
            raise ValueError("sealed for another recipient")
        return json.loads(opened.plaintext)


def mint(recipient, id=None, bearer=None, **changes):
    body = {"scope": {"operations": ["list-instances"]}, "ttl": "5m", "recipient": recipient.text}
    headers = {
        "Authorization": f"Bearer {bearer or token(recipient.audience)}",
        "Idempotency-Key": id or str(uuid.uuid4()),
        "Content-Type": "application/json",
    }
    return send("POST", f"{SETTINGS['broker']}/v1/leases", headers, {**body, **changes})


def lease(method, id, bearer):
    headers = {"Authorization": f"Bearer {bearer}"}
    return send(method, f"{SETTINGS['broker']}/v1/leases/{id}", headers)


def call_api(opened, method, operation):
    """One request that is signed with the opened key, without a query or a body."""
    url = f"{opened['endpoint'].rstrip('/')}/{operation}"
    expires = str(int(time.time()) + 600)
    path = urllib.parse.urlsplit(url).path
    message = f"{method} {path}\n\n\n\n{expires}".encode()
    digest = hmac.new(opened["secret"].encode(), message, hashlib.sha256).digest()
    signature = base64.b64encode(digest).decode()
    credential = f"EXO2-HMAC-SHA256 credential={opened['key']}"
    header = f"{credential},expires={expires},signature={signature}"
    return send(method, url, {"Authorization": header})["status"]


def code(answer):
    return [answer["status"], answer["type"], answer["body"].get("code")]


def play():
    seen = {}
    recipient = Recipient()
    id = str(uuid.uuid4())
    first_token = token(recipient.audience)
    minted = mint(recipient, id, first_token)
    answer = minted["body"]
    seen["minted"] = {"status": minted["status"], "members": sorted(answer)}
    seen["id is the idempotency key"] = answer["id"] == id
    opened = recipient.open(answer["sealed"])
    seen["payload"] = {"members": sorted(opened), "v": opened["v"]}
    seen["holder"] = opened["holder"]
    same = ["key", "name", "expires-at"]
    seen["answer and payload agree"] = all(opened[name] == answer[name] for name in same)
    seen["allowed call"] = call_api(opened, "GET", "instance")
    seen["call outside the scope"] = call_api(opened, "GET", "api-key")

    again = mint(recipient, id)
    seen["repeated"] = {
        "status": again["status"],
        "same sealed text": again["body"].get("sealed") == answer["sealed"],
        "new revoke token": again["body"].get("revoke-token") != answer["revoke-token"],
    }
    with_first = mint(recipient, id, first_token)
    seen["repeated with the first token"] = with_first["status"]
    seen["other body"] = code(mint(recipient, id, ttl="6m"))
    other_job = token(recipient.audience, check_run_id="9002")
    seen["other job"] = code(mint(recipient, id, other_job))
    seen["replayed jti"] = code(mint(recipient, None, first_token))
    stranger = Recipient()
    seen["other recipient's audience"] = code(mint(recipient, None, token(stranger.audience)))
    seen["audience without a recipient"] = code(mint(recipient, None, token(AUDIENCE)))
    excess = mint(recipient, scope={"operations": ["list-instances", "create-instance"]})
    seen["excess"] = code(excess) + [excess["body"].get("excess")]
    seen["ttl"] = code(mint(recipient, ttl="2h"))
    seen["policy"] = code(mint(recipient, scope={"policy": {}}))
    foreign = token(recipient.audience, repository_id="1")
    seen["foreign repository"] = code(mint(recipient, None, foreign))

    manage = token(AUDIENCE)
    looked = lease("GET", id, manage)
    seen["looked at"] = [looked["status"], looked["body"]["state"], "sealed" in looked["body"]]
    seen["looked at by another job"] = code(lease("GET", id, token(AUDIENCE, check_run_id="9002")))
    seen["revoked with a made-up token"] = code(lease("DELETE", id, "elt_" + "A" * 43))
    # Each 201 has a new one, and the newest counts.
    revoke_token = with_first["body"]["revoke-token"]
    ended = lease("DELETE", id, revoke_token)
    seen["revoked"] = [ended["status"], ended["body"]["state"] in ["revoked", "revoking"]]
    # A broker may answer before the API has deleted the key.
    deadline = time.monotonic() + 20
    while call_api(opened, "GET", "instance") == 200 and time.monotonic() < deadline:
        time.sleep(0.05)
    seen["call after it"] = call_api(opened, "GET", "instance")
    seen["revoked twice"] = lease("DELETE", id, token(AUDIENCE))["status"]
    seen["minted after it"] = code(mint(recipient, id))

    never = str(uuid.uuid4())
    seen["unseen id ended"] = lease("DELETE", never, token(AUDIENCE))["status"]
    seen["minted with it later"] = code(mint(recipient, never))
    return {"seen": seen, "secrets": [opened["secret"], answer["revoke-token"], revoke_token]}


json.dump(play(), sys.stdout)
