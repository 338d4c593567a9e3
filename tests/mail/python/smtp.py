"""A real mail server for the tests: aiosmtpd, which keeps what it takes as files.

Usage: smtp.py PORT FOLDER    PORT 0 takes a free one; the first line on standard output is `listening PORT`.
An address that begins with `gone` is refused for good (550); one with `busy` is refused once (451), then taken.
"""

import asyncio
import pathlib
import sys

from aiosmtpd.smtp import SMTP


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


async def main(port, folder):
    keeper = Keeper(folder)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(keeper, hostname="mail.example", enable_SMTPUTF8=True), "127.0.0.1", port
    )
    print("listening", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
