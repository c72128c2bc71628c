/*
 * The workloads of `./nn bench` as an expert would write them in C for one machine: products by a library, everything else
 * in loops that the compiler makes vectors of, one pass each, and nothing allocated in a step. Sums come in any order and
 * nobody looks for NaN, which ours does.
 *
 * peer [id …] [--threads 1|2] [--passes N] [--warmup SECONDS]
 *
 * Prints lines `id,samples/s,median`, as `./nn bench` does. --threads are the program's own, which share out rows of the
 * batch and then rows of the weights; OPENBLAS_NUM_THREADS are those of the library.
 */
#define _GNU_SOURCE
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "product.h"

enum { MOST_LAYERS = 3, VECTOR = 16, ROWS_AT_A_TIME = 128, COLUMNS_OF_A_PANEL = 8 * LANES, ROW_OF_ONE = 32 / LANES };
enum activation { RELU, TANH, SIGMOID };
enum work { SGD, ADAM, PREDICTION };

struct workload {
  const char *id;
  int layers, widths[MOST_LAYERS + 1];
  enum activation hidden;
  enum work work;
  int batch, rows;
  float rate;
};

static const struct workload WORKLOADS[] = {
    {"w1", 2, {784, 128, 10}, RELU, SGD, 32, 30000, 0.01f},
    {"w2", 3, {784, 512, 512, 10}, RELU, ADAM, 128, 20000, 0.001f},
    {"w3", 3, {30, 64, 32, 1}, RELU, ADAM, 32, 20000, 0.001f},
    {"w4", 3, {1024, 2048, 2048, 1000}, RELU, SGD, 512, 4096, 0.01f},
    {"w5", 2, {784, 30, 1}, SIGMOID, SGD, 1, 5000, 0.01f},
    {"w6", 3, {784, 256, 256, 10}, TANH, ADAM, 64, 20000, 0.001f},
    {"i1", 3, {784, 512, 512, 10}, RELU, PREDICTION, 1, 20480, 0},
    {"i32", 3, {784, 512, 512, 10}, RELU, PREDICTION, 32, 20480, 0},
    {"i1024", 3, {784, 512, 512, 10}, RELU, PREDICTION, 1024, 20480, 0},
};

/* Rows of `inputs` start `input_step` floats apart, rows of weights and gradients `output_step`. */
struct layer {
  int in, out, input_step, output_step;
  float *weights, *bias, *inputs, *gradients;
  float *mean, *square, *bias_mean, *bias_square; /* Adam's */
  float *panels;                                  /* of one row's prediction: columns by COLUMNS_OF_A_PANEL */
};

static const struct workload *at;
static struct layer layers[MOST_LAYERS];
static float *features, *targets, *outputs, *weight_gradients[2];
static int *labels, *order, feature_step, first_row, threads = 1;
static float mean_correction, square_correction;
static double beta1_power, beta2_power;
static volatile double losses[2][8];

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static float random_float(void) {
  static unsigned long long state = 0x9E3779B97F4A7C15ull;
  state ^= state << 7;
  state ^= state >> 9;
  return (state >> 40) / 16777216.0f;
}

/* Zeros, with a vector of room behind them. Large arrays get large pages. */
static float *floats(size_t count) {
  const size_t page = 2 << 20;
  size_t bytes = (count + 2 * VECTOR) * sizeof(float);
  size_t unit = bytes >= page / 2 ? page : 64;
  bytes = (bytes + unit - 1) / unit * unit;
  float *array = aligned_alloc(unit, bytes);
  if (array == NULL) exit(1);
  if (unit == page) madvise(array, bytes, MADV_HUGEPAGE);
  return memset(array, 0, bytes);
}

/* Whole vectors, and rows that do not all fall on the same lines of a cache. */
static int step_of(int columns) {
  int step = (columns + VECTOR - 1) / VECTOR * VECTOR;
  return step % 512 == 0 ? step + VECTOR : step;
}

/* --- two threads that meet --- */

static _Alignas(128) atomic_int waiting;
static _Alignas(128) atomic_int meetings;

static void meet(void) {
  if (threads == 1) return;
  int meeting = atomic_load(&meetings);
  if (atomic_fetch_add(&waiting, 1) == threads - 1) {
    atomic_store(&waiting, 0);
    atomic_store(&meetings, meeting + 1);
    return;
  }
  for (int i = 0; atomic_load_explicit(&meetings, memory_order_acquire) == meeting; i++)
    if (i < 20000) __builtin_ia32_pause();
    else sched_yield();
}

/* Where a thread's share of n begins, at a multiple of a unit. */
static int share(int n, int thread, int unit) {
  if (thread == threads) return n;
  return (int)((long)n * thread / threads / unit) * unit;
}

/* --- loops over elements --- */

static void activate(float *restrict z, const float *restrict bias, int rows, int columns, int step) {
  for (int r = 0; r < rows; r++, z += step) switch (at->hidden) {
      case RELU:
        for (int j = 0; j < columns; j++) z[j] = fmaxf(z[j] + bias[j], 0);
        break;
      case TANH:
        for (int j = 0; j < columns; j++) z[j] = tanhf(z[j] + bias[j]);
        break;
      case SIGMOID:
        for (int j = 0; j < columns; j++) z[j] = 1 / (1 + expf(-z[j] - bias[j]));
    }
}

static void differentiate(float *restrict d, int d_step, const float *restrict a, int a_step, int rows, int columns) {
  for (int r = 0; r < rows; r++, d += d_step, a += a_step) switch (at->hidden) {
      case RELU:
        for (int j = 0; j < columns; j++) d[j] = a[j] > 0 ? d[j] : 0;
        break;
      case TANH:
        for (int j = 0; j < columns; j++) d[j] *= 1 - a[j] * a[j];
        break;
      case SIGMOID:
        for (int j = 0; j < columns; j++) d[j] *= a[j] * (1 - a[j]);
    }
}

static void softmax(float *restrict z, const float *restrict bias, int columns) {
  float largest = -INFINITY, sum = 0;
  for (int j = 0; j < columns; j++) largest = fmaxf(largest, z[j] += bias[j]);
  for (int j = 0; j < columns; j++) sum += z[j] = expf(z[j] - largest);
  for (int j = 0; j < columns; j++) z[j] /= sum;
}

static void adam(float *restrict w, const float *restrict g, float *restrict m, float *restrict v, long count) {
  float rate = at->rate / mean_correction, scale = 1 / square_correction;
  for (long i = 0; i < count; i++) {
    m[i] += 0.1f * (g[i] - m[i]);
    v[i] += 0.001f * (g[i] * g[i] - v[i]);
    w[i] -= rate * m[i] / (sqrtf(v[i] * scale) + 1e-7f);
  }
}

/* --- a step of a batch --- */

static void forward(int from, int rows) {
  for (int l = 0; l < at->layers; l++) {
    struct layer *y = layers + l;
    bool is_last = l == at->layers - 1;
    float *to = is_last ? y->gradients + (long)from * y->output_step : y[1].inputs + (long)from * y[1].input_step;
    int step = is_last ? y->output_step : y[1].input_step;
    product(false, false, rows, y->out, y->in, 1, y->inputs + (long)from * y->input_step, y->input_step, y->weights,
            y->output_step, 0, to, step);
    if (!is_last) activate(to, y->bias, rows, y->out, step);
  }
}

static void loss(int thread, int from, int rows) {
  struct layer *last = layers + at->layers - 1;
  for (int r = from; r < from + rows; r++) {
    float *d = last->gradients + (long)r * last->output_step;
    int row = order[first_row + r];
    if (last->out == 1) {
      float z = d[0] + last->bias[0];
      losses[thread][0] += fmaxf(z, 0) - z * targets[row] + log1pf(expf(-fabsf(z)));
      d[0] = (1 / (1 + expf(-z)) - targets[row]) / at->batch;
    } else {
      softmax(d, last->bias, last->out);
      losses[thread][0] -= logf(d[labels[row]]);
      d[labels[row]] -= 1;
      for (int j = 0; j < last->out; j++) d[j] /= at->batch;
    }
  }
}

static void backward(int from, int rows) {
  for (int l = at->layers - 1; l > 0; l--) {
    struct layer *y = layers + l, *x = y - 1;
    float *d = x->gradients + (long)from * x->output_step;
    product(false, true, rows, y->in, y->out, 1, y->gradients + (long)from * y->output_step, y->output_step, y->weights,
            y->output_step, 0, d, x->output_step);
    differentiate(d, x->output_step, y->inputs + (long)from * y->input_step, y->input_step, rows, y->in);
  }
}

/* Rows of the weights: plain descent is the product itself, and Adam follows a block while it is in the cache. */
static void update(int thread) {
  for (int l = at->layers - 1; l >= 0; l--) {
    struct layer *y = layers + l;
    int from = share(y->in, thread, VECTOR), to = share(y->in, thread + 1, VECTOR), step = y->output_step;
    if (at->work == SGD && to > from) {
      product(true, false, to - from, y->out, at->batch, -at->rate, y->inputs + from, y->input_step, y->gradients, step, 1,
              y->weights + (long)from * step, step);
    }
    int block = 32768 / step < VECTOR ? VECTOR : 32768 / step / 8 * 8;
    for (int i = from; at->work == ADAM && i < to; i += block) {
      int rows = to - i < block ? to - i : block;
      float *g = weight_gradients[thread];
      product(true, false, rows, y->out, at->batch, 1, y->inputs + i, y->input_step, y->gradients, step, 0, g, step);
      long start = (long)i * step;
      adam(y->weights + start, g, y->mean + start, y->square + start, (long)rows * step);
    }
    if (thread == threads - 1) {
      float *g = weight_gradients[thread];
      memset(g, 0, y->out * sizeof(float));
      for (int r = 0; r < at->batch; r++)
        for (int j = 0; j < y->out; j++) g[j] += y->gradients[(long)r * step + j];
      if (at->work == ADAM) adam(y->bias, g, y->bias_mean, y->bias_square, y->out);
      else
        for (int j = 0; j < y->out; j++) y->bias[j] -= at->rate * g[j];
    }
  }
}

static void train(int thread) {
  int from = share(at->batch, thread, 8), rows = share(at->batch, thread + 1, 8) - from;
  for (int r = from; r < from + rows; r++)
    memcpy(layers->inputs + (long)r * layers->input_step, features + (long)order[first_row + r] * feature_step,
           layers->in * sizeof(float));
  if (rows > 0) {
    forward(from, rows);
    loss(thread, from, rows);
    backward(from, rows);
  }
  meet();
  update(thread);
}

/* --- one example: no library does better than these loops, which read the weights once for the sums and once to update --- */

static void train_one(int thread) {
  struct layer *y = layers, *last = layers + 1;
  const float *x = features + (long)order[first_row] * feature_step;
  vector *w = (vector *)y->weights, sum[8] = {0};
  for (int i = 0; i < y->in; i += 8 / ROW_OF_ONE)
#pragma GCC unroll 8
    for (int c = 0; c < 8; c++) sum[c] += x[i + c / ROW_OF_ONE] * w[ROW_OF_ONE * i + c];
  union {
    vector vectors[ROW_OF_ONE];
    float numbers[32];
  } a, d;
  for (int c = 0; c < ROW_OF_ONE; c++) a.vectors[c] = ((vector *)y->bias)[c];
  for (int c = 0; c < 8; c++) a.vectors[c % ROW_OF_ONE] += sum[c];
  float z = last->bias[0];
  for (int j = 0; j < 32; j++) a.numbers[j] = 1 / (1 + expf(-a.numbers[j]));
  for (int j = 0; j < y->out; j++) z += a.numbers[j] * last->weights[(long)j * last->output_step];
  float t = targets[order[first_row]], p = 1 / (1 + expf(-z)), delta = at->rate * (p - t);
  losses[thread][0] -= logf(t > 0.5f ? p : 1 - p);
  for (int j = 0; j < 32; j++) {
    float *v = last->weights + (long)j * last->output_step;
    d.numbers[j] = j < y->out ? delta * *v * a.numbers[j] * (1 - a.numbers[j]) : 0;
    if (j < y->out) *v -= delta * a.numbers[j];
  }
  last->bias[0] -= delta;
  for (int i = 0; i < y->in; i++)
#pragma GCC unroll 4
    for (int c = 0; c < ROW_OF_ONE; c++) w[ROW_OF_ONE * i + c] -= x[i] * d.vectors[c];
  for (int c = 0; c < ROW_OF_ONE; c++) ((vector *)y->bias)[c] -= d.vectors[c];
}

/* --- predictions --- */

static void predict(int thread) {
  int end = share(at->batch, thread + 1, 8);
  for (int from = share(at->batch, thread, 8); from < end; from += ROWS_AT_A_TIME) {
    int rows = end - from < ROWS_AT_A_TIME ? end - from : ROWS_AT_A_TIME;
    const float *x = features + (long)(first_row + from) * feature_step;
    int x_step = feature_step;
    for (int l = 0; l < at->layers; l++) {
      struct layer *y = layers + l;
      bool is_last = l == at->layers - 1;
      float *to = is_last ? outputs + (long)from * y->output_step : y[1].inputs + (long)from * y[1].input_step;
      int step = is_last ? y->output_step : y[1].input_step;
      product(false, false, rows, y->out, y->in, 1, x, x_step, y->weights, y->output_step, 0, to, step);
      if (!is_last) activate(to, y->bias, rows, y->out, step);
      for (int r = 0; is_last && r < rows; r++) softmax(to + (long)r * step, y->bias, y->out);
      x = to;
      x_step = step;
    }
  }
}

/* Columns are shared out in panels, which were packed once, so that each thread's stay in its cache. */
static void predict_one(int thread) {
  const float *x = features + (long)first_row * feature_step;
  for (int l = 0; l < at->layers; l++) {
    struct layer *y = layers + l;
    float *z = l == at->layers - 1 ? outputs : y[1].inputs;
    if (y->panels == NULL) {
      vector sum[4][16 / LANES] = {0};
      for (int i = 0; thread == 0 && i < y->in; i += 4)
#pragma GCC unroll 4
        for (int c = 0; c < 4; c++)
#pragma GCC unroll 2
          for (int v = 0; v < 16 / LANES; v++) sum[c][v] += x[i + c] * ((vector *)(y->weights + (long)(i + c) * y->output_step))[v];
      if (thread == 0) {
        for (int v = 0; v < 16 / LANES; v++) ((vector *)z)[v] = sum[0][v] + sum[1][v] + sum[2][v] + sum[3][v];
        softmax(z, y->bias, y->out);
      }
      continue;
    }
    int end = share(y->out, thread + 1, COLUMNS_OF_A_PANEL);
    for (int from = share(y->out, thread, COLUMNS_OF_A_PANEL); from < end; from += COLUMNS_OF_A_PANEL) {
      const vector *w = (const vector *)(y->panels + (long)from * y->in);
      vector sum[8] = {0};
      for (int i = 0; i < y->in; i++, w += 8)
#pragma GCC unroll 8
        for (int c = 0; c < 8; c++) sum[c] += x[i] * w[c];
      for (int c = 0; c < 8; c++) ((vector *)(z + from))[c] = sum[c];
      activate(z + from, y->bias + from, 1, COLUMNS_OF_A_PANEL, 0);
    }
    meet();
    x = z;
  }
}

/* --- the program --- */

static void pack(struct layer *y) {
  if (y->out % COLUMNS_OF_A_PANEL != 0) return;
  y->panels = floats((size_t)y->in * y->out);
  for (int j = 0; j < y->out; j++)
    for (int i = 0; i < y->in; i++) {
      long panel = (long)(j / COLUMNS_OF_A_PANEL) * COLUMNS_OF_A_PANEL * y->in;
      y->panels[panel + (long)i * COLUMNS_OF_A_PANEL + j % COLUMNS_OF_A_PANEL] = y->weights[(long)i * y->output_step + j];
    }
}

static void build(void) {
  feature_step = step_of(at->widths[0]);
  features = floats((size_t)at->rows * feature_step);
  targets = floats(at->rows);
  labels = malloc(at->rows * sizeof(int));
  order = malloc(at->rows * sizeof(int));
  for (int r = 0; r < at->rows; r++) {
    for (int j = 0; j < at->widths[0]; j++) features[(long)r * feature_step + j] = random_float();
    labels[r] = (int)(random_float() * at->widths[at->layers]) % at->widths[at->layers];
    targets[r] = random_float() > 0.5f;
    order[r] = r;
  }
  size_t widest = 0;
  for (int l = 0; l < at->layers; l++) {
    struct layer *y = layers + l;
    y->in = at->widths[l];
    y->out = at->widths[l + 1];
    y->input_step = step_of(y->in);
    y->output_step = step_of(y->out);
    size_t count = (size_t)(y->in + 4) * y->output_step;
    y->weights = floats(count);
    y->bias = floats(y->output_step);
    y->inputs = floats((size_t)at->batch * y->input_step);
    y->gradients = floats((size_t)at->batch * y->output_step);
    float limit = sqrtf(6.0f / (y->in + y->out));
    for (int i = 0; i < y->in; i++)
      for (int j = 0; j < y->out; j++) y->weights[(long)i * y->output_step + j] = (2 * random_float() - 1) * limit;
    if (at->work == ADAM) {
      y->mean = floats(count);
      y->square = floats(count);
      y->bias_mean = floats(y->output_step);
      y->bias_square = floats(y->output_step);
    }
    if (at->work == PREDICTION && at->batch == 1) pack(y);
    size_t block = 65536 + (size_t)VECTOR * y->output_step;
    widest = block > widest ? block : widest;
  }
  for (int t = 0; t < 2; t++) weight_gradients[t] = floats(widest);
  outputs = floats((size_t)at->batch * layers[at->layers - 1].output_step);
  beta1_power = beta2_power = 1;
}

static void (*task)(int);

static void *help(void *unused) {
  for (;;) {
    meet();
    task(1);
    meet();
  }
  return unused;
}

static void run_step(void) {
  meet();
  task(0);
  meet();
}

/* Samples of one way through all rows. */
static long run_pass(void) {
  losses[0][0] = losses[1][0] = 0;
  for (int i = at->rows - 1; at->work != PREDICTION && i > 0; i--) {
    int j = (int)(random_float() * (i + 1)) % (i + 1), other = order[i];
    order[i] = order[j];
    order[j] = other;
  }
  long samples = 0;
  for (first_row = 0; first_row + at->batch <= at->rows; first_row += at->batch) {
    mean_correction = (float)(1 - (beta1_power *= 0.9));
    square_correction = (float)(1 - (beta2_power *= 0.999));
    run_step();
    samples += at->batch;
  }
  return samples;
}

static int by_size(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return (a > b) - (a < b);
}

static void measure(int passes, double warm_up) {
  double rates[100], start = seconds();
  do run_pass();
  while (seconds() - start < warm_up);
  for (int p = 0; p < passes; p++) {
    long samples = 0;
    double begin = seconds(), taken;
    do samples += run_pass();
    while ((taken = seconds() - begin) < 0.2);
    rates[p] = samples / taken;
  }
  qsort(rates, passes, sizeof *rates, by_size);
  printf("%s,samples/s,%.0f\n", at->id, rates[passes / 2]);
  if (at->work != PREDICTION) printf("# mean loss of the last pass %.6f\n", (losses[0][0] + losses[1][0]) / (at->rows / at->batch * at->batch));
  fflush(stdout);
}

int main(int count, char **words) {
  const char *id = NULL;
  int passes = 7;
  double warm_up = 1;
  for (int i = 1; i < count; i++) {
    bool has_value = i + 1 < count;
    if (!strcmp(words[i], "--threads") && has_value) threads = atoi(words[++i]);
    else if (!strcmp(words[i], "--passes") && has_value) passes = atoi(words[++i]);
    else if (!strcmp(words[i], "--warmup") && has_value) warm_up = atof(words[++i]);
    else id = words[i];
  }
  for (size_t k = 0; id && k < sizeof WORKLOADS / sizeof *WORKLOADS; k++)
    if (!strcmp(WORKLOADS[k].id, id)) at = WORKLOADS + k;
  if (at == NULL || threads < 1 || threads > 2 || passes < 1 || passes > 100) {
    fprintf(stderr, "usage: %s w1|w2|w3|w4|w5|w6|i1|i32|i1024 [--threads 1|2] [--passes 1..100] [--warmup SECONDS]\n", words[0]);
    return 2;
  }
  bool is_one = at->batch == 1;
  if (is_one && at->work != PREDICTION) threads = 1; /* a meeting takes longer than half of the step */
  task = at->work == PREDICTION ? is_one ? predict_one : predict : is_one ? train_one : train;
  printf("# C on %s, threads %d and %d of the library\n", LIBRARY, threads, library_threads());
  library_begins();
  build();
  pthread_t helper;
  if (threads == 2) pthread_create(&helper, NULL, help, NULL);
  measure(passes, warm_up);
  fflush(stdout);
  _exit(0);
}
