# An OIDC issuer on loopback for one job after another, with GitHub's names. `GET /token?audience=A`
# answers {"value": token} as GitHub's runner does; other query members replace claims.
# Prints {"url": ...} when it is ready, and ends with its standard input.
import json
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, {"kid": "1", "alg": "RS256", "use": "sig"})

JOB = {
    "sub": "repo:acme/shop:ref:refs/heads/main",
    "repository": "acme/shop",
    "repository_id": "260064828",
    "repository_owner": "acme",
    "repository_owner_id": "1342004",
    "ref": "refs/heads/main",
    "ref_type": "branch",
    "event_name": "push",
    "run_id": "77",
    "run_attempt": "1",
    "check_run_id": "9001",
}


class Issuer(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        if parts.path == "/.well-known/openid-configuration":
            self.answer({"issuer": self.server.url, "jwks_uri": f"{self.server.url}/keys"})
        elif parts.path == "/keys":
            self.answer({"keys": [KEY.as_dict(private=False)]})
        elif parts.path == "/token":
            self.answer({"value": self.sign(dict(parse_qsl(parts.query)))})
        else:
            self.send_error(404)

    def sign(self, query):
        now = int(time.time())
        times = {"iat": now, "nbf": now, "exp": now + 300, "jti": str(uuid.uuid4())}
        audience = {"aud": query.pop("audience")}
        claims = {"iss": self.server.url, **audience, **JOB, **times, **query}
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, KEY)

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Issuer)
server.url = f"http://127.0.0.1:{server.server_address[1]}"
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps({"url": server.url}), flush=True)
sys.stdin.read()
