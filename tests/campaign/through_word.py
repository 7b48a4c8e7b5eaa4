"""A table on its way through a word processor and back, and what is claimed about it."""

import base64
import subprocess


def saved_by_libreoffice(files, folder):
    folder.mkdir()
    for number, content in enumerate(files):
        (folder / f"{number}.docx").write_bytes(content)
    names = [f"{number}.docx" for number in range(len(files))]
    subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx", "--outdir", "again", *names],
                   cwd=folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1500)
    return [(folder / "again" / name).read_bytes() for name in names]


def bring(person, table, content):
    record = {"file": base64.b64encode(content).decode()}
    return person.post(f"/assessments/{table}/word", record)


class Claims:
    def __init__(self, aloud=True):
        self.aloud = aloud
        self.broken = []
        self.held = 0

    def __call__(self, holds, what):
        if holds:
            self.held += 1
        else:
            self.broken.append(what)
            if self.aloud:
                print("not so:", what[:1500], flush=True)
