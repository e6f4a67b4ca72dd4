"""The archive as steps (event type, data before it), and back with all hashes of the chain redone."""
import hashlib
import json

BLOCK = 512


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def frame(name, content, time):
    header = bytearray(BLOCK)
    for offset, field in ((0, name), (100, "0000644"), (108, "0000000"), (116, "0000000"), (124, "%011o" % len(content)),
                          (136, "%011o" % time), (148, " " * 8), (156, "0")):
        header[offset:offset + len(field)] = field.encode()
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + content + bytes(-len(content) % BLOCK)


def read(archive):
    """(time, steps)"""
    steps, data, time, position = [], [], 0, 0
    while position < len(archive):
        header = archive[position:position + BLOCK]
        name, size, time = header[:100].rstrip(b"\0").decode(), int(header[124:135], 8), int(header[136:147], 8)
        content = archive[position + BLOCK:position + BLOCK + size]
        position += BLOCK + size + -size % BLOCK
        if name.endswith(".data.json"):
            data.append(content)
        elif name.endswith(".event.json"):
            steps.append((json.loads(content)["type"], data))
            data = []
    return time, steps


def write(time, steps):
    archive = frame("BELENIOS", b'{"version":1,"timestamp":"%d"}' % time, time)
    parent = None
    for height, (kind, data) in enumerate(steps):
        event = {"parent": parent, "height": height, "type": kind, "payload": sha256(data[-1]) if data else None}
        event = json.dumps({k: v for k, v in event.items() if v is not None}, separators=(",", ":")).encode()
        for content in data:
            archive += frame(sha256(content) + ".data.json", content, time)
        parent = sha256(event)
        archive += frame(parent + ".event.json", event, time)
    return archive
