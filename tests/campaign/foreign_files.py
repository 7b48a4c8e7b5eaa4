"""Files no word processor writes: packed too tightly, lying about themselves, built to be read for ever, or broken by chance."""

import io
import re
import struct
import zipfile
import zlib


def packed(parts, how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_document(content, text):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = text
    return packed(parts)


def zeros(gigabytes, declared):
    """One entry of so many zeros, by repeating one piece of its packed bytes."""
    piece = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = piece.compress(b"\0" * 10**8) + piece.flush(zlib.Z_FULL_FLUSH)
    stream = block * (gigabytes * 10)
    name = b"word/document.xml"
    sizes = struct.pack("<LLL", 0, len(stream), declared)
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", len(name), 0) + name + stream
    rels = packed({"_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>'}, zipfile.ZIP_STORED)
    start = rels.index(b"PK\1\2")
    head = b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, start) + name
    directory = rels[start:rels.index(b"PK\5\6")] + head
    return rels[:start] + local + directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, 2, 2, len(directory), start + len(local), 0)


def overlapping(count):
    """Many entries that share one body."""
    body = zlib.compress(b"\0" * 10**6, 9)[2:-4]
    local = b"PK\3\4" + struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, 0, len(body), 10**6, 5, 0) + b"a.xml" + body
    directory = b"".join(b"PK\1\2" + struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 8, 0, 33, 0, len(body), 10**6, 5, 0, 0, 0, 0, 0, 0) + b"a.xml" for _ in range(count))
    return local + directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(local), 0)


def hostile(good, dice, count):
    """(what, bytes, whether it has to be refused): the kinds by name first, then a good file broken by chance."""
    W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = lambda inner: f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    other = packed({"[Content_Types].xml": "<Types/>", "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>',
                    "word/document.xml": document("<w:p><w:r><w:t>Dear all</w:t></w:r></w:p>")})
    locked = bytearray(good)
    for at in (match.start() for match in re.finditer(b"PK\1\2", good)):
        locked[at + 8] |= 1
    lying = bytearray(good)
    at = good.index(b"PK\1\2")
    lying[at + 24:at + 28] = struct.pack("<L", 7)
    yield "nothing", b"", True
    yield "a text", "Dear all, åäö".encode(), True
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(dice.randrange(256) for _ in range(999)), True
    yield "JSON", b'{"format": "trivium.table"}', True
    yield "the older Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096, True
    yield "an ODT called DOCX", packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), True
    yield "a spreadsheet", packed({"_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></R>', "xl/workbook.xml": "<workbook/>"}), True
    yield "a foreign DOCX", other, True
    yield "half a DOCX", good[:len(good) // 2], True
    yield "a DOCX in a DOCX", packed({"a.docx": good}), True
    yield "a DOCX in a part", packed({"word/document.xml": good, "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>'}), True
    yield "encrypted", bytes(locked), True
    yield "lying about a size", bytes(lying), True
    yield "10 GB of zeros, said", zeros(10, 0xFFFFFFFF), True
    yield "10 GB of zeros, not said", zeros(10, 1000), True
    yield "30 MB of zeros", packed({"a.bin": b"\0" * (30 << 20)}), True
    yield "5,000 entries", packed({f"word/{n}.xml": "" for n in range(5000)}), True
    yield "overlapping", overlapping(999), True
    yield "a DTD", with_document(good, '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + document("")), True
    yield "a billion laughs", with_document(good, f"<!DOCTYPE a [<!ENTITY l0 \"lol\">{laughs}]>" + document("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")), True
    yield "depth 100,000", with_document(good, document("<w:p>" * 100_000 + "</w:p>" * 100_000)), True
    yield "6 million elements", with_document(good, document("<a/>" * 5_900_000)), True
    yield "24 MB of attributes", with_document(good, document("<a " + 'b="" ' * 4_800_000 + "/>")), True
    yield "24 MB of text", with_document(good, document("<w:p><w:r><w:t>" + "x" * (24 << 20) + "</w:t></w:r></w:p>")), True
    yield "180,000 elements with text", with_document(good, document(("<w:p><w:r><w:t>" + "x" * 60 + "</w:t></w:r></w:p>") * 60_000)), False
    yield "49,000 rows", with_document(good, document("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 49_000 + "</w:tbl>")), False
    yield "no end", with_document(good, document("").replace("</w:body>", "")), True
    for number in range(count):
        broken = bytearray(good)
        for _ in range(dice.randint(1, 30)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        if dice.random() < 0.3:
            del broken[dice.randrange(len(broken)):]
        if dice.random() < 0.3:
            at = dice.randrange(len(broken) or 1)
            broken[at:at] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 200)))
        yield f"broken by chance {number}", bytes(broken), False
