// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/story.h"

#include <QDirIterator>
#include <QTest>

namespace wardroom::test {
using namespace Qt::StringLiterals;

Story::Story()
{
    rooms.play(uR"(
        @room-7
        a = lina alert.raised tool=crowdsec title="ssh brute force" source=203.0.113.7 target=practice-01 severity=high count=3 fingerprint=f1
        lina incident.opened title="Break-in attempt on practice-01" severity=2 lead=lina
        lina: has anybody touched practice-01 today?
        tom: not me, 看看日志
        r = lina command.requested command=patch.apply title="Patch nginx" host=practice-01 risk=change needs=1 group=IT reason="CVE-2026-1" requesters=["lina"] plan={"argv":["apt-get","install","nginx"],"effect":"1 upgraded"}
        g = tom approval.given op=$r request=#r reason="looks right" from=window
    )"_s);
    const QString claimed =
        uR"(c = tom command.claimed op=$r cause=$r request=#r approvals=[{"fact":"%1","person":"tom","via":"wardroom","seen":1}] members=["tom"] policyHash=%2)"_s;
    rooms.play(claimed.arg(rooms.id(u"g"_s).text(), rooms.state().policy()->hash().hex()));
    const QString finished =
        u"f = tom command.finished op=$r cause=$r outcome=done took=4200 summary=\"nginx 1.22.1-9+deb12u1 is in place\" log=%1"_s;
    rooms.play(finished.arg(Sha256::of(log).hex()));
    rooms.play(uR"(
        tom command.verified op=$r cause=$r verdict=verified before=1.22.1-9 after=1.22.1-9+deb12u1
        t = lina task.added title="Tell the customer" assignee=tom
        tom task.done task=$t
        lina note.added text="=HYPERLINK(\"x\") <b>bold</b>"
    )"_s.replace(u"\\\""_s, u"'"_s));
    rooms.anchor(room(), u"tom"_s);
    rooms.play(u"lina incident.closed summary=\"Patched and watched\""_s);
    rooms.anchor(room(), u"lina"_s);
}

report::ExportRequest Story::request() const
{
    report::ExportRequest request;
    request.workspace = rooms.workspace();
    request.controlRoom = rooms.controlRoom();
    request.controlEntries = rooms.entries(rooms.controlRoom());
    request.room = room();
    request.roomName = u"#inc-7"_s;
    request.entries = rooms.entries(room());
    request.attachment = [log = log](const Sha256 &hash) -> Result<QByteArray> {
        if (hash == Sha256::of(log))
            return log;
        return fail(ErrorKind::notFound, u"not here"_s);
    };
    request.key = rooms.desk(u"lina"_s).key;
    request.node = rooms.desk(u"lina"_s).node;
    request.nowMs = rooms.now() + 1000;
    return request;
}

QString Story::exported(const report::ExportRequest &request, const QString &name)
{
    report::ExportRequest there = request;
    there.path = path(name);
    const Result<report::Exported> done = report::exportBundle(there);
    if (!done)
        qWarning("%s", qPrintable(done.error().message));
    return done ? done->path : QString();
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setFileBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void copyFolder(const QString &from, const QString &to)
{
    const QDir root(from);
    QDirIterator it(from, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString target = to + u'/' + root.relativeFilePath(path);
        QDir().mkpath(QFileInfo(target).absolutePath());
        QVERIFY(QFile::copy(path, target));
    }
}

} // namespace wardroom::test
