"""A peer as a child process: a command a line as JSON in, an answer a line out. The commands are worker.mjs's."""

import gc
import json
import sys
from time import perf_counter

from sides import SIDES


def read_texts(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


class Worker:
    def __init__(self, name):
        self.side = SIDES[name]()
        self.texts = []

    def ways(self, _):
        listed = lambda rows: {row: list(ways) for row, ways in rows.items()}
        return {"signatures": listed(self.side.signatures), "job": listed(self.side.jobs)}

    def load(self, command):
        self.texts = read_texts(command["file"])
        gc.collect()
        gc.freeze()
        return {"texts": len(self.texts)}

    def distinct(self, command):
        return {"distinct": self.side.distinct(command["texts"])}

    def signatures(self, command):
        """Seconds of one pass over the first texts, the mean of as many passes as fill the given time."""
        work = self.side.signatures[command["row"]][command["way"]]
        texts = self.texts[: command["texts"]]
        passes = 0
        started = perf_counter()
        while True:
            work(texts)
            passes += 1
            seconds = perf_counter() - started
            if seconds >= command["atLeast"]:
                return {"seconds": seconds / passes}

    def job(self, command):
        work = self.side.jobs[command["row"]][command["way"]]
        started = perf_counter()
        labels, parts = work(self.texts, command["threshold"])
        return {"seconds": perf_counter() - started, "labels": [str(label) for label in labels], "parts": parts}


def main():
    # What a package prints must not stand among the answers.
    answers = sys.stdout
    sys.stdout = sys.stderr
    try:
        worker = Worker(sys.argv[1])
        answer = {"ready": True}
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), file=answers, flush=True)
    if "error" in answer:
        return
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = getattr(worker, command["do"])(command)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)


main()
