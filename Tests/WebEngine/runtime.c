// What Embedded Swift expects of a C library: memory in blocks of powers of two, kept for reuse.
#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;
static uintptr_t top;
static void *freed[32];

// 64 bytes before each block hold its class; so every block is aligned to a cache line.
int posix_memalign(void **result, size_t alignment, size_t size) {
  int class = 6;
  while (class < 31 && ((size_t)1 << class) < size) class++;
  if (alignment > 64 || ((size_t)1 << class) < size) return 12;
  if (freed[class]) {
    *result = freed[class];
    freed[class] = *(void **)*result;
    return 0;
  }
  if (!top) top = ((uintptr_t)&__heap_base + 63) & ~(uintptr_t)63;
  uint64_t end = (uint64_t)top + 64 + ((uint64_t)1 << class);
  uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) << 16;
  if (end > have && (end > 0xFFFF0000u ||
      __builtin_wasm_memory_grow(0, (size_t)((end - have + 65535) >> 16)) == (size_t)-1)) return 12;
  *(int *)top = class;
  *result = (void *)(top + 64);
  top = (uintptr_t)end;
  return 0;
}

void free(void *block) {
  if (!block) return;
  int class = *(int *)((uintptr_t)block - 64);
  *(void **)block = freed[class];
  freed[class] = block;
}

// With bulk memory each of these is one instruction.
void *memcpy(void *to, const void *from, size_t n) { return __builtin_memmove(to, from, n); }
void *memmove(void *to, const void *from, size_t n) { return __builtin_memmove(to, from, n); }
void *memset(void *to, int value, size_t n) { return __builtin_memset(to, value, n); }
int memcmp(const void *first, const void *second, size_t n) {
  const unsigned char *a = first, *b = second;
  for (size_t i = 0; i < n; i++) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

// Swift seeds its hash tables with this; nothing here may depend on chance.
void arc4random_buf(void *to, size_t n) { __builtin_memset(to, 0x5A, n); }

// Away from zero where it lies between two whole numbers, as C's library does.
double round(double x) {
  double whole = __builtin_trunc(x);
  return __builtin_fabs(x - whole) >= 0.5 ? whole + __builtin_copysign(1, x) : whole;
}

// A product and a sum with one rounding, but for rare ties: the product's error is found exactly and added.
double fma(double a, double b, double c) {
  double product = a * b;
  double ta = a * 134217729.0, tb = b * 134217729.0;
  double ah = ta - (ta - a), bh = tb - (tb - b), al = a - ah, bl = b - bh;
  double lost = al * bl - (product - ah * bh - al * bh - ah * bl);
  double sum = product + c, part = sum - product;
  return sum + ((product - (sum - part)) + (c - part) + lost);
}

// 128 bits of a product, in halves of 64 and quarters of 32.
__int128 __multi3(__int128 a, __int128 b) {
  uint64_t al = (uint64_t)a, bl = (uint64_t)b, mask = 0xFFFFFFFFu;
  uint64_t low = (al & mask) * (bl & mask), first = (al >> 32) * (bl & mask);
  uint64_t second = (al & mask) * (bl >> 32), high = (al >> 32) * (bl >> 32);
  uint64_t middle = (low >> 32) + (first & mask) + (second & mask);
  high += (first >> 32) + (second >> 32) + (middle >> 32);
  high += (uint64_t)(a >> 64) * bl + al * (uint64_t)(b >> 64);
  return (__int128)((unsigned __int128)high << 64 | (middle << 32 | (low & mask)));
}
