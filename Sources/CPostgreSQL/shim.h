// Debian keeps PostgreSQL's headers in a folder of their own.
#include <postgresql/libpq-fe.h>
