/*
 * C = alpha·op(A)·op(B) + beta·C of row-major floats, by the library that the program is compiled for: OpenBLAS, oneDNN
 * with -DONEDNN, or the loops below with -DOWN_LOOPS. The library's own threads are those of OPENBLAS_NUM_THREADS.
 */
#include <stdbool.h>
#include <stdlib.h>

/* The widest vectors of the machine: of wider ones than it has the compiler makes code that is twenty times slower. */
#if defined(__AVX512F__)
enum { LANES = 16, ROWS_OF_A_TILE = 12 };
#else
enum { LANES = 8, ROWS_OF_A_TILE = 6 };
#endif
typedef float vector __attribute__((vector_size(LANES * sizeof(float))));

static int library_threads(void) {
  const char *text = getenv("OPENBLAS_NUM_THREADS");
  return text ? atoi(text) : 1;
}

#if defined(ONEDNN)
#include <omp.h>
#include <oneapi/dnnl/dnnl.h>

#define LIBRARY "oneDNN"

static void library_begins(void) { omp_set_num_threads(library_threads()); }

static void product(bool ta, bool tb, int m, int n, int k, float alpha, const float *a, int lda, const float *b, int ldb,
                    float beta, float *c, int ldc) {
  dnnl_sgemm(ta ? 'T' : 'N', tb ? 'T' : 'N', m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

#elif defined(OWN_LOOPS)

#define LIBRARY "own loops"

typedef float loose __attribute__((vector_size(LANES * sizeof(float)), aligned(4)));

enum { PANEL = 2 * LANES, DEPTH = LANES == 16 ? 512 : 256 };

static _Thread_local float panel[DEPTH * PANEL] __attribute__((aligned(64)));

static void library_begins(void) {}

/* Sums of `rows` rows and `vectors` vectors of columns in registers. Rows of B are `step` floats apart. */
static inline __attribute__((always_inline)) void tile(const int rows, const int vectors, int k, float alpha,
                                                       const float *a, long row, long column, const float *b, long step,
                                                       float beta, float *c, long ldc) {
  vector sum[12][2];
#pragma GCC unroll 12
  for (int r = 0; r < rows; r++)
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) sum[r][v] = (vector){0};
  for (int l = 0; l < k; l++, b += step, a += column) {
#pragma GCC unroll 12
    for (int r = 0; r < rows; r++)
#pragma GCC unroll 2
      for (int v = 0; v < vectors; v++) sum[r][v] += a[r * row] * *(const loose *)(b + v * LANES);
  }
#pragma GCC unroll 12
  for (int r = 0; r < rows; r++)
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) {
      loose *to = (loose *)(c + r * ldc + v * LANES);
      *to = beta == 0 ? alpha * sum[r][v] : alpha * sum[r][v] + beta * *to;
    }
}

static inline __attribute__((always_inline)) void strip(const int vectors, int m, int k, float alpha, const float *a,
                                                        long row, long column, const float *b, long step, float beta,
                                                        float *c, long ldc) {
  int i = 0;
  /* Twelve rows use each vector of B most often, eight leave no remainder of the usual batches; with sixteen registers six do. */
  for (; (m % 8 != 0 || LANES < 16) && m - i >= ROWS_OF_A_TILE; i += ROWS_OF_A_TILE)
    tile(ROWS_OF_A_TILE, vectors, k, alpha, a + i * row, row, column, b, step, beta, c + i * ldc, ldc);
  for (; LANES == 16 && m - i >= 8; i += 8) tile(8, vectors, k, alpha, a + i * row, row, column, b, step, beta, c + i * ldc, ldc);
  for (; m - i >= 4; i += 4) tile(4, vectors, k, alpha, a + i * row, row, column, b, step, beta, c + i * ldc, ldc);
  for (; i < m; i++) tile(1, vectors, k, alpha, a + i * row, row, column, b, step, beta, c + i * ldc, ldc);
}

/* n is rounded up to whole vectors: all rows have so much room. */
static void product(bool ta, bool tb, int m, int n, int k, float alpha, const float *a, int lda, const float *b, int ldb,
                    float beta, float *c, int ldc) {
  long row = ta ? 1 : lda, column = ta ? lda : 1;
  for (int from = 0; from < k; from += DEPTH) {
    int depth = k - from < DEPTH ? k - from : DEPTH;
    float keep = from == 0 ? beta : 1;
    for (int j = 0; j < n; j += PANEL) {
      int wide = n - j > LANES ? PANEL : LANES;
      const float *right = b + (long)from * ldb + j;
      long step = ldb;
      if (tb || (depth > 128 && m >= 16)) {
        for (int l = 0; l < depth; l++)
          for (int x = 0; x < wide; x++)
            panel[l * wide + x] = !tb ? right[l * step + x] : j + x < n ? b[(long)(j + x) * ldb + from + l] : 0;
        right = panel;
        step = wide;
      }
      if (wide == PANEL) strip(2, m, depth, alpha, a + from * column, row, column, right, step, keep, c + j, ldc);
      else strip(1, m, depth, alpha, a + from * column, row, column, right, step, keep, c + j, ldc);
    }
  }
}

#else
#include <cblas.h>

#define LIBRARY "OpenBLAS"

extern char *openblas_get_corename(void);
extern void openblas_set_num_threads(int);

static void library_begins(void) { openblas_set_num_threads(library_threads()); }

static void product(bool ta, bool tb, int m, int n, int k, float alpha, const float *a, int lda, const float *b, int ldb,
                    float beta, float *c, int ldc) {
  cblas_sgemm(CblasRowMajor, ta ? CblasTrans : CblasNoTrans, tb ? CblasTrans : CblasNoTrans, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}
#endif
