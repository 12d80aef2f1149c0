"""A recogniser of the Python package `wyoming` that knows utterances by their length, to be somebody's fallback.

usage: known_words.py URI TABLE       each line of the table: number of samples, a tab, and the text

An utterance of an unknown length has the text "". The address is printed once clients can connect.
"""

import asyncio
import sys
from functools import partial

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.server import AsyncEventHandler, AsyncServer

OURSELVES = Attribution(name="VoiceLED", url="")
INFO = Info(
    asr=[
        AsrProgram(
            name="known-words", description="Knows utterances by their length", version="1",
            attribution=OURSELVES, installed=True,
            models=[
                AsrModel(
                    name="lengths", description="A table", version="1",
                    attribution=OURSELVES, installed=True, languages=["en"],
                )
            ],
        )
    ]
)


class Handler(AsyncEventHandler):
    def __init__(self, table, *streams) -> None:
        super().__init__(*streams)
        self.table = table
        self.samples = 0

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(INFO.event())
        elif Ping.is_type(event.type):
            await self.write_event(Pong(text=Ping.from_event(event).text).event())
        elif Transcribe.is_type(event.type) or AudioStart.is_type(event.type):
            self.samples = 0
        elif AudioChunk.is_type(event.type):
            self.samples += AudioChunk.from_event(event).samples
        elif AudioStop.is_type(event.type):
            await self.write_event(Transcript(text=self.table.get(self.samples, "")).event())
        return True


async def main() -> None:
    uri, file = sys.argv[1:]
    with open(file, encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        table = {int(samples): text for samples, text in pairs}
    server = AsyncServer.from_uri(uri)
    if not uri.startswith("stdio:"):
        await server.start(partial(Handler, table))
        print(uri, flush=True)
        await asyncio.Event().wait()
    await server.run(partial(Handler, table))


asyncio.run(main())
