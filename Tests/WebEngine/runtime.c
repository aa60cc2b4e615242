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
