"""A microphone without a sound card: a private PulseAudio whose null sink is heard through its monitor.

ALSA's `pulse` plugin makes it a real, paced capture device. Nothing of the user's own sound is touched.
"""

import os
import shutil
import subprocess
import tempfile
import time


class VirtualMicrophone:
    """Use as a context: the daemon and its folder are gone afterwards."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="voiceled-mic-")
        socket = os.path.join(self.folder, "socket")
        self.environment = dict(
            os.environ,
            HOME=self.folder,
            XDG_RUNTIME_DIR=self.folder,
            PULSE_RUNTIME_PATH=self.folder,
            PULSE_STATE_PATH=self.folder,
            PULSE_SERVER=f"unix:{socket}",
        )
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.daemon = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes",
                "--load=module-null-sink sink_name=voice rate=16000 channels=1",
                f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1",
            ],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while not self._answers():
            if time.monotonic() > deadline or self.daemon.poll() is not None:
                self.__exit__()
                raise SystemExit("bench: the private PulseAudio did not start; is the package pulseaudio installed?")
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.daemon.terminate()
        self.daemon.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def speak(self, path):
        """Plays a recording to its end."""
        subprocess.run(["paplay", path], env=self.environment, check=True)

    def _answers(self):
        return subprocess.run(
            ["pactl", "set-default-source", "voice.monitor"],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ).returncode == 0
