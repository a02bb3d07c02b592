"""Mail merge as an office does it: a letter with fields, a table of people, one PDF. python3 mail-merge.py FOLDER

FOLDER holds people.csv (name, login, password, class; UTF-8, with a heading). Starts LibreOffice, which is not counted;
writes RESULT with seconds, the peak of its memory and the size of the PDF.
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

folder = os.path.abspath(sys.argv[1])
fields = ("name", "class", "login", "password")


def url(name):
    return uno.systemPathToFileUrl(os.path.join(folder, name))


def props(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def make_source(services, context):
    databases = services.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = "sdbc:flat:" + url("")
    source.Info = props(HeaderLine=True, FieldDelimiter=";", StringDelimiter='"', Extension="csv", CharSet="UTF-8")
    source.DatabaseDocument.storeAsURL(url("people.odb"), ())
    databases.registerObject("people", source)


def make_letter(desktop):
    letter = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, props(Hidden=True))
    text, cursor = letter.Text, letter.Text.createTextCursor()
    for field in fields:
        text.insertString(cursor, f"{field}: ", False)
        master = letter.createInstance("com.sun.star.text.fieldmaster.Database")
        master.DataBaseName, master.DataTableName, master.DataColumnName = "people", "people", field
        place = letter.createInstance("com.sun.star.text.textfield.Database")
        place.attachTextFieldMaster(master)
        text.insertTextContent(cursor, place, False)
        text.insertString(cursor, "\n", False)
    letter.storeAsURL(url("letter.odt"), props(FilterName="writer8"))
    letter.close(True)


def merge(services, context):
    job = services.createInstanceWithContext("com.sun.star.text.MailMerge", context)
    job.DataSourceName, job.Command, job.CommandType = "people", "people", 0
    job.DocumentURL, job.OutputURL = url("letter.odt"), url("")
    job.OutputType, job.SaveAsSingleFile = 2, True
    job.FileNamePrefix, job.SaveFilter = "merged", "writer_pdf_Export"
    job.execute(())


def peak_mib(pid):
    """The highest peak among the office and its children: the wrapper script starts the real one."""
    peaks = [0]
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/status") as status:
                lines = dict(line.split(":", 1) for line in status if ":" in line)
        except OSError:
            continue
        if lines.get("NSpgid", "").split()[-1:] == [str(pid)]:
            peaks.append(int(lines.get("VmHWM", "0 kB").split()[0]) / 1024)
    return max(peaks)


pipe = f"diary-desk-{os.getpid()}"
home = uno.systemPathToFileUrl(os.path.join(folder, "profile"))
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", f"-env:UserInstallation={home}", f"--accept=pipe,name={pipe};urp"],
    start_new_session=True,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    context = connected(pipe)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    make_source(services, context)
    make_letter(desktop)
    start = time.monotonic()
    merge(services, context)
    seconds = time.monotonic() - start
    (made,) = [name for name in os.listdir(folder) if name.startswith("merged") and name.endswith(".pdf")]
    kibibytes = os.path.getsize(os.path.join(folder, made)) / 1024
    print("RESULT " + json.dumps({"seconds": seconds, "mebibytes": peak_mib(office.pid), "kibibytes": kibibytes}))
finally:
    try:
        os.killpg(office.pid, 15)
    except ProcessLookupError:
        pass
