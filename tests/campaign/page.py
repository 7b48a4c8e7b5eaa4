"""What somebody finds in a page: its language, its sentences, and the fields of a form with what is in them."""

import html.parser

VOID = {"input", "meta", "link", "br", "path", "circle", "rect", "img", "hr"}


class Part:
    """One element of a page."""

    def __init__(self, tag, attributes, around):
        self.tag = tag
        self.attributes = attributes
        self.around = around
        self.parts = []
        self.said = []  # texts and parts, in order

    def __getitem__(self, name):
        return self.attributes.get(name) or ""

    def has(self, name):
        return name in self.attributes

    @property
    def text(self):
        return "".join(said if isinstance(said, str) else said.text for said in self.said)

    def all(self, fits):
        found = [self] if fits(self) else []
        for part in self.parts:
            found += part.all(fits)
        return found

    def up(self):
        """This element and those around it, the nearest first."""
        part = self
        while part:
            yield part
            part = part.around


class _Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Part("", {}, None)
        self.here = self.root

    def handle_starttag(self, tag, attributes):
        part = Part(tag, dict(attributes), self.here)
        self.here.parts.append(part)
        self.here.said.append(part)
        if tag not in VOID:
            self.here = part

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        for part in self.here.up():
            if part.tag == tag:
                self.here = part.around
                return

    def handle_data(self, text):
        self.here.said.append(text)


def control_value(control):
    """What would be sent of a control, None where nothing would."""
    if control.tag == "textarea":
        return control.text.removeprefix("\n")
    if control.tag == "select":
        options = control.all(lambda part: part.tag == "option")
        chosen = next((option for option in options if option.has("selected")), options[0] if options else None)
        return chosen["value"] if chosen else None
    if control["type"] in ("radio", "checkbox"):
        return control["value"] if control.has("checked") else None
    return control["value"]


class Page:
    def __init__(self, text):
        reader = _Reader()
        reader.feed(text)
        self.root = reader.root
        self.language = next((part["lang"] for part in self.root.parts if part.tag == "html"), "")
        self.ids = {part["id"]: part for part in self.root.all(lambda part: part.has("id"))}

    def form(self, action):
        return next(iter(self.root.all(lambda part: part.tag == "form" and part["method"].lower() == "post" and part["action"] == action)), None)

    def summary(self):
        """The list of what has to be put right, without the names of the fields before it: [(text, address it leads to)]."""
        flaws = self.ids.get("flaws")
        lines = flaws.all(lambda part: part.tag == "li") if flaws else []
        names = [next((part.text.strip() + " – " for part in line.all(lambda part: part["class"] == "of-field")), "") for line in lines]
        return [(line.text.strip().removeprefix(name), next((link["href"] for link in line.all(lambda part: part.tag == "a")), "")) for line, name in zip(lines, names)]

    def lead(self):
        """The sentences of a page that only says why not."""
        return [part.text.strip() for part in self.root.all(lambda part: part["class"] == "lead")]

    def described_by(self, control):
        """The texts a control, or the group it stands in, says it is described by."""
        ids = [name for part in control.up() for name in part["aria-describedby"].split()]
        return [self.ids[name].text.strip() for name in ids if name in self.ids]


def controls(form, seen=("input", "textarea", "select")):
    return form.all(lambda part: part.tag in seen and part["name"])


def controls_for(form, pointer):
    """The fields a JSON pointer means: the one of that name, or those below it, or the nearest above."""
    steps = pointer.strip("/").split("/")
    least = 2 if steps[0] == "facets" else 1
    every = [control for control in controls(form) if control["type"] != "hidden"]
    for length in range(len(steps), least - 1, -1):
        name = "/".join(steps[:length])
        found = [control for control in every if control["name"] == name] or \
                [control for control in every if control["name"].startswith(name + "/")]
        if found:
            return found
    return []
