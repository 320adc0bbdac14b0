"""Lets python-exoscale make the API calls that are asked for on standard input, one JSON object per
line, and writes one line of JSON per call: what the library gave back, as it gave it."""

import json
import sys

from exoscale.api.exceptions import ExoscaleAPIException
from exoscale.api.v2 import Client


def serve(asked):
    client = Client(asked["apiKey"], asked["apiSecret"], url=asked["endpoint"])
    method = getattr(client, asked["call"].replace("-", "_"))
    arguments = {name.replace("-", "_"): value for name, value in asked["args"].items()}
    # The keyword arguments follow the names of the path parameters.
    if asked["call"] in ("get-ssh-key", "delete-ssh-key", "create-dbaas-service-pg"):
        arguments = {"name": arguments.pop("id", arguments.get("name")), **arguments}
    if asked["call"] == "get-quota":
        arguments["entity"] = arguments.pop("id")
    value = method(**arguments)
    if isinstance(value, dict) and {"id", "state"} <= value.keys():
        if value["state"] == "pending":
            return client.wait(value["id"])
    return value


def describe(error):
    found = {"message": str(error)}
    if error.response is not None:
        found["status"] = error.response.status_code
        found["message"] = error.response.json()["message"]
    return found


for line in sys.stdin:
    try:
        answer = {"value": serve(json.loads(line))}
    except ExoscaleAPIException as error:
        answer = {"error": describe(error)}
    except Exception as error:  # noqa: BLE001 - reported to the checks, which fail on it
        answer = {"error": {"message": repr(error)}}
    print(json.dumps(answer), flush=True)
