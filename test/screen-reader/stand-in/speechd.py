"""Stands in for Speech Dispatcher's module `speechd`: what Orca would say goes to the file descriptor of SPEECH_FD, as
JSON lines: `{"said": text}`; `{"silenced": true}` where Orca cuts short what it is saying; `{"rested": true}` once it has
nothing left to do. Speaking takes no time here."""

import html
import json
import os
import re

from gi.repository import GLib

_output = int(os.environ['SPEECH_FD'])
_is_resting_soon = False


def _tell(**line):
    os.write(_output, (json.dumps(line) + '\n').encode())


def _say(text):
    global _is_resting_soon
    _tell(said=text)
    if not _is_resting_soon:
        _is_resting_soon = True
        # After all that Orca itself puts into its main loop.
        GLib.idle_add(_rest, priority=GLib.PRIORITY_LOW)


def _rest():
    global _is_resting_soon
    _is_resting_soon = False
    _tell(rested=True)
    return False


class CallbackType:
    BEGIN = 'begin'
    CANCEL = 'cancel'
    END = 'end'
    INDEX_MARK = 'index-marks'
    PAUSE = 'pause'
    RESUME = 'resume'


class DataMode:
    TEXT = 'text'
    SSML = 'ssml'


class Priority:
    IMPORTANT = 'important'
    MESSAGE = 'message'
    TEXT = 'text'
    NOTIFICATION = 'notification'
    PROGRESS = 'progress'


class PunctuationMode:
    NONE = 'none'
    SOME = 'some'
    MOST = 'most'
    ALL = 'all'


class Scope:
    SELF = 'self'
    ALL = 'all'


class SSIPCommunicationError(Exception):
    pass


class SSIPCommandError(Exception):
    pass


class SSIPClient:
    def __init__(self, name, **_options):
        _tell(connected=name)

    def speak(self, text, callback=None, event_types=()):
        # SSML: marks at each word, three entities.
        _say(html.unescape(re.sub(r'<[^>]*>', '', text)))
        if callback:
            for event in (CallbackType.BEGIN, CallbackType.END):
                if event in event_types:
                    callback(event)

    def char(self, char):
        _say(char)

    def key(self, key):
        _say(key)

    def sound_icon(self, _name):
        pass

    def cancel(self, _scope=Scope.SELF):
        _tell(silenced=True)

    stop = cancel

    def list_output_modules(self):
        return ()

    def list_synthesis_voices(self):
        return ()

    def close(self):
        pass

    def __getattr__(self, name):
        """Rate, pitch, volume, language and so on: nothing is heard of them here."""
        if name.startswith(('set_', 'get_')):
            return lambda *_arguments: None
        raise AttributeError(name)
