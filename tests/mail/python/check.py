"""Judges letters with a parser that did not write them: Python's `email` (policy default) and the `icalendar` package.

Usage: check.py FILE.eml ...    Letters of one visit are given in the order in which they were written.
Prints one line a fault and ends with 1 if there was any.
"""

import base64
import re
import sys
from email import message_from_bytes, policy

from icalendar import Calendar

SUMMER, WINTER = "+0200", "+0100"
faults = []


def say(name, what):
    faults.append(f"{name}: {what}")


def wants(name, holds, what):
    if not holds:
        say(name, what)


def parts_of(mail):
    return [part for part in mail.walk() if not part.is_multipart()]


def headers(name, raw, mail):
    for part in mail.walk():
        for defect in part.defects:
            say(name, f"defect {defect!r}")
        for key, value in part.items():
            for defect in getattr(value, "defects", ()):
                say(name, f"{key}: defect {defect!r}")
    wants(name, b"\n" not in raw.replace(b"\r\n", b""), "a line does not end with CRLF")
    wants(name, max(map(len, raw.split(b"\r\n"))) <= 998, "a line is longer than 998 octets")
    wants(name, raw.isascii(), "the wire is not ASCII")
    for key in ("From", "To", "Subject", "Date", "Message-ID"):
        wants(name, mail[key], f"no {key}")
    wants(name, mail["Auto-Submitted"] == "auto-generated", "Auto-Submitted (RFC 3834)")
    wants(name, mail["X-Auto-Response-Suppress"] == "All", "X-Auto-Response-Suppress")
    wants(name, mail["List-Unsubscribe"] is None, "necessary mail has no list to leave")
    wants(name, mail["Date"].datetime is not None, "Date is no date")
    root = re.sub(r"\.[a-z_]+\.\d+@", ".confirmation.0@", mail["Message-ID"])
    wants(name, mail["Message-ID"] == root or mail["References"] == root == mail["In-Reply-To"], "does not thread")


def faces(name, mail):
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    if text is None or html is None:
        return say(name, "text and HTML are not both there")
    said, shown = text.get_content(), html.get_content()
    wants(name, re.search(r"https?://\S+/privacy", said) and "/privacy\"" in shown, "no link to the clause of Art. 13")
    wants(name, mail["Content-Language"] in ("pl", "en", "uk"), "Content-Language")
    wants(name, f'<html lang="{mail["Content-Language"]}">' in shown, "the HTML does not say its language")
    wants(name, not re.search(r"<(script|img|iframe|link|object)\b|\bon\w+=", shown), "the HTML holds something active")
    for face in (said, shown):
        wants(name, "\u2068" not in face and "{" not in face, "a text was not filled")


def calendar(name, mail, seen):
    files = [part for part in parts_of(mail) if part.get_content_type() in ("text/calendar", "application/ics")]
    kind = re.search(r"\.([a-z_]+)\.\d+@", mail["Message-ID"]).group(1)
    if kind in ("confirm_request", "reminder"):
        return wants(name, not files, "a letter of this kind carries no calendar")
    wants(name, [part.get_content_type() for part in files] == ["text/calendar", "application/ics"], "the calendar's two parts")
    wants(name, all(part["Content-Transfer-Encoding"] == "base64" for part in files), "the calendar is not base64")
    if not files:
        return None
    bodies = {part.get_payload(decode=True) for part in files}
    wants(name, len(bodies) == 1, "the two calendar files differ")
    raw = bodies.pop()
    wants(name, base64.b64decode(files[0].get_payload()) == raw, "base64 is broken")
    wants(name, raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "calendar lines do not end with CRLF")
    wants(name, all(len(line) <= 75 for line in raw.split(b"\r\n")), "a calendar line is longer than 75 octets")
    try:
        read = Calendar.from_ical(raw)
    except ValueError as why:
        return say(name, f"the calendar cannot be read: {why}")
    ends = kind in ("cancellation", "lapsed", "not_collected")
    method = "CANCEL" if ends else "PUBLISH"
    wants(name, read["METHOD"] == method == files[0].get_param("method"), "METHOD in file and type")
    wants(name, files[0].get_param("charset") == "utf-8", "the calendar's charset")
    visits = read.walk("VEVENT")
    wants(name, len(visits) == 1, "one visit")
    visit(name, visits[0], ends, seen)
    zones = read.walk("VTIMEZONE")
    wants(name, [zone["TZID"] for zone in zones] == ["Europe/Warsaw"], "VTIMEZONE Europe/Warsaw")
    offsets = {part.name: part["TZOFFSETTO"].to_ical() for part in zones[0].subcomponents}
    wants(name, offsets == {"DAYLIGHT": SUMMER, "STANDARD": WINTER}, "the zone's offsets")
    return None


def visit(name, event, ends, seen):
    for key in ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER", "STATUS"):
        wants(name, key in event, f"no {key}")
    wants(name, not event.errors, f"errors {event.errors}")
    wants(name, "ATTENDEE" not in event, "nobody is asked for an answer")
    wants(name, re.fullmatch(r"\S+@\S+", event["UID"]), "UID = id@host")
    wants(name, event["DTSTAMP"].dt.utcoffset().total_seconds() == 0, "DTSTAMP is not UTC")
    wants(name, event["DTSTART"].params["TZID"] == "Europe/Warsaw", "DTSTART has no zone")
    wants(name, event["DTEND"].dt > event["DTSTART"].dt, "the visit has no length")
    wants(name, event["STATUS"] == ("CANCELLED" if ends else "CONFIRMED"), "STATUS")
    alarms = sorted(alarm["TRIGGER"].dt.total_seconds() for alarm in event.walk("VALARM"))
    wants(name, alarms == ([] if ends else [-86400, -3600]), f"alarms {alarms}")
    before = seen.get(event["UID"])
    wants(name, before is None or event["SEQUENCE"] > before, f"SEQUENCE {event['SEQUENCE']} after {before}")
    seen[event["UID"]] = event["SEQUENCE"]


def main(names):
    ids, seen = set(), {}
    for name in names:
        with open(name, "rb") as file:
            raw = file.read()
        mail = message_from_bytes(raw, policy=policy.default)
        headers(name, raw, mail)
        wants(name, mail["Message-ID"] not in ids, "the Message-ID occurs twice")
        ids.add(mail["Message-ID"])
        faces(name, mail)
        calendar(name, mail, seen)
    print("\n".join(faults) if faults else f"{len(names)} letters are sound")
    return 1 if faults or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
