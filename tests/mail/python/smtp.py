"""A real mail server for the tests: aiosmtpd, which keeps what it takes as files.

Usage: smtp.py PORT FOLDER    PORT 0 takes a free one; the first line on standard output is `listening PORT`.
An address that begins with `gone` is refused for good (550); one with `busy` is refused once (451), then taken.
"""

import pathlib
import sys
import threading

from aiosmtpd.controller import Controller


class Keeper:
    """Keeps letters, one file each, in the order in which they came."""

    def __init__(self, folder):
        self.folder, self.count, self.busy = pathlib.Path(folder), 0, set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            return f"550 5.1.1 <{address}>: unknown"
        if address.startswith("busy") and address not in self.busy:
            self.busy.add(address)
            return f"451 4.2.1 <{address}>: busy, try later"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        whole = self.folder / f"{self.count:04}.eml"
        part = whole.with_suffix(".part")
        part.write_bytes(envelope.original_content)
        part.rename(whole)
        return "250 taken"


def main(port, folder):
    controller = Controller(Keeper(folder), hostname="127.0.0.1", port=port, enable_SMTPUTF8=True, ready_timeout=20)
    controller.start()
    print("listening", controller.server.sockets[0].getsockname()[1], flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
