"""What systems and libraries give as the reason of a fault, where readers meet it: so that it is said in their language too."""

REASONS = (
    "Bad file descriptor",
    "database disk image is malformed",
    "database is locked",
    "Device or resource busy",
    "disk I/O error",
    "File name too long",
    "Input/output error",
    "Is a directory",
    "No space left on device",
    "No such device",
    "No such file or directory",
    "Not a directory",
    "Operation not permitted",
    "Permission denied",
    "Too many open files",
    "unable to open database file",
)
