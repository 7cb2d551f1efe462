"""Lines of a service log, with a message that fits its level."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.world import World, require, without_empty

_SERVICES = (
    "auth-service",
    "payment-gateway",
    "order-worker",
    "search-api",
    "image-resizer",
    "billing.invoices",
    "scheduler",
    "notification-dispatcher",
    "db.pool",
    "edge-proxy",
    "inventory-sync",
    "session-store",
)
_MESSAGES = {
    "INFO": (
        "Server started on port {port}",
        "User {n} logged in from {ip}",
        "Backup of {table} finished in {n} ms",
        "Job {job} completed, {n} rows processed",
        "Configuration reloaded from {path}",
        "Health check passed in {ms} ms",
    ),
    "DEBUG": (
        "Cache miss for key session-{hex}",
        "Query on {table} returned {n} rows in {ms} ms",
        "Retry {few} scheduled for job {job}",
        "Parsed {n} records from {path}",
        "Opening connection to {ip} port {port}",
    ),
    "WARNING": (
        "Response time of {ms} ms exceeds the limit for {table}",
        "Disk usage at {percent} percent on {path}",
        "Deprecated endpoint called by client {hex}",
        "Connection pool nearly exhausted, {few} slots left",
        "Certificate for {ip} expires in {few} days",
    ),
    "ERROR": (
        "Connection to {ip} refused after {few} attempts",
        "Failed to write {path}, permission denied",
        "Timeout while reading from {table} after {ms} ms",
        "Payment {hex} declined by the card issuer",
        "Job {job} failed with exit code {few}",
    ),
    "CRITICAL": (
        "Out of memory, worker {n} killed",
        "Replica {ip} lost, failing over",
        "Disk {path} is read-only",
        "Data corruption detected in {table}, block {n}",
        "All {few} brokers unreachable, shutting down",
    ),
}
_PATHS = ("/etc/app/settings.yaml", "/var/log/app", "/srv/data/uploads", "/mnt/backup", "/var/lib/queue")
_TABLES = ("orders", "customers", "audit_log", "inventory", "sessions", "payments")
_JOBS = ("nightly-export", "invoice-run", "thumbnail-batch", "index-rebuild", "token-cleanup")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    level = draws.choice(tuple(_MESSAGES))
    message = draws.choice(_MESSAGES[level]).format(
        port=draws.choice((8080, 443, 5432, 9200, 6379)),
        n=draws.between(12, 48999),
        ms=draws.between(3, 9800),
        few=draws.between(2, 9),
        percent=draws.between(81, 98),
        ip=f"10.{draws.below(64)}.{draws.below(256)}.{draws.between(2, 250)}",
        hex=draws.hexes(6),
        path=draws.choice(_PATHS),
        table=draws.choice(_TABLES),
        job=draws.choice(_JOBS),
    )
    return without_empty(
        {
            "level": level,
            "message": message,
            "timestamp": date_times.text(date_times.moment(draws, date_times.zone(draws))),
            "source": draws.optional(70, lambda: draws.choice(_SERVICES)),
        }
    )


def check(label: Any) -> None:
    """Raise unless the level is known and the time stamp has an offset."""
    require(label["level"] in _MESSAGES, "level is one of the five")
    date_times.read(label["timestamp"])


WORLD = World(
    build=build,
    check=check,
    subject="log entry",
    headings=("Log Entry", "Application Log", "Service Log Line", "System Log Entry", "Log Record"),
)
