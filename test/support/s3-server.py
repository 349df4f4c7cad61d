"""OpenStack Swift with its S3 API: proxy, account, container and object server in one process.

Usage: s3-server.py FOLDER PORT ACCOUNT:USER SECRET
Keeps everything in FOLDER, listens on 127.0.0.1 only, prints "ready" and runs until its input ends.
"""

import os
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import tpool, wsgi  # noqa: E402
from swift.common import utils  # noqa: E402

folder, port, access_key, secret_key = sys.argv[1:5]
account, user = access_key.split(":")
host = "127.0.0.1"


def write(name, *lines):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    return path


def serve(socket, app):
    eventlet.spawn(wsgi.server, socket, app, log_output=False, debug=False)


os.makedirs(os.path.join(folder, "devices", "disk"))
write("swift.conf", "[swift-hash]", "swift_hash_path_suffix = tests")
# Before the next imports, which read that file once.
utils.set_swift_dir(folder)

from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import loadapp  # noqa: E402


def serve_storage(kind):
    socket = eventlet.listen((host, 0))
    own_port = socket.getsockname()[1]
    # One disk that has everything once.
    builder = RingBuilder(1, 1, 0)
    builder.add_dev(
        {
            "id": 0,
            "region": 1,
            "zone": 1,
            "weight": 1,
            "ip": host,
            "port": own_port,
            "replication_ip": host,
            "replication_port": own_port,
            "device": "disk",
        }
    )
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, f"{kind}.ring.gz"))
    conf = write(
        f"{kind}-server.conf",
        "[DEFAULT]",
        f"swift_dir = {folder}",
        f"devices = {folder}/devices",
        "mount_check = false",
        "[pipeline:main]",
        f"pipeline = {kind}-server",
        f"[app:{kind}-server]",
        f"use = egg:swift#{kind}",
    )
    serve(socket, loadapp(conf))


class NoCache:
    """Stands where the log-in expects memcached, and forgets everything at once."""

    def get(self, key, **_):
        return None

    def set(self, key, value, **_):
        pass

    def delete(self, key, **_):
        pass


def serve_proxy():
    filters = ["catch_errors", "gatekeeper", "listing_formats", "s3api", "tempauth", "slo"]
    settings = {
        "s3api": ["location = us-east-1"],
        "tempauth": [f"user_{account}_{user} = {secret_key} .admin"],
    }
    parts = [[f"[filter:{name}]", f"use = egg:swift#{name}", *settings.get(name, [])] for name in filters]
    conf = write(
        "proxy-server.conf",
        "[DEFAULT]",
        f"swift_dir = {folder}",
        "[pipeline:main]",
        f"pipeline = {' '.join(filters)} proxy-server",
        "[app:proxy-server]",
        "use = egg:swift#proxy",
        "account_autocreate = true",
        *[line for part in parts for line in part],
    )
    proxy = loadapp(conf)
    serve(
        eventlet.listen((host, int(port))),
        lambda environment, start: proxy({**environment, "swift.cache": NoCache()}, start),
    )


for kind in ("account", "container", "object"):
    serve_storage(kind)
serve_proxy()
print("ready", flush=True)
# Ends with the tests, even where nobody stops it.
tpool.execute(sys.stdin.read)
