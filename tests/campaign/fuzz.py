#!/usr/bin/env python3
"""Readers of foreign bytes, under libFuzzer: whatever comes, reading it ends, with what the fuzzer's first lines promise.

    script/build fuzz fuzzers; tests/campaign/fuzz.py [--each 600] [--only evidence_csv] [--fuzzers build/fuzz/src]

Each fuzzer begins with a few small files that are read to their end, made here. Exits with 1 where one finds something; what it
found then lies in build/fuzz/found.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import city

FUZZERS = city.ROOT / "build/fuzz/src"
LONGEST = 8192  # bytes of an input
TEXT = 'of,code,value\nR1,0111,12.5\n"R ""2""",0112,*\nR3,"01\n13",:\nR4;x,0114,-3\n'
WIDE = "freq,of,code\\TIME_PERIOD\t2018 \nA,R1,F\t3.16 p\nA,R2,G\t: c\nA,R3\t1\nA,R4,F\tx\n"
PX = ('CHARSET="ANSI";\nCODEPAGE="iso-8859-15";\nSTUB="of";\nSTUB[en]="of";\nHEADING="code";\nVALUES("of")="R1","R"\n"2";\nCODES("of")="1","2";\n'
      'VALUES("code")="F","G";\nTIMEVAL("code")=TLIST(A1,"2018"-"2019");\nDATASYMBOL2="kept";\nDECIMALS=1;\nDATA=\n12.5 "-" \n".." 3;\n')
FIELDS = ["12.5", "1.234,5", "12 %", "2024-02-30", "29.02.2024", "0111", ": c", "3.16 bp", " a\u00ad  b\n", "\xff"]


class Found(Exception):
    """A reader does not end as it promised."""


def workbook(folder):
    """A sheet with a header of two rows, a merged cell, shared text and a date."""
    sheet = ('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>'
             '<row r="3"><c r="A3" s="1"><v>44562</v></c><c r="B3"><v>1.5E3</v></c></row></sheetData>'
             '<mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>')
    strings = "<sst><si><t>code</t></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>"
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns:r="{kind}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="rId1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings, "xl/styles.xml": styles}
    file = folder / "sheet.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return [b"\0" + file.read_bytes(), b"\1" + "\x1f".join([sheet, strings, styles]).encode()]


def parquet(folder, binary):
    """As Trivium writes it."""
    values, pairs, out = folder / "values.csv", folder / "pairs.csv", folder / "recoded.parquet"
    values.write_text("of,code,value\nR1,a,12.5\nR2,b,:\n")
    pairs.write_text("from,to,weight\na,x,0.25\na,y,0.75\nb,x,1\n")
    done = subprocess.run([binary, "measure", "recoding", "--values", values, "--correspondence", pairs, "--from-list", "Old 1", "--to-list",
                           "New 1", "--out", out], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise city.Trouble(f"no Parquet to begin with: {done.stderr}")
    return out.read_bytes()


def word(folder):
    """A row of a table whose cell is marked, in a package of few parts and by itself."""
    text = ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:p>'
            '<w:bookmarkStart w:id="1" w:name="A1"/><w:r><w:t>A1 Where?</w:t></w:r></w:p></w:tc><w:tc><w:sdt><w:sdtContent><w:p><w:pPr>'
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:ins><w:r><w:t>One</w:t><w:br/><w:tab/></w:r></w:ins>'
            '<w:del><w:r><w:delText>Two</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl></w:body></w:document>')
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    file = folder / "table.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f'<Relationships><Relationship Id="r1" Type="{kind}" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", text)
    return [file.read_bytes(), text.encode()]


def seeds(name, folder, binary):
    if name == "evidence_csv":
        return [b"\7" + TEXT.encode()]
    if name == "evidence_header":
        return [b"A title\n\na;b;b\n1;2;3\n", b"a\tb\tb\n"]
    if name == "evidence_field":
        return [field.encode("latin1") for field in FIELDS]
    if name == "evidence_file":
        return [b"\0" + TEXT.encode(), b"\1" + WIDE.encode(), b"\2" + parquet(folder, binary), b"\3" + PX.encode()]
    if name == "evidence_eurostat":
        return [b"\xff" + WIDE.encode()]
    if name == "evidence_px":
        return [b"\0" + PX.encode(), b"\1" + PX.replace('CHARSET="ANSI";\nCODEPAGE="iso-8859-15";\n', "").replace("R1", "\u00c1").encode("latin1")]
    if name == "evidence_workbook":
        return workbook(folder)
    if name == "evidence_sheet":
        # The header in two rows with a merged cell, which is filled down; and in whatever row it is found.
        parts = workbook(folder)[1][1:]
        return [b"\x21\x10" + parts, b"\x00\x00" + parts, b"\x0d\x00" + parts.replace(b"A1:A2", b"A3:A4")]
    if name == "document_word":
        return word(folder)
    if name == "shape_form":
        return [b"a=1&b[0][c]=%C3%A9+x&b[1]=&d%5B%5D=2"]
    if name == "shape_json":
        return [b'{"a": [1, -2.5e3, "\\u00e9\\n", null, true], "b": {}}']
    raise city.Trouble(f"there is nothing that {name} could begin with: add it to seeds()")


def run(fuzzer, name, folder, given):
    """How many inputs it read without finding anything."""
    begins_with = folder / name
    begins_with.mkdir()
    for place, text in enumerate(seeds(name, folder, given.binary)):
        (begins_with / str(place)).write_bytes(text)
    found = fuzzer.parent.parent / "found"
    found.mkdir(exist_ok=True)
    done = subprocess.run([fuzzer, f"-max_total_time={given.each}", f"-seed={given.seed}", f"-max_len={LONGEST}", "-timeout=30",
                           "-rss_limit_mb=2000", "-print_final_stats=1", f"-artifact_prefix={found}/{name}-", begins_with],
                          capture_output=True, text=True, errors="replace", timeout=given.each + 150)
    runs = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
    if done.returncode != 0 or not runs:
        print(done.stderr[-4000:])
        raise Found(f"{name} found something (seed {given.seed}); it lies in {found}")
    return int(runs[1])


def told_of(fuzzers, given):
    with tempfile.TemporaryDirectory(prefix="trivium-fuzz-") as folder:
        return [f"{name} {run(fuzzer, name, pathlib.Path(folder), given):,}" for name, fuzzer in fuzzers.items()
                if not given.only or given.only == name]


def main():
    given = city.options(__doc__.splitlines()[0], each=(8, "seconds for each reader", 600), only=("", "one of them, evidence_csv"),
                         fuzzers=(str(FUZZERS), "where they were built"))
    city.bounded(given.seconds or (given.each + 160) * 11)
    fuzzers = sorted(pathlib.Path(given.fuzzers).glob("fuzz_*"))
    fuzzers = {file.name.removeprefix("fuzz_"): file for file in fuzzers if os.access(file, os.X_OK)}
    written = {f"{source.parent.name}_{source.name.removesuffix('_fuzz.cpp')}" for source in city.ROOT.glob("tests/*/*_fuzz.cpp")}
    if written != set(fuzzers):
        raise city.Trouble(f"written and built are not the same: {sorted(written ^ set(fuzzers))}; script/build fuzz fuzzers builds them")
    try:
        told = told_of(fuzzers, given)
    except Found as fault:
        print(f"fuzz: {fault}")
        return 1
    print(f"fuzz: {given.each} s each, inputs read: {', '.join(told)}; nothing found (seed {given.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
