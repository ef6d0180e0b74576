// The kernel in AssemblyScript, sixteen trials at a time in four vectors. It reads the records that ../program.ts tells
// of and answers the bits of ../kernel-twin.ts: only + - * / and square roots in single precision, and whole numbers.

const KIND_MASK: u32 = 7
const SPREAD_MASK: u32 = 24
const MOMENT: u32 = 0
const WORK: u32 = 1
const GATE: u32 = 2
const SHARED: u32 = 3
const RISK: u32 = 4
const FIRST: u32 = 5
const FIXED: u32 = 0
const TRIANGULAR: u32 = 8
const TABLED: u32 = 16
const KEEPS_START: u32 = 32
const BOUNDS_FINISH: u32 = 64

// Byte offsets within records.
const WORK_BYTES: usize = 56
const MOMENT_BYTES: usize = 16
const GATE_BYTES: usize = 20
const SHARED_BYTES: usize = 12
const FIRST_BYTES: usize = 12
const SLOT: usize = 64
/** The rows of the pass, before everything else in memory. */
const ROWS: usize = 16

let values: usize = 0
let tables: usize = 0
let durations: usize = 0
let lanesOf: usize = 0
let sharing: i32 = 0

/** Runs all passes of a job; every place is a byte offset. `durations` is 0 where nothing is marked. */
export function run(
  words: usize,
  wordsEnd: usize,
  tablesAt: usize,
  valuesAt: usize,
  valuesEnd: usize,
  durationsAt: usize,
  lanesAt: usize,
  recordsAt: usize,
  marksAt: usize,
  times: usize,
  passes: i32,
  firstTrial: i32,
  seed: i32,
  shares: i32,
  marked: i32,
): void {
  values = valuesAt
  tables = tablesAt
  lanesOf = lanesAt
  sharing = shares
  for (let pass = 0; pass < passes; pass++) {
    const left = marked - pass * 16
    durations = left > 0 ? durationsAt : 0
    drawRows(firstTrial + pass * 16, seed)
    forward(words, wordsEnd, times + <usize>pass * SLOT, <usize>passes * SLOT)
    if (left > 0) {
      memory.fill(lanesAt, 0, (valuesEnd - valuesAt) >> 4)
      backward(words, wordsEnd, recordsAt, marksAt, valuesEnd - SLOT - valuesAt, left >= 16 ? 0xffff : (1 << left) - 1)
    }
  }
}

// @ts-ignore: decorator
@inline function mixed(word: v128): v128 {
  const first = i32x4.mul(v128.xor(word, i32x4.shr_u(word, 16)), i32x4.splat(0x7feb352d))
  const second = i32x4.mul(v128.xor(first, i32x4.shr_u(first, 15)), i32x4.splat(0x846ca68b))
  return v128.xor(second, i32x4.shr_u(second, 16))
}

function drawRows(trial: i32, seed: i32): void {
  for (let lane = 0; lane < 16; lane += 4) {
    const trials = i32x4.add(i32x4.splat(trial + lane), i32x4(0, 1, 2, 3))
    v128.store(ROWS + (<usize>lane << 2), mixed(v128.xor(mixed(trials), i32x4.splat(seed))))
  }
}

// @ts-ignore: decorator
@inline function draw(row: v128, key: v128, otherKey: v128): v128 {
  const first = i32x4.mul(v128.xor(row, key), i32x4.splat(0x7feb352d))
  const second = i32x4.mul(v128.xor(v128.xor(first, i32x4.shr_u(first, 15)), otherKey), i32x4.splat(0x846ca68b))
  return v128.xor(second, i32x4.shr_u(second, 16))
}

// @ts-ignore: decorator
@inline function secondDraw(row: v128, at: usize): v128 {
  const key = i32x4.splat(load<i32>(at, 20) ^ 0x3c6ef372)
  const otherKey = i32x4.splat(load<i32>(at, 24) ^ 0x1b873593)
  return i32x4.shr_u(draw(row, key, otherKey), 8)
}

// @ts-ignore: decorator
@inline function rowAt(vector: usize): v128 {
  return v128.load(ROWS + vector)
}

/** The bits behind a duration that may be shared with others of its workstream. */
function sharedBits(at: usize, vector: usize): v128 {
  const own = ownBits(at, vector)
  const shared = load<i32>(at, 52)
  if (shared < 0) return own
  const takesShared = i32x4.lt_s(secondDraw(rowAt(vector), at), i32x4.splat(sharing))
  return v128.bitselect(v128.load(values + <usize>shared + vector), own, takesShared)
}

// @ts-ignore: decorator
@inline function ownBits(at: usize, vector: usize): v128 {
  return draw(rowAt(vector), v128.load32_splat(at, 20), v128.load32_splat(at, 24))
}

// @ts-ignore: decorator
@inline function whole(duration: v128): v128 {
  return f32x4.pmax(f32x4.splat(0), f32x4.nearest(duration))
}

/** 24 bits as a whole number; what it is multiplied with is a 2^24th for it. */
// @ts-ignore: decorator
@inline function shareOf(bits: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.shr_u(bits, 8))
}

/** One of two, lane by lane, as `chosen` says; `both` is the one xor the other. */
// @ts-ignore: decorator
@inline function choice(other: v128, both: v128, chosen: v128): v128 {
  return v128.xor(other, v128.and(both, chosen))
}

/** Lane by lane: low + sqrt(share * area below), or high - sqrt((1 - share) * area above). */
// @ts-ignore: decorator
@inline function triangular(at: usize, bits: v128): v128 {
  const high = v128.load32_splat(at, 32)
  const above = v128.xor(v128.load32_splat(at, 44), i32x4.splat(0x80000000))
  const share = shareOf(bits)
  const isLow = f32x4.lt(share, v128.load32_splat(at, 36))
  const away = f32x4.sub(share, v128.andnot(f32x4.splat(16777216), isLow))
  const area = f32x4.mul(away, choice(above, v128.xor(v128.load32_splat(at, 40), above), isLow))
  const signed = v128.or(f32x4.sqrt(area), v128.and(away, i32x4.splat(0x80000000)))
  return whole(f32x4.add(choice(high, v128.xor(v128.load32_splat(at, 28), high), isLow), signed))
}

// @ts-ignore: decorator
@inline function tabled(at: usize, bits: v128): v128 {
  const table = tables + load<usize>(at, 44)
  const cells = i32x4.shr_u(bits, 23)
  const isFirst = i32x4.eq(cells, i32x4.splat(0))
  const isEnd = v128.or(isFirst, i32x4.eq(cells, i32x4.splat(511)))
  const inner = v128.and(i32x4.shr_u(bits, 12), i32x4.splat(0x7fc))
  const ends = i32x4.add(inner, v128.bitselect(i32x4.splat(2052), i32x4.splat(4104), isFirst))
  const places = v128.bitselect(ends, i32x4.shl(cells, 2), isEnd)
  const front = v128.load64_lane(
    table + i32x4.extract_lane(places, 1),
    v128.load64_zero(table + i32x4.extract_lane(places, 0)),
    1,
  )
  const back = v128.load64_lane(
    table + i32x4.extract_lane(places, 3),
    v128.load64_zero(table + i32x4.extract_lane(places, 2)),
    1,
  )
  const low = v128.shuffle<f32>(front, back, 0, 2, 4, 6)
  const high = v128.shuffle<f32>(front, back, 1, 3, 5, 7)
  const mask = v128.bitselect(i32x4.splat(0x3fff), i32x4.splat(0x7fffff), isEnd)
  const within = f32x4.mul(
    f32x4.convert_i32x4_s(v128.and(bits, mask)),
    v128.bitselect(f32x4.splat(6.103515625e-5), f32x4.splat(1.1920928955078125e-7), isEnd),
  )
  const quantile = f32x4.add(low, f32x4.mul(within, f32x4.sub(high, low)))
  const stretched = f32x4.add(v128.load32_splat(at, 28), f32x4.mul(v128.load32_splat(at, 32), quantile))
  return whole(f32x4.pmin(f32x4.pmax(stretched, v128.load32_splat(at, 36)), v128.load32_splat(at, 40)))
}

// @ts-ignore: decorator
@inline function uniform(at: usize, bits: v128): v128 {
  return whole(f32x4.add(v128.load32_splat(at, 28), f32x4.mul(shareOf(bits), v128.load32_splat(at, 32))))
}

/** A duration whose bits are known, however it is spread. */
function drawnFrom(at: usize, spread: u32, bits: v128): v128 {
  if (spread == TRIANGULAR) return triangular(at, bits)
  if (spread == TABLED) return tabled(at, bits)
  return spread == FIXED ? v128.load32_splat(at, 28) : uniform(at, bits)
}

// @ts-ignore: decorator
@inline function waited(so: v128, source: usize, lag: v128): v128 {
  return f32x4.pmax(so, f32x4.add(v128.load(source), lag))
}

function forward(words: usize, wordsEnd: usize, times: usize, outputBytes: usize): void {
  let at = words
  let slot = values
  while (at < wordsEnd) {
    const head = load<u32>(at)
    const kind = head & KIND_MASK
    if (kind == WORK) {
      at = work(at, slot, head)
      slot += head & KEEPS_START ? 2 * SLOT : SLOT
    } else if (kind == MOMENT) {
      at = moment(at, slot)
      slot += SLOT
    } else if (kind == GATE) {
      at = gate(at, slot, times, outputBytes)
      slot += SLOT
    } else if (kind == SHARED) {
      for (let vector: usize = 0; vector < SLOT; vector += 16)
        v128.store(slot + vector, draw(rowAt(vector), v128.load32_splat(at, 4), v128.load32_splat(at, 8)))
      at += SHARED_BYTES
      slot += SLOT
    } else if (kind == FIRST) {
      at = first(at, slot)
      slot += SLOT
    } else at = risk(at, head & SPREAD_MASK)
  }
}

function work(at: usize, slot: usize, head: u32): usize {
  let d0: v128
  let d1: v128
  let d2: v128
  let d3: v128
  const spread = head & SPREAD_MASK
  if (load<i32>(at, 52) >= 0) {
    d0 = drawnFrom(at, spread, sharedBits(at, 0))
    d1 = drawnFrom(at, spread, sharedBits(at, 16))
    d2 = drawnFrom(at, spread, sharedBits(at, 32))
    d3 = drawnFrom(at, spread, sharedBits(at, 48))
  } else if (spread == TRIANGULAR) {
    d0 = triangular(at, ownBits(at, 0))
    d1 = triangular(at, ownBits(at, 16))
    d2 = triangular(at, ownBits(at, 32))
    d3 = triangular(at, ownBits(at, 48))
  } else if (spread == TABLED) {
    d0 = tabled(at, ownBits(at, 0))
    d1 = tabled(at, ownBits(at, 16))
    d2 = tabled(at, ownBits(at, 32))
    d3 = tabled(at, ownBits(at, 48))
  } else {
    d0 = drawnFrom(at, spread, ownBits(at, 0))
    d1 = drawnFrom(at, spread, ownBits(at, 16))
    d2 = drawnFrom(at, spread, ownBits(at, 32))
    d3 = drawnFrom(at, spread, ownBits(at, 48))
  }
  const delay = load<i32>(at, 48)
  if (delay >= 0) {
    const from = values + <usize>delay
    d0 = f32x4.add(d0, v128.load(from))
    d1 = f32x4.add(d1, v128.load(from, 16))
    d2 = f32x4.add(d2, v128.load(from, 32))
    d3 = f32x4.add(d3, v128.load(from, 48))
  }
  let s0 = v128.load32_splat(at, 12)
  let s1 = s0
  let s2 = s0
  let s3 = s0
  let edge = at + WORK_BYTES
  const edgesEnd = edge + (<usize>load<u32>(at, 4) << 3)
  for (; edge < edgesEnd; edge += 8) {
    const source = values + load<usize>(edge)
    const lag = v128.load32_splat(edge, 4)
    s0 = waited(s0, source, lag)
    s1 = waited(s1, source + 16, lag)
    s2 = waited(s2, source + 32, lag)
    s3 = waited(s3, source + 48, lag)
  }
  if (head & BOUNDS_FINISH) {
    const base = v128.load32_splat(at, 16)
    s0 = f32x4.pmax(s0, f32x4.sub(base, d0))
    s1 = f32x4.pmax(s1, f32x4.sub(base, d1))
    s2 = f32x4.pmax(s2, f32x4.sub(base, d2))
    s3 = f32x4.pmax(s3, f32x4.sub(base, d3))
    const finishEnd = edge + (<usize>load<u32>(at, 8) << 3)
    for (; edge < finishEnd; edge += 8) {
      const source = values + load<usize>(edge)
      const lag = v128.load32_splat(edge, 4)
      s0 = f32x4.pmax(s0, f32x4.sub(f32x4.add(v128.load(source), lag), d0))
      s1 = f32x4.pmax(s1, f32x4.sub(f32x4.add(v128.load(source, 16), lag), d1))
      s2 = f32x4.pmax(s2, f32x4.sub(f32x4.add(v128.load(source, 32), lag), d2))
      s3 = f32x4.pmax(s3, f32x4.sub(f32x4.add(v128.load(source, 48), lag), d3))
    }
  }
  v128.store(slot, f32x4.add(s0, d0))
  v128.store(slot, f32x4.add(s1, d1), 16)
  v128.store(slot, f32x4.add(s2, d2), 32)
  v128.store(slot, f32x4.add(s3, d3), 48)
  if (head & KEEPS_START) store4(slot + SLOT, s0, s1, s2, s3)
  if (durations) store4(durations + slot - values, d0, d1, d2, d3)
  return edge
}

// @ts-ignore: decorator
@inline function store4(at: usize, one: v128, two: v128, three: v128, four: v128): void {
  v128.store(at, one)
  v128.store(at, two, 16)
  v128.store(at, three, 32)
  v128.store(at, four, 48)
}

/** The latest of what is there already and edges, in all lanes of a slot. */
function raise(slot: usize, from: usize, edges: u32): usize {
  let s0 = v128.load(slot)
  let s1 = v128.load(slot, 16)
  let s2 = v128.load(slot, 32)
  let s3 = v128.load(slot, 48)
  let edge = from
  const end = from + (<usize>edges << 3)
  for (; edge < end; edge += 8) {
    const source = values + load<usize>(edge)
    const lag = v128.load32_splat(edge, 4)
    s0 = waited(s0, source, lag)
    s1 = waited(s1, source + 16, lag)
    s2 = waited(s2, source + 32, lag)
    s3 = waited(s3, source + 48, lag)
  }
  store4(slot, s0, s1, s2, s3)
  return edge
}

function moment(at: usize, slot: usize): usize {
  const base = v128.load32_splat(at, 8)
  store4(slot, base, base, base, base)
  const end = raise(slot, at + MOMENT_BYTES, load<u32>(at, 4))
  const cap = v128.load32_splat(at, 12)
  for (let vector: usize = 0; vector < SLOT; vector += 16)
    v128.store(slot + vector, f32x4.pmin(v128.load(slot + vector), cap))
  return end
}

/** The first of a base and edges. */
function first(at: usize, slot: usize): usize {
  const base = v128.load32_splat(at, 8)
  store4(slot, base, base, base, base)
  let edge = at + FIRST_BYTES
  const end = edge + (<usize>load<u32>(at, 4) << 3)
  for (; edge < end; edge += 8) {
    const source = values + load<usize>(edge)
    const lag = v128.load32_splat(edge, 4)
    for (let vector: usize = 0; vector < SLOT; vector += 16)
      v128.store(
        slot + vector,
        f32x4.pmin(v128.load(slot + vector), f32x4.add(v128.load(source + vector), lag)),
      )
  }
  return edge
}

// @ts-ignore: decorator
@inline function endOfDay(at: v128): v128 {
  const day = f32x4.floor(f32x4.div(at, f32x4.splat(480)))
  return f32x4.mul(f32x4.add(day, f32x4.splat(1)), f32x4.splat(480))
}

function gate(at: usize, slot: usize, times: usize, outputBytes: usize): usize {
  const never = f32x4.splat(-Infinity)
  store4(slot, never, never, never, never)
  const between = raise(slot, at + GATE_BYTES, load<u32>(at, 4))
  const base = v128.load32_splat(at, 12)
  for (let vector: usize = 0; vector < SLOT; vector += 16)
    v128.store(slot + vector, f32x4.pmax(base, endOfDay(v128.load(slot + vector))))
  const end = raise(slot, between, load<u32>(at, 8))
  memory.copy(times + <usize>load<u32>(at, 16) * outputBytes, slot, SLOT)
  return end
}

function risk(at: usize, spread: u32): usize {
  const threshold = v128.load32_splat(at, 12)
  const end = at + WORK_BYTES + (<usize>load<u32>(at, 4) << 2)
  for (let vector: usize = 0; vector < SLOT; vector += 16) {
    let delay = drawnFrom(at, spread, ownBits(at, vector))
    delay = v128.and(delay, i32x4.lt_s(secondDraw(rowAt(vector), at), threshold))
    for (let touched = at + WORK_BYTES; touched < end; touched += 4) {
      const slot = values + load<usize>(touched) + vector
      v128.store(slot, f32x4.add(v128.load(slot), delay))
    }
  }
  return end
}

function lengthOf(at: usize, kind: u32): usize {
  const edges = <usize>load<u32>(at, 4)
  if (kind == WORK) return WORK_BYTES + ((edges + <usize>load<u32>(at, 8)) << 3)
  if (kind == MOMENT) return MOMENT_BYTES + (edges << 3)
  if (kind == FIRST) return FIRST_BYTES + (edges << 3)
  if (kind == GATE) return GATE_BYTES + ((edges + <usize>load<u32>(at, 8)) << 3)
  return kind == SHARED ? SHARED_BYTES : WORK_BYTES + (edges << 2)
}

/** Walks back from the last slot, as ../kernel-twin-marks.ts does. */
function backward(words: usize, wordsEnd: usize, recordsAt: usize, marksAt: usize, last: usize, wanted: u32): void {
  let record = recordsAt
  for (let at = words, slot: usize = 0; at < wordsEnd; record += 8) {
    const head = load<u32>(at)
    const kind = head & KIND_MASK
    store<usize>(record, at)
    store<usize>(record, slot, 4)
    if (kind != RISK) slot += head & KEEPS_START ? 2 * SLOT : SLOT
    at += lengthOf(at, kind)
  }
  store<u32>(lanesOf + (last >> 4), wanted)
  while (record > recordsAt) {
    record -= 8
    const at = load<usize>(record)
    const slot = load<usize>(record, 4)
    const head = load<u32>(at)
    const kind = head & KIND_MASK
    if (kind == SHARED || kind == RISK) continue
    let lanes = load<u32>(lanesOf + (slot >> 4))
    if (head & KEEPS_START) lanes |= load<u32>(lanesOf + (slot >> 4), 4)
    if (lanes == 0) continue
    const mark = marksAt + ((record - recordsAt) >> 1)
    store<u32>(mark, load<u32>(mark) + popcnt(lanes))
    markRecord(at, slot, kind, lanes)
  }
}

function markRecord(at: usize, slot: usize, kind: u32, lanes: u32): void {
  const edges = load<u32>(at, 4)
  if (kind == MOMENT || kind == FIRST) {
    markEdges(at + (kind == MOMENT ? MOMENT_BYTES : FIRST_BYTES), edges, slot, lanes, 0)
    return
  }
  const from = at + (kind == WORK ? WORK_BYTES : GATE_BYTES)
  markEdges(from, edges, slot, lanes, kind)
  markEdges(from + (<usize>edges << 3), load<u32>(at, 8), slot, lanes, 0)
}

/** What an edge asks is held as it is (0), less the duration (WORK), or at the end of its day (GATE). */
function markEdges(from: usize, edges: u32, slot: usize, lanes: u32, held: u32): void {
  const end = from + (<usize>edges << 3)
  for (let edge = from; edge < end; edge += 8) {
    const source = load<usize>(edge)
    const lag = v128.load32_splat(edge, 4)
    let tight: u32 = 0
    for (let vector: usize = 0; vector < SLOT; vector += 16) {
      let asked = f32x4.add(v128.load(values + source + vector), lag)
      if (held == WORK) asked = f32x4.add(asked, v128.load(durations + slot + vector))
      else if (held == GATE) asked = endOfDay(asked)
      tight |= i32x4.bitmask(f32x4.eq(asked, v128.load(values + slot + vector))) << (<u32>vector >> 2)
    }
    const place = lanesOf + (source >> 4)
    store<u32>(place, load<u32>(place) | (tight & lanes))
  }
}
