// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/architecture.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

//! The arrows as drawn; a decided addition has its reason beside it.
Arrows designed()
{
    const QStringList ports{u"domain"_s};
    return {
        {u"base"_s, {}},
        {u"domain"_s, {}},
        {u"net"_s, {}},
        {u"store"_s, ports},
        {u"chat"_s, {u"domain"_s, u"net"_s}},
        {u"connectors"_s, {u"domain"_s, u"net"_s}},
        {u"bot"_s, {u"domain"_s, u"connectors"_s}},
        {u"report"_s, {u"domain"_s, u"store"_s}},
        {u"print"_s, {u"report"_s}},
        {u"secrets"_s, ports}, // addition: it implements the port Secrets, which domain declares
        {u"session"_s,
         {u"domain"_s, u"net"_s, u"store"_s, u"chat"_s, u"connectors"_s, u"bot"_s, u"report"_s, u"secrets"_s}},
        {u"control"_s, {u"session"_s}},
        {u"models"_s, {u"domain"_s, u"session"_s}},
        {u"ui"_s, {u"models"_s, u"session"_s, u"domain"_s}},
        // mains only wire, so they may see everything
        {u"app"_s,
         {u"domain"_s, u"net"_s, u"store"_s, u"chat"_s, u"connectors"_s, u"bot"_s, u"report"_s, u"print"_s,
          u"secrets"_s, u"session"_s, u"control"_s, u"models"_s, u"ui"_s}},
    };
}

QString source(const QString &path)
{
    return QString::fromUtf8(WARDROOM_SOURCE_DIR) + path;
}

} // namespace

//! Reads what is there and holds it against the design's arrows and sizes.
class TstArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSourcesAreAsTheDesignDrawsThem()
    {
        const Architecture tree(source(QString()), designed());
        QVERIFY(tree.filesRead() > 100);
        const QStringList remarks = tree.remarks();
        for (const QString &remark : remarks)
            qInfo("%s", qPrintable(remark));
        const QStringList offences = tree.offences();
        for (const QString &offence : offences)
            qWarning("%s", qPrintable(offence));
        QVERIFY2(offences.isEmpty(), qPrintable(u"%1 offences, above"_s.arg(offences.size())));
    }

    void theArrowsThemselvesDrawNoCycle()
    {
        Arrows left = designed();
        for (bool progress = true; progress;) {
            progress = false;
            for (const QString &module : left.keys()) {
                const QStringList to = left.value(module);
                if (std::any_of(to.begin(), to.end(), [&](const QString &m) { return left.contains(m); }))
                    continue;
                left.remove(module);
                progress = true;
            }
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.keys().join(u' ')));
    }

    void everyOffenceOfASmallTreeIsFound()
    {
        const Architecture tree(source(u"/tests/data/architecture"_s), designed());
        const QStringList found = tree.offences();
        const QStringList expected{
            u"src:1: a cycle among domain, store"_s,
            u"src/domain/CMakeLists.txt:3: domain may not link store"_s,
            u"src/domain/arrow.cpp:3: domain may not include store (\"store/thing.h\")"_s,
            u"src/domain/arrow.cpp:4: <QWidget> below ui, app and print"_s,
            u"src/domain/arrow.cpp:5: <QtGui/QImage> below ui, app and print"_s,
            u"src/domain/arrow.cpp:6: \"../base/up.h\" is not spelled from the top"_s,
            u"src/domain/bare.h:1: no SPDX header"_s,
            u"src/domain/bare.h:1: no #pragma once"_s,
            u"src/net/CMakeLists.txt:3: Qt6::Widgets below ui, app and print"_s,
            u"src/report/verify/check.cpp:4: report/verify may not include \"report/timeline.h\""_s,
            u"src/report/verify/check.cpp:5: report/verify may not include \"store/thing.h\""_s,
        };
        for (const QString &offence : expected)
            QVERIFY2(found.contains(offence), qPrintable(offence + u"\nfound:\n"_s + found.join(u'\n')));
        QVERIFY2(found.size() == expected.size(), qPrintable(found.join(u'\n')));
        QVERIFY2(tree.remarks().contains(u"src/store/thing.h:1: 2 public classes"_s),
                 qPrintable(tree.remarks().join(u'\n')));
    }

    void whatIsTooLongIsFound()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"src/base"_s));
        const QByteArray spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(u"src/base/"_s + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"a.cpp"_s, spdx + QByteArray("\n").repeated(499));
        write(u"b.cpp"_s, spdx + QByteArray("\n").repeated(500));
        write(u"c.h"_s, spdx + "#pragma once\n" + QByteArray("\n").repeated(199));
        write(u"d.cpp"_s, spdx + "void f()\n{\n" + QByteArray("g();\n").repeated(59) + "}\n");
        write(u"e.cpp"_s, spdx + "void f()\n{\n" + QByteArray("g();\n").repeated(58) + "}\n");
        const QStringList found = Architecture(folder.path(), designed()).offences();
        QCOMPARE(found, (QStringList{u"src/base/b.cpp:501: 501 lines"_s, u"src/base/c.h:201: 201 lines"_s,
                                     u"src/base/d.cpp:3: f has 61 lines"_s}));
    }

    void functionsAreMeasuredByTheirBraces()
    {
        QStringList lines{u"namespace a {"_s,
                          u"class B : public C"_s,
                          u"{"_s,
                          u"    int one() const { return f(\"}\"); } // }"_s,
                          u"    QString raw() { return uR\"({{{)\"_s; }"_s,
                          u"};"_s,
                          u"Result<int> B::two(const QList<int> &x,"_s,
                          u"                   int y = 1'000'000)"_s,
                          u"{"_s,
                          u"    for (int i : x) {"_s};
        lines += QStringList(60, u"        g(i, '}');"_s);
        lines += QStringList{u"    }"_s, u"}"_s, u"constexpr int table[] = {1, 2};"_s, u"}"_s};
        const QList<FunctionLength> found = functionLengths(lines);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.at(0).lines, 1);
        QCOMPARE(found.at(2).name, u"B::two"_s);
        QCOMPARE(found.at(2).line, 9);
        QCOMPARE(found.at(2).lines, 64);
    }
};

WARDROOM_TEST(TstArchitecture)
#include "tst_architecture.moc"
