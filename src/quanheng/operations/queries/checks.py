"""The checks that belong to no other room: database, version, disk, clock, calendar, worker, keys, backups, addresses."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from quanheng.kernel.texts import Text, text
from quanheng.kernel.upkeep import Check, Sign
from quanheng.kernel.verdicts import Light
from quanheng.kernel.workdays import OFFICIAL
from quanheng.operations.core.folder import Manifest
from quanheng.operations.queries.backups import newest_backup
from quanheng.operations.queries.presence import workers_present
from quanheng.operations.queries.versions import is_behind
from quanheng.registry.queries.numbers import is_index_ours

GIB = 1 << 30
OLDEST_SERVER = 15
SURE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
"""Without these the server acknowledges what a power cut then takes away."""
DISCREET = {
    "log_min_error_statement": ("panic", "fatal"),
    "log_error_verbosity": ("terse",),
    "log_statement": ("none", "ddl"),
}
LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver"}
_GOOD = Light.PASSED


def look(check: Check, at: datetime) -> Sign:
    """What a check finds; one that breaks down is itself a finding, and the others go on."""
    try:
        return check.look(at)
    except (DatabaseError, OSError, ValueError) as error:
        connection.close()
        return Sign(
            Light.FORBIDDEN,
            text("检查未能完成：{kind}", kind=type(error).__name__),
            Text("先看上面几行；数据库可用后再查一次"),
        )


def database(at: datetime) -> Sign:
    """It answers, is new enough, and keeps what it acknowledged."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
        version = int(cursor.fetchone()[0])
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [[*SURE]])
        unsure = sorted(
            name
            for name, value in cursor.fetchall()
            if value not in (SURE[name], "remote_apply", "remote_write", "local")
        )
    if version < OLDEST_SERVER:
        return Sign(
            Light.FORBIDDEN,
            text("PostgreSQL {version}过旧", version=version),
            text("升级到{oldest}以上", oldest=OLDEST_SERVER),
        )
    if unsure:
        return Sign(
            Light.FORBIDDEN,
            text("{names}已关闭，断电会丢失已确认的办理", names="、".join(unsure)),
            Text("在数据库设置中打开"),
        )
    return Sign(_GOOD, text("PostgreSQL {version}", version=version))


def migrations(at: datetime) -> Sign:
    if is_behind():
        return Sign(
            Light.FORBIDDEN, Text("数据库与程序的版本不同"), Text("运行 quanheng migrate（先自动备份）")
        )
    return Sign(_GOOD, Text("数据库与程序的版本相同"))


def disk(at: datetime) -> Sign:
    """Where the data lies and where the backups lie; the worse of the two."""
    return max(
        (_space(path) for path in {_existing(settings.HOME), _existing(settings.BACKUPS)}),
        key=lambda sign: sign.light,
    )


def _space(path: Path) -> Sign:
    space = shutil.disk_usage(path)
    free, share = space.free / GIB, space.free / space.total
    what = text("剩余{free}GB（{share}%）", free=f"{free:.1f}", share=f"{share * 100:.0f}")
    if free < 1 or share < 0.02:
        return Sign(Light.FORBIDDEN, what, Text("立即腾出空间：写满后任何办理都会失败"))
    if free < 5 or share < 0.1:
        return Sign(Light.WARNING, what, Text("腾出空间，或把较早的备份移走"))
    return Sign(_GOOD, what)


def _existing(path: Path) -> Path:
    return path if path.exists() else _existing(path.parent)


def clock(at: datetime) -> Sign:
    """Our clock against the database's: periods and the order of the record rest on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        apart = abs((cursor.fetchone()[0] - at).total_seconds())
    what = text("与数据库相差{seconds}秒", seconds=f"{apart:.1f}")
    remedy = Text("两台机器都向同一个时间源校时")
    return Sign(
        Light.FORBIDDEN if apart > 60 else Light.WARNING if apart > 5 else _GOOD,
        what,
        remedy if apart > 5 else Text(""),
    )


def calendar(at: datetime) -> Sign:
    """The arrangement of holidays of this year, and from December on of the next."""
    remedy = Text("更新软件包 chinesecalendar（make lock、make setup）")
    if OFFICIAL.is_provisional(at.year):
        return Sign(
            Light.FORBIDDEN, text("没有{year}年的放假安排，工作日只按双休日计算", year=at.year), remedy
        )
    if at.month == 12 and OFFICIAL.is_provisional(at.year + 1):
        return Sign(Light.WARNING, text("还没有{year}年的放假安排", year=at.year + 1), remedy)
    return Sign(_GOOD, text("有{year}年的放假安排", year=at.year))


def worker(at: datetime) -> Sign:
    count = workers_present()
    if not count:
        return Sign(
            Light.FORBIDDEN, Text("后台办理没有运行"), Text("启动 quanheng serve，或单独启动 quanheng work")
        )
    return Sign(_GOOD, text("后台办理在运行（{count}）", count=count))


def keys(at: datetime) -> Sign:
    """The installation's own secret; keys of other kinds have checks of their own."""
    path = settings.HOME / "secret_key"
    if not path.exists() or len(path.read_text()) < 40:
        return Sign(
            Light.FORBIDDEN,
            Text("缺少 secret_key"),
            Text("从另行保管的地方取回；找不回的，重新启动后所有人须重新登录"),
        )
    if path.stat().st_mode & 0o077:
        return Sign(
            Light.FORBIDDEN, Text("secret_key 可被他人读取"), text("运行 chmod 600 {path}", path=path)
        )
    return Sign(_GOOD, Text("secret_key 完好，仅本用户可读"))


def numbers(at: datetime) -> Sign:
    """Whether identity numbers can still be found: their index belongs to the key of this installation."""
    if is_index_ours():
        return Sign(_GOOD, Text("身份证号索引与 number_key 相符"))
    return Sign(
        Light.FORBIDDEN,
        Text("身份证号索引是用另一密钥建立的：查不到已登记的号码，也不能登记和导入"),
        Text("把原数据文件夹中的 number_key 放回；找不回的，运行 quanheng keys seal --reindex"),
    )


def backups(at: datetime) -> Sign:
    found = newest_backup(settings.BACKUPS)
    if found is None:
        return Sign(Light.FORBIDDEN, Text("没有备份"), Text("运行 quanheng backup，并启用每日备份的定时器"))
    age = at - datetime.fromisoformat(found.made_at)
    what = text("最近的备份在{hours}小时前", hours=round(age / timedelta(hours=1)))
    limit = timedelta(hours=settings.BACKUP_HOURS)
    if age > limit:
        return Sign(
            Light.FORBIDDEN if age > 3 * limit else Light.WARNING,
            what,
            Text("看定时器为何没有运行，并立即运行 quanheng backup"),
        )
    return _sealed(found, what)


def _sealed(found: Manifest, what: Text) -> Sign:
    if found.sealed is None:
        return Sign(
            Light.WARNING,
            text("{what}，未加密", what=what),
            Text("设置 QUANHENG_BACKUP_KEY 为恢复公钥的路径"),
        )
    return Sign(_GOOD, what)


def server_log(at: datetime) -> Sign:
    """The database's own log names neither rows nor statements."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [[*DISCREET]])
        found = sorted(name for name, value in cursor.fetchall() if value not in DISCREET[name])
    if found:
        said = "; ".join(
            f"ALTER DATABASE {connection.settings_dict['NAME']} SET {name} = '{DISCREET[name][0]}'"
            for name in found
        )
        what = text("{names}会把数据内容写进数据库日志", names="、".join(found))
        return Sign(Light.WARNING, what, text("由数据库管理员运行：{said}", said=said))
    return Sign(_GOOD, Text("数据库日志不记数据内容"))


def addresses(at: datetime) -> Sign:
    """Pages for other machines only by HTTPS."""
    outside = [host for host in settings.ALLOWED_HOSTS if host not in LOCAL]
    if outside and not settings.SESSION_COOKIE_SECURE:
        return Sign(
            Light.FORBIDDEN,
            text("{hosts}未经HTTPS提供", hosts="、".join(outside)),
            Text("前置证书，并设置 QUANHENG_TLS=1"),
        )
    return Sign(_GOOD, Text("仅本机访问，或经HTTPS访问"))


OWN = (
    Check("database", "数据库", database),
    Check("migrations", "版本", migrations),
    Check("disk", "磁盘空间", disk),
    Check("clock", "时钟", clock),
    Check("calendar", "放假安排", calendar),
    Check("worker", "后台办理", worker),
    Check("keys", "密钥", keys),
    Check("numbers", "身份证号索引", numbers),
    Check("backups", "备份", backups),
    Check("server_log", "数据库日志", server_log),
    Check("addresses", "访问地址", addresses),
)
