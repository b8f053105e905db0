-- Requests give up waiting for a lock after a while; a migration waits until whoever is at work on its table has ended.
SET LOCAL lock_timeout = 0;
