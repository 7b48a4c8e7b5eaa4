"""What people get wrong who bring a table back from Word. Used by bad_input.py."""

import base64
import io
import zipfile

from mistake import JSON, LONG, PAGE, Mistake


def every(world):
    """A document that was edited in Word, and what is chosen of it."""
    here = f"/assessments/{world.table}/word"

    def file(name, says, content, who="Mara", address=here, **more):
        return Mistake(name, who, address, {"file": base64.b64encode(content).decode()}, says, "/file" if says.startswith("flaw.") else "", form={},
                       files={"file": content}, **more)

    def packed(**parts):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return out.getvalue()

    yield file("a letter called a document", "flaw.word_no_document", "Dear all ñ".encode())
    yield file("a PDF called a document", "flaw.word_pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    yield file("a document of the older Word", "flaw.word_locked", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    yield file("an ODT called DOCX", "flaw.word_other_kind", packed(mimetype="application/vnd.oasis.opendocument.text"))
    yield file("a document that breaks off", "flaw.word_damaged", packed(a="words")[:40])
    yield file("a document in a package", "flaw.word_nested", packed(**{"a.docx": "PK"}))
    yield file("a document of thirty megabytes inside", "flaw.word_too_large", packed(a=bytes(30 << 20)))
    yield file("no document chosen", "flaw.not_a_file", b"", wires=PAGE)
    yield file("a document into a colleague's table", "refusal.not_found", b"no", address=f"/assessments/{world.unsent}/word", typed_stays=False)
    yield file("a document into a sent table, by the coach", "refusal.not_yours", b"no", who="Coach", address=f"/assessments/{world.sent}/word", typed_stays=False)
    yield file("a document by nobody", "refusal.sign_in", b"no", who="nobody", typed_stays=False)

    take = f"/assessments/{world.table}/word/take"
    change = {"task": "A1", "field": "notes", "text": "my words ñ", "written": 1, "revision": 1, "pick": "document"}

    def chosen(name, says, at, who="Mara", address=take, wires=("page", "JSON"), **more):
        fields = {key: more.pop(key) for key in list(more) if key in change}
        one = {key: value for key, value in {**change, **fields}.items() if value is not ...}
        record = {"from": world.table, "document_language": "en", "changes": [one]}
        form = {**record, "changes": {"0": one}}
        return Mistake(name, who, address, record, says, at, wires, form=form, **more)

    yield chosen("a conflict that is not decided", "flaw.word_choose", "/changes/0/pick", pick=...)
    yield chosen("a choice nobody offered", "flaw.unknown_choice", "/changes/0/pick", wires=JSON, pick="both")
    yield chosen("a text chosen over one that is gone", "refusal.stale", "", wires=("page",), revision=0)
    yield chosen("a text of 20,001 letters out of a document", "flaw.too_long", "/changes/0/text", wires=JSON, text=LONG)
    yield chosen("chosen for a colleague's table", "refusal.not_found", "", address=f"/assessments/{world.unsent}/word/take", typed_stays=False)
    yield chosen("chosen for a sent table, by the coach", "refusal.not_yours", "", who="Coach", address=f"/assessments/{world.sent}/word/take", typed_stays=False)
