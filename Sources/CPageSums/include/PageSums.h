#ifndef PAGE_SUMS_H
#define PAGE_SUMS_H

#include <sqlite3.h>

/// The bytes at the end of a page that SQLite leaves to whoever wants them.
enum { pageSumSize = 8 };

/// Lets every database that this process opens from now on carry a sum in each page, where the database was made to
/// have room for it (`pageSumRoom`); all others are left as they are.
///
/// A page that is written gets its sum, and one that is read is held against it: one that does not hold what was
/// written ends in `SQLITE_IOERR_DATA`, where SQLite itself would pass over rows that it cannot find any more.
///
/// - Returns: `SQLITE_OK`, or why there is no such layer.
int pageSumsInstall(void);

/// Makes room for sums in a database that is new, or in one that is vacuumed next.
void pageSumsReserve(sqlite3 *database);

/// Whether the pages of a database carry sums.
int pageSumsAreIn(sqlite3 *database);

/// Whether a page that lies at a place of its file holds what was written there.
int pageSumHolds(const void *page, int size, sqlite3_int64 offset);

#endif
