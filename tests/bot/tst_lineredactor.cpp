// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/stepoutput.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! A secret in parsed lines: escaped in what was escaped, and broken over texts, cells and lines.
class TstLineRedactor : public QObject
{
    Q_OBJECT

private:
    const QByteArray secret = "hunter2-of-the-house"_ba;

    //! What is kept of \a lines: the stored log.
    static QByteArray logLine(const QByteArray &text) { return "{'type':'log','text':'" + text + "'}"; }
    //! Lines are written with single quotes here.
    static QByteArray json(QByteArray line) { return line.replace('\'', '"'); }
    QByteArray stored(const QByteArrayList &lines)
    {
        StepOutput output(Redactor({secret}));
        QByteArray shown;
        for (const QByteArray &line : lines)
            for (const OutputLine &each : output.take(json(line)))
                shown += QJsonDocument(each.json).toJson(QJsonDocument::Compact) + '\n';
        for (const OutputLine &each : output.rest())
            shown += QJsonDocument(each.json).toJson(QJsonDocument::Compact) + '\n';
        const QByteArray log = output.finish({}).output;
        return log == shown ? log : "what is shown differs from what is kept"_ba;
    }

private Q_SLOTS:
    void whatWasEscapedIsPlainAfterParsing()
    {
        const QByteArray line = "{'type':'log','text':'{\\'key\\':\\'\\\\u0068unter2-of-the\\\\u002dhouse\\'}'}";
        const QByteArray clean = "{'text':'{\\'key\\':\\'[redacted]\\'}','type':'log'}";
        QCOMPARE(stored({line}), json(clean) + '\n');
    }

    void aResultsSummaryAndDataAreCleanToo()
    {
        const QByteArray line = "{'type':'result','ok':true,'summary':'\\u0068unter2-of-the-house',"
                                "'data':{'\\u0068unter2-of-the-house':['\\u0068unter2-of-the-house',7]}}";
        const QByteArray clean = "{'[redacted]':['[redacted]',7]}";
        StepOutput output(Redactor({secret}));
        output.take(json(line));
        output.rest();
        SandboxEnd end;
        end.outcome = domain::Outcome::done;
        const StepResult result = output.finish(end);
        QVERIFY(result.ok());
        QCOMPARE(result.summary, u"[redacted]"_s);
        QCOMPARE(QJsonDocument(result.data).toJson(QJsonDocument::Compact), json(clean));
    }

    void halvesInOneLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("cells side by side")
            << QByteArray("{'type':'table','columns':['a','b'],'rows':[['hunter2-','of-the-house']]}");
        QTest::newRow("cells below each other") << QByteArray(
            "{'type':'table','columns':['a','b'],'rows':[['1','hunter2-'],['2','of-the'],['3','-house']]}");
        QTest::newRow("values below each other") << QByteArray(
            "{'type':'fields','rows':[{'label':'a','value':'hunter2-'},{'label':'b','value':'of-the-house'}]}");
        QTest::newRow("label and value") << QByteArray(
            "{'type':'fields','rows':[{'label':'hunter2-of','value':'-the-house'}]}");
        QTest::newRow("texts of a result")
            << QByteArray("{'type':'result','ok':true,'data':{'a':['hunter2-of',' -the-house']}}");
    }
    void halvesInOneLine()
    {
        QFETCH(QByteArray, line);
        const QByteArray log = stored({line});
        QVERIFY2(log.contains("[redacted]") && !log.contains("hunt") && !log.contains("-the"), log.constData());
        QVERIFY2(!log.contains("house"), log.constData());
    }

    void halvesOverLines_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("two log lines") << QByteArrayList{"{'type':'log','text':'key: hunter2-of'}",
                                                         "{'type':'log','text':'-the-house.'}"};
        QTest::newRow("three, of three types") << QByteArrayList{"{'type':'text','text':'hunter2-'}", "of-the",
                                                                 "{'type':'progress','step':1,'of':2,'text':'-house'}"};
        QTest::newRow("a first letter that was shown")
            << QByteArrayList{"{'type':'log','text':'h'}", "{'type':'log','text':'unter2-of-the-house'}"};
        QTest::newRow("into a table") << QByteArrayList{"{'type':'log','text':'hunter2-of'}",
                                                        "{'type':'table','columns':[],'rows':[['-the-house']]}"};
        QByteArrayList base64;
        const QByteArray encoded = ("user:" + secret + ":" + secret).toBase64();
        for (qsizetype at = 0; at < encoded.size(); at += 20)
            base64 << "{'type':'log','text':'" + encoded.mid(at, 20) + "\"}";
        QTest::newRow("base64") << base64;
    }
    void halvesOverLines()
    {
        QFETCH(QByteArrayList, lines);
        const QByteArray log = stored(lines);
        QVERIFY2(log.contains("[redacted]"), log.constData());
        for (const QByteArray &part : {"hunt"_ba, "unter"_ba, "of-the"_ba, "house"_ba, secret.mid(6, 6).toBase64()})
            QVERIFY2(!log.contains(part), log.constData());
        QCOMPARE(log.count('\n'), lines.size()); // no line is lost
    }

    void aLineWaitsOnlyWhileASecretMayGoOn()
    {
        StepOutput output(Redactor({secret}));
        QCOMPARE(output.take(json(logLine("a cloth"))).size(), 1); // ends in its first letter alone
        QCOMPARE(output.take(json(logLine("a hunt"))).size(), 0);
        const auto both = output.take(json(logLine("is on")));
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.at(0).json.value("text"_L1).toString(), u"a hunt"_s);
        QCOMPARE(output.take(json(logLine("another hunt"))).size(), 0);
        QCOMPARE(output.rest().size(), 1); // the end is known
    }

    void whatBeganInALineThatWasShownIsStillKnown()
    {
        StepOutput output(Redactor({"hunter2-hunter2"_ba}));
        QCOMPARE(output.take(json(logLine("h"))).size(), 1);
        QCOMPARE(output.take(json(logLine("unter2-hunter2"))).size(), 0); // it may begin once more
        const auto rest = output.rest();
        QCOMPARE(rest.size(), 1);
        QCOMPARE(rest.first().json.value("text"_L1).toString(), u"[redacted]"_s);
    }

    void endlessBeginningsAreNotHeldForEver()
    {
        StepOutput output(Redactor({QByteArray(3000, 'x')}));
        qsizetype shown = 0;
        for (int i = 0; i < 100; ++i)
            shown += output.take(json(logLine("xxxxxxxxxx"))).size();
        QVERIFY(shown > 0);
        shown += output.rest().size();
        QCOMPARE(shown, 100);
    }

    void withoutSecretsNothingChanges()
    {
        StepOutput output;
        const QByteArray line = "{'text':'[redacted] hunter2 \\\\u0068','type':'log'}";
        QCOMPARE(output.take(json(line)).size(), 1);
        QCOMPARE(output.finish({}).output, json(line) + '\n');
    }
};

WARDROOM_TEST(TstLineRedactor)
#include "tst_lineredactor.moc"
