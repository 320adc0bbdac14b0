"""Signs requests with requests-exoscale-auth: one request in JSON a line in, what requests would send
a line out."""

import json
import sys
from urllib.parse import urlsplit

from exoscale_auth import ExoscaleV2Auth
from requests import Request

for line in sys.stdin:
    one = json.loads(line)
    try:
        prepared = Request(
            one["method"],
            one["url"],
            data=one["body"].encode(),
            auth=ExoscaleV2Auth(one["apiKey"], one["apiSecret"]),
        ).prepare()
        url = urlsplit(prepared.url)
        result = {
            "path": url.path,
            "query": url.query,
            "authorization": prepared.headers["Authorization"],
        }
    except Exception as error:  # Whatever it cannot send is a result, too.
        result = {"error": repr(error)}
    print(json.dumps(result))
