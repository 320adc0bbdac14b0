# Opens and seals with joserfc. One JSON object a line in, one a line out:
#   {"sealed", "identity"}                 -> {"header", "payload"}
#   {"recipient", "payload", "header"?}    -> {"sealed"}
import json
import sys

from joserfc import jwe
from joserfc.jwk import OKPKey
from joserfc.util import urlsafe_b64decode, urlsafe_b64encode

ALGORITHMS = ["ECDH-ES", "ECDH-ES+A256KW", "A256GCM", "A128GCM", "DEF"]


def raw(text):
    return urlsafe_b64decode(text[4:].encode())


def key_of(public, private=None):
    jwk = {"kty": "OKP", "crv": "X25519", "x": urlsafe_b64encode(public).decode()}
    if private is not None:
        jwk["d"] = urlsafe_b64encode(private).decode()
    return OKPKey.import_key(jwk)


def open_sealed(request):
    both = raw(request["identity"])
    key = key_of(both[32:], both[:32])
    opened = jwe.decrypt_compact(request["sealed"], key, algorithms=ALGORITHMS)
    header = {name: value for name, value in opened.protected.items() if name != "epk"}
    if header["kid"] != key.thumbprint():
        raise ValueError("kid is not the thumbprint of the recipient")
    return {"header": header, "payload": json.loads(opened.plaintext)}


def seal(request):
    key = key_of(raw(request["recipient"]))
    header = {
        "alg": "ECDH-ES",
        "enc": "A256GCM",
        "typ": "exo-lease+jwe",
        "kid": key.thumbprint(),
        **request.get("header", {}),
    }
    text = json.dumps(request["payload"]).encode()
    return {"sealed": jwe.encrypt_compact(header, text, key, algorithms=ALGORITHMS)}


for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = open_sealed(request) if "sealed" in request else seal(request)
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer))
