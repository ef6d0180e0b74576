# The same work in numpy: one node after the other, all trials of it at once.
# python3 kernel.py network trials
import json
import sys
import time

import numpy as np

words = np.fromfile(sys.argv[1], dtype=np.uint32)
trials = int(sys.argv[2])
count, edges, seed = (int(word) for word in words[:3])
nodes = words[3 : 3 + count * 10].reshape(count, 10)
floats = nodes[:, :6].copy().view(np.float32)
source = words[3 + count * 10 : 3 + count * 10 + edges]
lag = words[3 + count * 10 + edges :].view(np.float32)
random = np.random.Generator(np.random.SFC64(seed))

begin = time.perf_counter()
finish = np.empty((count, trials), dtype=np.float32)
share = np.empty(trials, dtype=np.float32)
for node in range(count):
    base, low, high = floats[node, :3]
    cut, below, above = floats[node, 3] / 2**24, floats[node, 4] * 2**24, floats[node, 5] * 2**24
    first, many = int(nodes[node, 8]), int(nodes[node, 9])
    start = np.full(trials, base, dtype=np.float32)
    for edge in range(first, first + many):
        np.maximum(start, finish[source[edge]] + lag[edge], out=start)
    random.random(out=share, dtype=np.float32)
    duration = np.where(share < cut, low + np.sqrt(share * below), high - np.sqrt((1 - share) * above))
    np.add(start, np.rint(duration), out=finish[node])
latest = finish.max(axis=0)
seconds = time.perf_counter() - begin
print(json.dumps({"seconds": seconds, "mean": float(latest.mean(dtype=np.float64))}))
