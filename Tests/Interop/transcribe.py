"""Transcribes recordings with the Python package `wyoming`, a client that nobody here wrote.

usage: transcribe.py URI FILE.raw...        the raw files hold 16 kHz, 16 bits, mono
       transcribe.py exec:PROGRAM FILE.raw...

Prints a line for each: the file, a tab, and the text.
"""

import asyncio
import sys
from pathlib import Path

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncClient, AsyncTcpClient
from wyoming.error import Error
from wyoming.info import Describe, Info

RATE, WIDTH, CHANNELS = 16_000, 2, 1
BYTES_PER_CHUNK = 3_200


class ChildClient(AsyncClient):
    """The package's stdio client speaks on its own streams; this one has the recogniser as a child."""

    def __init__(self, program: str) -> None:
        super().__init__()
        self.program = program

    async def connect(self) -> None:
        self.child = await asyncio.create_subprocess_exec(
            self.program, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        self._reader, self._writer = self.child.stdout, self.child.stdin

    async def disconnect(self) -> None:
        self._writer.close()
        status = await self.child.wait()
        if status != 0:
            sys.exit(f"the recogniser ended with {status}")


async def transcribe(client: AsyncClient, path: Path) -> str:
    await client.write_event(Transcribe(language="en").event())
    await client.write_event(AudioStart(RATE, WIDTH, CHANNELS).event())
    audio = path.read_bytes()
    for start in range(0, len(audio), BYTES_PER_CHUNK):
        piece = audio[start : start + BYTES_PER_CHUNK]
        await client.write_event(AudioChunk(RATE, WIDTH, CHANNELS, piece).event())
    await client.write_event(AudioStop().event())
    while True:
        event = await client.read_event()
        if event is None:
            sys.exit("the recogniser closed the connection")
        if Error.is_type(event.type):
            sys.exit(Error.from_event(event).text)
        if Transcript.is_type(event.type):
            return Transcript.from_event(event).text


async def main() -> None:
    uri, *files = sys.argv[1:]
    if uri.startswith("exec:"):
        client: AsyncClient = ChildClient(uri.removeprefix("exec:"))
    else:
        client = AsyncClient.from_uri(uri)
        assert isinstance(client, AsyncTcpClient) or uri.startswith("unix:")
    async with client:
        await client.write_event(Describe().event())
        event = await client.read_event()
        program = Info.from_event(event).asr[0]
        print("models", ",".join(model.name for model in program.models), sep="\t")
        for file in files:
            print(Path(file).stem, await transcribe(client, Path(file)), sep="\t", flush=True)


asyncio.run(main())
