"""One mistake, and what is to be said of it."""

import dataclasses

LONG = "y" * 20_001
PAGE, JSON = ("page",), ("JSON",)


@dataclasses.dataclass
class Mistake:
    name: str
    who: str                    # who makes it
    address: str
    given: object = None        # the record, or bytes as they are sent; None: only looked at (GET)
    says: str = ""              # the key of the words: flaw.too_long, refusal.gone …
    at: str = ""                # what it is said of, as a JSON pointer; "" the whole
    wires: tuple = ("page", "JSON")
    form: object = None         # what the form gives, where that is something else than the record
    files: dict = None          # of the form
    headers: dict = None
    method: str = ""
    server: str = "house"       # or "empty", where nobody hosts yet
    source: str = ""            # the network address it comes from; its own otherwise
    typed_stays: bool = True    # False: there was no form to keep anything in
    field: bool = True          # False: no field of the page is meant, so the sentence stands above the form only

    @property
    def asked(self):
        return self.method or ("GET" if self.given is None else "POST")
