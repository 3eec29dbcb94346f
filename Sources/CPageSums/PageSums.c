// A layer between SQLite and the system's files, as SQLite's documentation of its VFS has them. Only the pages of the
// database itself go through it: SQLite holds its journals against sums of their own.

#include "PageSums.h"
#include <stdint.h>
#include <string.h>

enum { sumSize = pageSumSize, headSize = 100, largestPage = 65536 };

/// A database's file; the system's own follows it in memory.
typedef struct {
    sqlite3_file base;
    /// The size of its pages, by its first page as it was last read or written; 0 where they carry no sums.
    int pageSize;
} PageFile;

static sqlite3_vfs *beneath;

static sqlite3_file *below(sqlite3_file *file) { return (sqlite3_file *)((PageFile *)file + 1); }

// MARK: Sums

/// Any change of one word of a page changes all that follows from it, so that no flipped bit stays unseen. A page at
/// another place than its own has another sum.
static uint64_t sumOf(const uint8_t *page, int size, sqlite3_int64 offset) {
    uint64_t sum = 0xcbf29ce484222325u ^ (uint64_t)offset;
    for (int place = 0; place < size - sumSize; place += 8) {
        uint64_t word;
        memcpy(&word, page + place, sizeof word);
        sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
        sum ^= sum >> 29;
    }
    return sum;
}

/// Learns from the head of a database whether its pages carry sums.
static void readHead(PageFile *file, const uint8_t *head) {
    if (memcmp(head, "SQLite format 3", 16) != 0) return;
    int size = head[16] << 8 | head[17];
    if (size == 1) size = largestPage;
    file->pageSize = head[20] == sumSize ? size : 0;
}

static int isPage(PageFile *file, int amount, sqlite3_int64 offset) {
    return file->pageSize != 0 && amount == file->pageSize && offset % amount == 0;
}

// MARK: What reads and writes

static int readPage(sqlite3_file *file, void *bytes, int amount, sqlite3_int64 offset) {
    int result = below(file)->pMethods->xRead(below(file), bytes, amount, offset);
    if (result != SQLITE_OK) return result;
    PageFile *pages = (PageFile *)file;
    if (offset == 0 && amount >= headSize) readHead(pages, bytes);
    if (!isPage(pages, amount, offset)) return SQLITE_OK;
    if (pageSumHolds(bytes, amount, offset)) return SQLITE_OK;
    sqlite3_log(SQLITE_IOERR_DATA, "page %lld does not hold what was written", offset / amount + 1);
    return SQLITE_IOERR_DATA;
}

static int writePage(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 offset) {
    PageFile *pages = (PageFile *)file;
    if (offset == 0 && amount >= headSize) readHead(pages, bytes);
    if (!isPage(pages, amount, offset)) return below(file)->pMethods->xWrite(below(file), bytes, amount, offset);
    uint8_t page[largestPage];
    memcpy(page, bytes, amount);
    uint64_t sum = sumOf(page, amount, offset);
    memcpy(page + amount - sumSize, &sum, sumSize);
    return below(file)->pMethods->xWrite(below(file), page, amount, offset);
}

// MARK: What is handed on

static int closeFile(sqlite3_file *file) { return below(file)->pMethods->xClose(below(file)); }
static int truncateFile(sqlite3_file *file, sqlite3_int64 size) {
    return below(file)->pMethods->xTruncate(below(file), size);
}
static int syncFile(sqlite3_file *file, int flags) { return below(file)->pMethods->xSync(below(file), flags); }
static int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}
static int lockFile(sqlite3_file *file, int lock) { return below(file)->pMethods->xLock(below(file), lock); }
static int unlockFile(sqlite3_file *file, int lock) { return below(file)->pMethods->xUnlock(below(file), lock); }
static int isReserved(sqlite3_file *file, int *answer) {
    return below(file)->pMethods->xCheckReservedLock(below(file), answer);
}
static int control(sqlite3_file *file, int operation, void *argument) {
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
static int sectorSize(sqlite3_file *file) { return below(file)->pMethods->xSectorSize(below(file)); }
static int characteristics(sqlite3_file *file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}
static int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **bytes) {
    return below(file)->pMethods->xShmMap(below(file), region, size, extend, bytes);
}
static int lockShared(sqlite3_file *file, int offset, int count, int flags) {
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}
static void shareBarrier(sqlite3_file *file) { below(file)->pMethods->xShmBarrier(below(file)); }
static int unmapShared(sqlite3_file *file, int remove) {
    return below(file)->pMethods->xShmUnmap(below(file), remove);
}

/// Version 2: pages that are mapped into memory would come past `readPage`.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readPage,
    .xWrite = writePage,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = isReserved,
    .xFileControl = control,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapShared,
    .xShmLock = lockShared,
    .xShmBarrier = shareBarrier,
    .xShmUnmap = unmapShared,
};

static int openFile(sqlite3_vfs *layer, const char *name, sqlite3_file *file, int flags, int *opened) {
    (void)layer;
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return beneath->xOpen(beneath, name, file, flags, opened);
    ((PageFile *)file)->pageSize = 0;
    int result = beneath->xOpen(beneath, name, below(file), flags, opened);
    // SQLite closes a file that has methods, also one that could not be opened.
    file->pMethods = below(file)->pMethods ? &methods : 0;
    return result;
}

int pageSumsInstall(void) {
    static sqlite3_vfs layer;
    int result = sqlite3_initialize();
    if (result != SQLITE_OK || layer.zName) return result;
    beneath = sqlite3_vfs_find(0);
    if (!beneath) return SQLITE_ERROR;
    layer = *beneath;
    layer.zName = "page-sums";
    layer.szOsFile = (int)sizeof(PageFile) + beneath->szOsFile;
    layer.xOpen = openFile;
    layer.pNext = 0;
    return sqlite3_vfs_register(&layer, 1);
}

void pageSumsReserve(sqlite3 *database) {
    int size = sumSize;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &size);
}

int pageSumHolds(const void *page, int size, sqlite3_int64 offset) {
    uint64_t sum = sumOf(page, size, offset);
    return memcmp((const uint8_t *)page + size - sumSize, &sum, sumSize) == 0;
}

int pageSumsAreIn(sqlite3 *database) {
    sqlite3_file *file = 0;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file && file->pMethods == &methods && ((PageFile *)file)->pageSize != 0;
}
