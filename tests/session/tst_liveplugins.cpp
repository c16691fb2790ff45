// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/steprunner.h"
#include "session/governance.h"
#include "session/liveplugins.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kManifest = R"(name: greet
version: 1.0.0
author: Somebody else
summary: Says hello
commands:
  - id: greet.show
    risk: read
    summary: Says hello
    run: [scripts/greet.sh]
)";

const QByteArray kCall = "name: ticket\n"
                         "version: 1.0.0\n"
                         "author: Somebody else\n"
                         "summary: Shows a ticket\n"
                         "commands:\n"
                         "  - id: ticket.show\n"
                         "    risk: read\n"
                         "    summary: Shows a ticket\n"
                         "    arguments: [{name: id, type: word}]\n"
                         "    run:\n"
                         "      http:\n"
                         "        method: POST\n"
                         "        url: \"https://tickets.example.com/v1/{id}?by=me\"\n"
                         "        body: {ask: \"about {id}\"}\n"
                         "        secret: key\n"
                         "        secret_header: \"Authorization: Bearer {secret}\"\n"
                         "        answer: {summary: \"{id}: {state}\"}\n";

const QByteArray kScript = "#!/bin/sh\necho '{\"type\":\"result\",\"ok\":true,\"summary\":\"WORD\"}'\n";

bool write(const QString &path, const QByteArray &bytes, bool isScript = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    const bool done = file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size();
    if (isScript)
        file.setPermissions(QFile::Permissions(0x7755));
    return done;
}

} // namespace

//! A running engine and the files of people's own plugins: what is saved is what runs next.
class TstLivePlugins final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_plugins = m_folder->filePath(u"ada/plugins"_s);
        QVERIFY(write(m_plugins + u"/greet/plugin.yaml"_s, kManifest));
        QVERIFY(script("hello"));
        QCOMPARE(found({m_plugins}), QString());
        QVERIFY(!isVetted()); // founding vets what came with the program, not what somebody has put beside it
        vet();
        QVERIFY(isVetted());
        m_talk = std::make_unique<session::Talk>(m_ada->engine());
        m_news = std::make_unique<QSignalSpy>(&m_ada->engine(), &session::Engine::pluginsChanged);
    }
    void cleanup()
    {
        m_news.reset();
        m_talk.reset();
        clear();
    }

    void explainingACallShowsItsAddressAndBodyAndNeverItsSecret()
    {
        QVERIFY(write(m_plugins + u"/ticket/plugin.yaml"_s, kCall));
        QTRY_VERIFY(m_ada->engine().catalogue().command(u"ticket.show"_s));
        const auto explained = wait(m_talk->explain(m_room, u"/ticket show a/b"_s));
        QVERIFY2(explained, explained ? "" : qPrintable(explained.error().message));
        QVERIFY2(explained->text.contains(u"POST https://tickets.example.com/v1/a%2Fb?by=me {\"ask\":\"about a/b\"}"_s),
                 qPrintable(explained->text));
        QVERIFY2(!explained->text.contains(u'{' + u"id}"_s) && !explained->text.contains(u"Bearer"_s),
                 qPrintable(explained->text));
    }

    void aSavedScriptIsWhatRunsNextAndItsVettingHasEnded()
    {
        QCOMPARE(greeted(), u"hello"_s);
        QVERIFY(script("good morning"));
        QTRY_COMPARE(m_news->size(), 1);
        QVERIFY2(news().contains(u"vetting ended"_s), qPrintable(news()));
        QVERIFY(!m_news->first().at(1).toBool());
        // Not vetted any more: it is known, with its new bytes, and waits for somebody's approval.
        const auto asked = wait(m_talk->say(m_room, u"/greet show"_s));
        QVERIFY(asked && !asked->op.isEmpty());
        QTRY_VERIFY(m_ada->state(m_room).operation(asked->op));
        const domain::OperationState *operation = m_ada->state(m_room).operation(asked->op);
        QCOMPARE(operation->request.needs, 1);
        QCOMPARE(operation->request.pluginHash, m_ada->engine().catalogue().pluginOf(u"greet.show"_s)->hash);
        QVERIFY(!operation->finish);
    }

    void aBrokenManifestKeepsTheOneBeforeWorkingAndSaysWhere()
    {
        QVERIFY(
            write(m_plugins + u"/greet/plugin.yaml"_s, QByteArray(kManifest).replace("risk: read", "risk: harmless")));
        QTRY_COMPARE(m_news->size(), 1);
        QVERIFY(m_news->first().at(1).toBool());
        QVERIFY2(news().contains(u"plugin.yaml, line 7"_s) && news().contains(u"goes on working"_s),
                 qPrintable(news()));
        QCOMPARE(m_ada->engine().catalogue().problems().size(), 1);
        QCOMPARE(greeted(), u"hello"_s); // from the copy: as it was vetted
        QVERIFY(write(m_plugins + u"/greet/plugin.yaml"_s, kManifest));
        QTRY_COMPARE(m_news->size(), 2);
        QVERIFY2(news().contains(u"whole again"_s), qPrintable(news()));
        QVERIFY(m_ada->engine().catalogue().problems().isEmpty());
        QCOMPARE(greeted(), u"hello"_s);
    }

    void aNewFolderIsKnownAndAGoneOneIsNot()
    {
        QByteArray other = kManifest;
        other.replace("greet", "part");
        QVERIFY(write(m_plugins + u"/part/scripts/part.sh"_s, kScript, true));
        QVERIFY(write(m_plugins + u"/part/plugin.yaml"_s, other));
        QTRY_VERIFY(m_ada->engine().catalogue().command(u"part.show"_s));
        QVERIFY2(news().contains(u"is here: 1 command"_s) && news().contains(u"not vetted"_s), qPrintable(news()));
        QCOMPARE(m_talk->understand(m_room, u"/part show"_s).command, u"part.show"_s);
        QVERIFY(QDir(m_plugins + u"/part"_s).removeRecursively());
        QTRY_VERIFY(!m_ada->engine().catalogue().command(u"part.show"_s));
        QTRY_VERIFY2(news().contains(u"is gone"_s), qPrintable(news()));
        QVERIFY(m_ada->engine().catalogue().command(u"greet.show"_s));
        QVERIFY(m_ada->engine().catalogue().command(u"host.status"_s)); // what ships stays
    }

    void aSecondPluginOfOneNameIsRefusedAndTheFirstStays()
    {
        QVERIFY(write(m_plugins + u"/zzz/scripts/greet.sh"_s, kScript, true));
        QVERIFY(write(m_plugins + u"/zzz/plugin.yaml"_s, kManifest));
        QTRY_COMPARE(m_news->size(), 1);
        QVERIFY2(news().contains(u"already"_s), qPrintable(news()));
        QCOMPARE(greeted(), u"hello"_s);
    }

    void aSuggestionThatNobodyCouldTypeIsNamedWithItsLine()
    {
        QVERIFY(write(m_plugins + u"/greet/plugin.yaml"_s, kManifest + "    next: [\"/greet show {host}\"]\n"));
        QTRY_COMPARE(m_news->size(), 1);
        QVERIFY2(news().contains(u"plugin.yaml, line 10"_s) &&
                     news().contains(u"“{host}” in “next” is not an argument"_s),
                 qPrintable(news()));
        QVERIFY(write(m_plugins + u"/greet/plugin.yaml"_s, kManifest + "    next: [\"/greet show\"]\n"));
        QTRY_COMPARE(m_news->size(), 2);
        QCOMPARE(m_ada->engine().catalogue().command(u"greet.show"_s)->next, QStringList{u"/greet show"_s});
    }

    void aResultWithoutItsVerdictIsSaidToBeSo()
    {
        const bot::OutputLine line = bot::parseOutputLine("{\"type\":\"result\",\"summary\":\"hello\"}");
        QVERIFY(line.type == bot::OutputLine::Type::log);
        QVERIFY(bot::whyNoOutputLine("{\"type\":\"result\",\"summary\":\"hello\"}").contains(u"“ok”"_s));
        QVERIFY(bot::whyNoOutputLine("{\"type\":\"fields\"}").contains(u"“rows”"_s));
        QVERIFY(bot::whyNoOutputLine("{\"type\":\"result\",\"ok\":true}").isEmpty());
        QVERIFY(bot::whyNoOutputLine("hello").isEmpty() && bot::whyNoOutputLine("{\"a\":1}").isEmpty());
    }

    void aSaveThatChangesNothingSaysNothing()
    {
        QVERIFY(script("hello"));
        QVERIFY(write(m_plugins + u"/greet/plugin.yaml"_s, kManifest));
        QTest::qWait(900);
        QCOMPARE(m_news->size(), 0);
    }

private:
    const domain::Policy &policy() const { return *m_ada->engine().book().workspace().policy(); }
    const bot::Plugin &greet() const { return *m_ada->engine().catalogue().pluginOf(u"greet.show"_s); }
    bool isVetted() const { return policy().isVetted(greet().name, greet().hash); }
    void vet()
    {
        domain::Policy wanted = policy();
        wanted.vetted.append({greet().name, greet().hash, m_ada->engine().me(), m_clock.nowMs()});
        QVERIFY(wait(session::proposePolicy(m_ada->engine(), wanted, u"Vetting greet"_s)).has_value());
        QTRY_VERIFY(isVetted());
    }
    bool script(const QByteArray &word)
    {
        return write(m_plugins + u"/greet/scripts/greet.sh"_s, QByteArray(kScript).replace("WORD", word), true);
    }
    QString news() const { return m_news->isEmpty() ? QString() : m_news->last().at(0).toStringList().join(u' '); }
    //! What it says when somebody asks, once it has ended.
    QString greeted()
    {
        const auto asked = wait(m_talk->say(m_room, u"/greet show"_s));
        if (!asked)
            return asked.error().message;
        const auto ended = [&] {
            const domain::OperationState *operation = m_ada->state(m_room).operation(asked->op);
            return operation && operation->finish;
        };
        if (!QTest::qWaitFor(ended, 20'000))
            return u"it did not end"_s;
        return m_ada->state(m_room).operation(asked->op)->finish->summary;
    }

    QString m_plugins;
    std::unique_ptr<session::Talk> m_talk;
    std::unique_ptr<QSignalSpy> m_news;
};

WARDROOM_TEST(TstLivePlugins)
#include "tst_liveplugins.moc"
