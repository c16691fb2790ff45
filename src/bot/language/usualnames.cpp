// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/usualnames.h"

#include "bot/language/shapes.h"
#include "bot/language/words.h"

#include <QSet>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QString wordAt(const Heard &heard, qsizetype at)
{
    return at >= 0 && at < heard.tokens.size() ? heard.tokens.at(at).word : QString();
}

//! "deploy's login": whose it is.
bool ownsSomething(const Heard &heard, qsizetype at)
{
    const Token &token = heard.tokens.at(at);
    const QStringView said = QStringView(heard.text).sliced(token.start, token.end - token.start);
    return (said.endsWith("'s"_L1) || said.endsWith(u"’s")) &&
           isAnyOf(wordAt(heard, at + 1), u" account login access password user rights session sessions logins key ");
}

//! "deploy was phished", "nginx eats all the memory": a clause begins with whom or what it is about.
bool opensClause(const Heard &heard, qsizetype at)
{
    return (at == 0 || heard.tokens.at(at).pauseBefore) && !isKnownWord(heard.tokens.at(at)) &&
           isAnyOf(wordAt(heard, at + 1),
                   u" is was has can may must should needs need looks got gets keeps still eats ");
}

bool isBehindItsKind(const Heard &heard, qsizetype at)
{
    if (at == 0 || heard.tokens.at(at).pauseBefore)
        return false;
    return heard.tokens.at(at - 1).form == u'v' || heard.tokens.at(at - 1).key == "#account"_L1 ||
           isAnyOf(wordAt(heard, at - 1),
                   u" process processes program service daemon pid login out 的 上 把 将 给 掉 号 户 程 called named ");
}

} // namespace

bool isUsualName(const QString &word)
{
    static const QSet<QString> names{
        u"sshd"_s,     u"monitor"_s,    u"test"_s,    u"guest"_s,      u"backup"_s,  u"sync"_s,     u"updater"_s,
        u"vendor"_s,   u"deploy"_s,     u"admin"_s,   u"root"_s,       u"oracle"_s,  u"postgres"_s, u"nginx"_s,
        u"kinsing"_s,  u"xmrig"_s,      u"java"_s,    u"mysql"_s,      u"mysqld"_s,  u"redis"_s,    u"cron"_s,
        u"crond"_s,    u"docker"_s,     u"dockerd"_s, u"containerd"_s, u"jenkins"_s, u"apache"_s,   u"apache2"_s,
        u"httpd"_s,    u"git"_s,        u"build"_s,   u"postfix"_s,    u"rsync"_s,   u"rclone"_s,   u"python"_s,
        u"python3"_s,  u"perl"_s,       u"node"_s,    u"bash"_s,       u"curl"_s,    u"wget"_s,     u"sudo"_s,
        u"openssl"_s,  u"openssh"_s,    u"libssl3"_s, u"kernel"_s,     u"systemd"_s, u"haproxy"_s,  u"squid"_s,
        u"tomcat"_s,   u"minerd"_s,     u"cupsd"_s,   u"telnetd"_s,    u"vsftpd"_s,  u"ncat"_s,     u"netcat"_s,
        u"nc"_s,       u"socat"_s,      u"ansible"_s, u"nagios"_s,     u"zabbix"_s,  u"grafana"_s,  u"prometheus"_s,
        u"operator"_s, u"ubuntu"_s,     u"debian"_s,  u"centos"_s,     u"ftp"_s,     u"www"_s,      u"svc"_s,
        u"intern"_s,   u"contractor"_s, u"nobody"_s,  u"glibc"_s,      u"samba"_s,   u"bind"_s,     u"exim"_s,
        u"dovecot"_s,  u"memcached"_s,  u"mongod"_s,  u"mongodb"_s,    u"php"_s,     u"ruby"_s,     u"tmux"_s,
        u"helper"_s,   u"print"_s,      u"report"_s,  u"auditd"_s};
    return names.contains(word);
}

bool isWhereNamesStand(const Heard &heard, qsizetype at)
{
    if (at < 0 || wordAt(heard, at).endsWith("ing"_L1))
        return false;
    const bool onHost = at + 2 < heard.tokens.size() && (heard.tokens.at(at + 1).flags & prepositionWord) != 0 &&
                        (heard.tags.at(at + 2) == "<host>"_L1 ||
                         (at + 3 < heard.tokens.size() && heard.tags.at(at + 3) == "<host>"_L1));
    return isBehindItsKind(heard, at) || onHost || ownsSomething(heard, at) || opensClause(heard, at);
}

} // namespace wardroom::bot
