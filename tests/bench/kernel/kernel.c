// The same work as lib/simulation/assembly/kernel.as for plain work and finish-to-start links, as one would write it in
// C: sixteen trials a pass over all nodes, the same hash for random numbers, triangular durations in whole ticks.
// cc -O3 -march=native -fno-math-errno kernel.c -lm -o kernel && ./kernel network trials
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LANES 16

typedef struct {
  float base, low, high, cut, below, above;
  uint32_t key, other_key, first, edges;
} Node;

static inline uint32_t mixed(uint32_t x) {
  x = (x ^ (x >> 16)) * 0x7feb352du;
  x = (x ^ (x >> 15)) * 0x846ca68bu;
  return x ^ (x >> 16);
}

static void pass(const Node *nodes, int count, const uint32_t *source, const float *lag, float *values, uint32_t trial,
                 uint32_t seed, float *restrict out) {
  uint32_t rows[LANES];
  for (int i = 0; i < LANES; i++) rows[i] = mixed(mixed(trial + i) ^ seed);
  float latest[LANES];
  for (int i = 0; i < LANES; i++) latest[i] = 0;
  for (int n = 0; n < count; n++) {
    const Node *node = &nodes[n];
    float start[LANES];
    for (int i = 0; i < LANES; i++) start[i] = node->base;
    for (uint32_t e = node->first; e < node->first + node->edges; e++) {
      const float *from = values + source[e] * LANES;
      const float later = lag[e];
      for (int i = 0; i < LANES; i++) {
        const float asked = from[i] + later;
        start[i] = start[i] < asked ? asked : start[i];
      }
    }
    float *restrict finish = values + n * LANES;
    for (int i = 0; i < LANES; i++) {
      uint32_t x = (rows[i] ^ node->key) * 0x7feb352du;
      x = (x ^ (x >> 15) ^ node->other_key) * 0x846ca68bu;
      x ^= x >> 16;
      const float u = (float)(int32_t)(x >> 8);
      const int is_low = u < node->cut;
      const float area = (is_low ? u : 0x1p24f - u) * (is_low ? node->below : node->above);
      const float away = sqrtf(area);
      const float duration = rintf(is_low ? node->low + away : node->high - away);
      finish[i] = start[i] + duration;
      latest[i] = latest[i] < finish[i] ? finish[i] : latest[i];
    }
  }
  for (int i = 0; i < LANES; i++) out[i] = latest[i];
}

int main(int arguments, char **argument) {
  if (arguments < 3) return 2;
  FILE *file = fopen(argument[1], "rb");
  uint32_t head[3];
  if (!file || fread(head, 4, 3, file) != 3) return 3;
  const int count = head[0], edges = head[1];
  Node *nodes = malloc(count * sizeof(Node));
  uint32_t *source = malloc(edges * 4 + 4);
  float *lag = malloc(edges * 4 + 4);
  if (fread(nodes, sizeof(Node), count, file) != (size_t)count) return 3;
  if (fread(source, 4, edges, file) != (size_t)edges || fread(lag, 4, edges, file) != (size_t)edges) return 3;
  const int passes = atoi(argument[2]) / LANES;
  float *values = aligned_alloc(64, count * LANES * 4);
  float *out = malloc(passes * LANES * 4);
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (int p = 0; p < passes; p++) pass(nodes, count, source, lag, values, p * LANES, head[2], out + p * LANES);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double sum = 0;
  for (int i = 0; i < passes * LANES; i++) sum += out[i];
  printf("{\"seconds\":%.9f,\"mean\":%.4f}\n", end.tv_sec - begin.tv_sec + (end.tv_nsec - begin.tv_nsec) * 1e-9,
         sum / (passes * LANES));
  return 0;
}
