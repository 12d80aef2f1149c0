"""What the primary recogniser makes of recordings: the events of `voiceled replay --json`."""
import json
import os
import subprocess

KEYS = ("file", "start", "end", "text", "confidence", "accepted", "evidence")


def utterances(program, grammar, files, kept):
    """The utterances of `files` with evidence; kept in the file `kept`, and read from there when it is there."""
    if not os.path.exists(kept):
        found = []
        for first in range(0, len(files), 50):
            command = [program, "replay", "--json", "--fallback", "none", "--port", "none", "--calibration", "none",
                       "--grammar", grammar, *files[first:first + 50]]
            lines = subprocess.run(command, stdout=subprocess.PIPE, check=False, timeout=600).stdout.decode().splitlines()
            found += [event for event in map(json.loads, lines) if event["event"] == "utterance"]
            print(f"{min(first + 50, len(files))} of {len(files)} recordings heard", flush=True)
        with open(kept, "w", encoding="utf-8") as file:
            for event in found:
                if "evidence" in event:
                    file.write(json.dumps({key: event[key] for key in KEYS}) + "\n")
    with open(kept, encoding="utf-8") as file:
        return [json.loads(line) for line in file]
