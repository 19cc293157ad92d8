"""The peers written for Python. Each names its ways of making signatures of 128 values from texts and of clustering
the texts; the runner tries them all once and measures the fastest."""

import sys
from dataclasses import dataclass
from time import perf_counter
from types import ModuleType, SimpleNamespace

import numpy as np
from words import Clock, Groups, clean_texts, shingle_hashes, shingle_sets, shingles, words

PERMUTATIONS = 128
SEED = 42
THRESHOLDS = (0.3, 0.5, 0.7)


def tokens_of(texts):
    return shingle_sets(texts, Clock(), shingles)


def hashes_of(texts):
    return shingle_sets(texts, Clock(), shingle_hashes)


def distinct_in(texts):
    return sum(len(set(made)) for made in tokens_of(texts))


def join_alike(groups, neighbours, alike):
    """Single link over candidate pairs that are alike. What is together already needs no check."""
    for i, others in enumerate(neighbours):
        for j in others:
            if j < i and groups.find(i) != groups.find(j) and alike(i, j):
                groups.join(i, j)
    return groups.labels()


class Datasketch:
    """`MinHash.bulk` with its default hash, SHA-1; as a row of its own with xxHash as `hashfunc`, as the documentation
    advises who wants speed, or with hashes of whole texts made by NumPy, as one might for the last of it. Index: `MinHashLSH`; candidates are filtered by `MinHash.jaccard`, as
    documented."""

    def __init__(self):
        import xxhash
        from datasketch import MinHash, MinHashLSH

        self.minhash = MinHash
        self.lsh = MinHashLSH
        # The search for the number of bands is no part of the job.
        lsh = {t: MinHashLSH(threshold=t, num_perm=PERMUTATIONS) for t in THRESHOLDS}
        self.bands = {t: (index.b, index.r) for t, index in lsh.items()}
        xxh32 = xxhash.xxh32_intdigest
        self.signatures = {
            "datasketch": {
                "MinHash.bulk": lambda texts: MinHash.bulk(tokens_of(texts), num_perm=PERMUTATIONS),
            },
            "datasketch, other hashes": {
                "MinHash.bulk, hashfunc xxh32": lambda texts: MinHash.bulk(
                    tokens_of(texts), num_perm=PERMUTATIONS, hashfunc=xxh32
                ),
                "MinHash.bulk of NumPy hashes": lambda texts: self.from_hashes(hashes_of(texts)),
            },
        }
        self.jobs = {
            "datasketch": {"MinHash.bulk, MinHashLSH, jaccard": self.by_bulk},
            "datasketch, other hashes": {"NumPy hashes, MinHashLSH, jaccard": self.by_hashes},
        }
        self.distinct = distinct_in

    def from_hashes(self, sets):
        high = np.uint64(32)
        return self.minhash.bulk(((made >> high).tolist() for made in sets), num_perm=PERMUTATIONS, hashfunc=int)

    def by_bulk(self, texts, threshold):
        clock = Clock()
        bulk = lambda: self.minhash.bulk(shingle_sets(texts, clock, shingles), num_perm=PERMUTATIONS)
        return self.job(texts, threshold, clock, bulk)

    def by_hashes(self, texts, threshold):
        clock = Clock()
        return self.job(texts, threshold, clock, lambda: self.from_hashes(shingle_sets(texts, clock, shingle_hashes)))

    def job(self, texts, threshold, clock, sketch):
        started = perf_counter()
        sketches = sketch()
        clock.parts["sketch"] = perf_counter() - started - clock.parts["words"] - clock.parts["shingles"]
        clock.start()
        index = self.lsh(num_perm=PERMUTATIONS, params=self.bands[threshold])
        for i, sketch in enumerate(sketches):
            index.insert(i, sketch, check_duplication=False)
        neighbours = [index.query(sketch) for sketch in sketches]
        clock.lap("index")
        alike = lambda i, j: sketches[i].jaccard(sketches[j]) >= threshold
        labels = join_alike(Groups(len(texts)), neighbours, alike)
        clock.lap("verify, join")
        return labels, clock.parts


class Rensa:
    """Ways: R-MinHash as a matrix from bytes tokens or from one flat array of hashes made by NumPy (the interface for
    prehashed tokens), and C-MinHash. Rho, which looks at a sample of the tokens, is no signature of the whole set: a
    row of its own. Index: `RMinHashLSH` with candidates checked by `jaccard`, or `RMinHashDeduplicator`, which checks
    them itself and keeps the first of each kind; both want sketches as objects, which prehashed tokens do not give. So
    a third way bands the matrix by NumPy, as one might who wants the last of its speed: also a row of its own."""

    BANDS = {0.3: 64, 0.5: 32, 0.7: 16}

    def __init__(self):
        import rensa

        self.rensa = rensa
        one, other = rensa.RMinHash, rensa.CMinHash
        self.signatures = {
            "rensa": {
                "R-MinHash matrix of bytes": lambda texts: one.digest_matrix_from_token_byte_sets(
                    tokens_of(texts), PERMUTATIONS, SEED
                ),
                "R-MinHash matrix of NumPy hashes": lambda texts: one.digest_matrix_from_flat_token_hashes(
                    *flat(hashes_of(texts)), PERMUTATIONS, SEED
                ),
                "C-MinHash of NumPy hashes": lambda texts: other.digests64_from_token_hash_sets(
                    (made.tolist() for made in hashes_of(texts)), PERMUTATIONS, SEED
                ),
            },
            "rensa rho (a sample of the shingles)": {
                "rho matrix of NumPy hashes": lambda texts: one.digest_matrix_from_flat_token_hashes_rho(
                    *flat(hashes_of(texts)), PERMUTATIONS, SEED
                ),
            },
        }
        self.jobs = {
            "rensa": {
                "R-MinHash, RMinHashLSH, jaccard": self.by_index,
                "RMinHashDeduplicator": self.by_deduplicator,
            },
            "rensa, bands by NumPy": {"R-MinHash matrix of NumPy hashes, own bands": self.by_numpy},
        }
        self.distinct = distinct_in

    def sketches(self, texts, clock):
        started = perf_counter()
        made = self.rensa.RMinHash.from_token_sets(shingle_sets(texts, clock, shingles), PERMUTATIONS, SEED)
        clock.parts["sketch"] = perf_counter() - started - clock.parts["words"] - clock.parts["shingles"]
        clock.start()
        return made

    def by_index(self, texts, threshold):
        clock = Clock()
        sketches = self.sketches(texts, clock)
        index = self.rensa.RMinHashLSH(threshold, PERMUTATIONS, self.BANDS[threshold])
        index.insert_many(sketches)
        neighbours = index.query_all(sketches)
        clock.lap("index")
        alike = lambda i, j: sketches[i].jaccard(sketches[j]) >= threshold
        labels = join_alike(Groups(len(texts)), neighbours, alike)
        clock.lap("verify, join")
        return labels, clock.parts

    def by_deduplicator(self, texts, threshold):
        clock = Clock()
        sketches = self.sketches(texts, clock)
        index = self.rensa.RMinHashDeduplicator(threshold, PERMUTATIONS, True, self.BANDS[threshold], SEED)
        index.add_pairs((str(i), sketch) for i, sketch in enumerate(sketches))
        neighbours = index.get_duplicate_sets(sketches)
        clock.lap("index")
        groups = Groups(len(texts))
        for i, kept in enumerate(neighbours):
            for j in kept:
                groups.join(i, int(j))
        labels = groups.labels()
        clock.lap("verify, join")
        return labels, clock.parts

    def by_numpy(self, texts, threshold):
        clock = Clock()
        flat_hashes, offsets = flat(shingle_sets(texts, clock, shingle_hashes))
        clock.start()
        matrix = self.rensa.RMinHash.digest_matrix_from_flat_token_hashes(flat_hashes, offsets, PERMUTATIONS, SEED)
        rows = np.array(matrix.to_rows(), dtype=np.uint32)
        clock.lap("sketch")
        bands = self.BANDS[threshold]
        width = PERMUTATIONS // bands * 4
        pairs = []
        for band in np.split(rows, bands, axis=1):
            keys = np.ascontiguousarray(band).view(f"V{width}").ravel()
            order = np.argsort(keys, kind="stable")
            sorted_keys = keys[order]
            same = np.flatnonzero(sorted_keys[1:] == sorted_keys[:-1])
            # Neighbours in a bucket alone, which is linear in it; other pairs of it mostly meet in another band.
            pairs.append(order[same].astype(np.int64) * len(texts) + order[same + 1])
        found = np.unique(np.concatenate(pairs))
        first, second = found // len(texts), found % len(texts)
        clock.lap("index")
        alike = (rows[first] == rows[second]).mean(axis=1) >= threshold
        groups = Groups(len(texts))
        for i, j in zip(first[alike].tolist(), second[alike].tolist()):
            groups.join(i, j)
        labels = groups.labels()
        clock.lap("verify, join")
        return labels, clock.parts


def flat(sets):
    """Sets of hashes as one array, and where each begins and ends."""
    arrays = list(sets)
    offsets = np.zeros(len(arrays) + 1, dtype=np.uint64)
    np.cumsum([len(made) for made in arrays], out=offsets[1:])
    return np.concatenate(arrays), offsets


class Gaoya:
    """Cuts text at white space and makes shingles itself, in Rust, so it is given texts of clean words and blanks
    alone: the same shingles as the others have. `bulk_hash_docs` is what its bulk methods call for signatures of 32-bit
    values. Index: `par_bulk_insert_docs` and `par_bulk_query`, which checks candidates against the threshold and hashes
    each text once more."""

    def __init__(self):
        from gaoya.minhash import MinHashStringIndex

        self.new_index = lambda threshold, bands, rows: MinHashStringIndex(
            32, threshold, bands, rows, None, "word", False, (5, 5), "smallvec"
        )
        hasher = self.new_index(0.5, 32, 4).minhash_index
        self.signatures = {
            "gaoya": {"bulk_hash_docs of clean words": lambda texts: hasher.bulk_hash_docs(clean_texts(texts, Clock()))}
        }
        self.jobs = {"gaoya": {"par_bulk_insert_docs, par_bulk_query": self.job}}
        self.distinct = lambda texts: None

    def job(self, texts, threshold):
        clock = Clock()
        cleaned = clean_texts(texts, clock)
        bands = Rensa.BANDS[threshold]
        index = self.new_index(threshold, bands, PERMUTATIONS // bands)
        index.par_bulk_insert_docs(list(range(len(texts))), cleaned)
        clock.lap("shingles, sketch, index")
        neighbours = index.par_bulk_query(cleaned)
        clock.lap("shingles, sketch, query")
        labels = join_alike(Groups(len(texts)), neighbours, lambda i, j: True)
        clock.lap("verify, join")
        return labels, clock.parts


def load_text_dedup():
    """The module text_dedup.minhash. It imports Hugging Face's datasets, from which its command loads and saves texts;
    what is used here does neither, so an empty module of that name spares the reader a large download."""
    stubs = {name: ModuleType(name) for name in ("datasets", "datasets.utils", "datasets.utils.version")}
    for stub in stubs.values():
        stub.__path__ = []
    stubs["datasets"].Dataset = stubs["datasets"].load_dataset = stubs["datasets"].load_from_disk = None
    stubs["datasets"].logging = SimpleNamespace(set_verbosity_error=lambda: None)
    stubs["datasets.utils.version"].dataclass = dataclass
    sys.modules.update(stubs)
    import text_dedup.minhash

    return text_dedup.minhash


class TextDedup:
    """`embed_func`, which its command maps over the texts, with its faster settings: xxh3 and 32-bit values. It cuts
    text at every character that is not of a word, blanks one by one, so it too is given clean words. Clustering is
    that of its command: tables of bands, its own UnionFind, no check of candidates."""

    def __init__(self):
        module = load_text_dedup()
        prime = np.uint32((1 << 32) - 5)
        random = np.random.RandomState(SEED)
        draw = lambda low: random.randint(low, prime, size=(PERMUTATIONS,), dtype=np.uint32)
        self.settings = {
            "num_perm": PERMUTATIONS,
            "ngram_size": 5,
            "min_length": 0,
            "permutations": (draw(1), draw(0)),
            "hash_func": module.xxh3_32hash,
            "dtype": np.uint32,
            "max_hash": np.uint32((1 << 32) - 1),
            "modulo_prime": prime,
        }
        self.module = module
        self.bands = {t: module.optimal_param(t, PERMUTATIONS) for t in THRESHOLDS}
        whole = [(0, PERMUTATIONS)]
        self.signatures = {
            "text-dedup": {
                "embed_func, xxh3, 32 bits": lambda texts: [
                    self.embed(text, whole) for text in clean_texts(texts, Clock())
                ]
            }
        }
        self.jobs = {"text-dedup": {"embed_func, its tables and UnionFind": self.job}}
        self.distinct = self.distinct_in

    def embed(self, text, ranges):
        return self.module.embed_func(text, 0, hashranges=ranges, **self.settings)[self.module.SIGNATURE_COLUMN]

    def distinct_in(self, texts):
        cut = self.module.NON_ALPHA.split
        return sum(len(set(self.module.ngrams(cut(text), 5, 0))) for text in clean_texts(texts, Clock()))

    def job(self, texts, threshold):
        clock = Clock()
        cleaned = clean_texts(texts, clock)
        bands, rows = self.bands[threshold]
        ranges = [(i * rows, (i + 1) * rows) for i in range(bands)]
        signatures = [self.embed(text, ranges) for text in cleaned]
        clock.lap("shingles, sketch")
        tables = [{} for _ in ranges]
        for key, signature in enumerate(signatures):
            for table, band in zip(tables, signature):
                table.setdefault(band, set()).add(key)
        clock.lap("index")
        groups = self.module.UnionFind()
        for table in tables:
            for cluster in table.values():
                if len(cluster) > 1:
                    least = min(cluster)
                    for key in cluster:
                        groups.union(key, least)
        labels = [groups.find(key) for key in range(len(texts))]
        clock.lap("verify, join")
        return labels, clock.parts


SIDES = {"datasketch": Datasketch, "rensa": Rensa, "gaoya": Gaoya, "text-dedup": TextDedup}
