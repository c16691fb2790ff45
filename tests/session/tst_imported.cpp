// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversation.h"
#include "session/engine.h"
#include "session/exporting.h"
#include "session/imports.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::Workspace;

//! Another team's past in one's own window: to read and to find, and for nothing else.
class TstImported final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWindowIsToldAndShowsIt();
    void itsPeopleKeepTheirNames();
    void itIsFoundBySearching();
    void nothingCanBeSaidInIt();
    void nothingThatActsComesAcrossIt();
    void itIsStillThereAfterARestart();
    void noPlatformCanAddToIt();

private:
    static QStringList wordsOf(session::Conversation &conversation)
    {
        QStringList texts;
        for (const session::ConversationRow &row : conversation.rows())
            if (const auto *words = std::get_if<session::Words>(&row.content))
                texts.append(row.author + u": "_s + words->text);
        return texts;
    }
    QList<session::SearchLine> found(const QString &words, const domain::RoomId &room)
    {
        const auto page = wait(m_eve->talk().search(words, room));
        return page ? linesOf(*page) : QList<session::SearchLine>();
    }
    static QList<session::SearchLine> linesOf(const auto &page)
    {
        if constexpr (requires { page.lines; })
            return page.lines;
        else
            return page;
    }
    session::RoomLine pastLine() const
    {
        for (const session::RoomLine &line : m_eve->rooms())
            if (!line.imported.isEmpty())
                return line;
        return {};
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Workspace> m_eve;
    domain::RoomId m_room;
};

void TstImported::initTestCase()
{
    Desk lina(m_folder.filePath(u"lina"_s), u"Lina"_s, m_clock);
    QCOMPARE(lina.found(u"acme"_s, m_folder.filePath(u"acme"_s)), QString());
    const domain::RoomId handover = lina.room(u"it-handover"_s);
    Workspace workspace(lina.takeEngine());
    QVERIFY(wait(workspace.talk().say(handover, u"the zebra is loose"_s)));
    QVERIFY(wait(workspace.talk().say(handover, u"/note add seen by the river"_s)));
    QTRY_VERIFY(!workspace.timeline(handover).isEmpty());
    session::ExportOptions options;
    options.room = handover;
    options.path = m_folder.filePath(u"bundle"_s);
    const Result<QString> written = wait(workspace.exporting().write(options));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));

    m_desk = std::make_unique<Desk>(m_folder.filePath(u"eve"_s), u"Eve"_s, m_clock);
    QCOMPARE(m_desk->found(u"red"_s, m_folder.filePath(u"red"_s)), QString());
    m_eve = std::make_unique<Workspace>(m_desk->takeEngine());
}

void TstImported::theWindowIsToldAndShowsIt()
{
    QSignalSpy changed(m_eve.get(), &Workspace::roomsChanged);
    const Result<session::Imported> imported = wait(m_eve->engine().imports().take(m_folder.filePath(u"bundle"_s), {}));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    m_room = imported->room;
    QVERIFY(!m_room.isEmpty());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(pastLine().id, m_room);
    QVERIFY(pastLine().imported.contains(u"Lina"_s));
    QCOMPARE(pastLine().unread, 0);
    QVERIFY(!m_eve->header(m_room).readOnly.isEmpty());
    QVERIFY(m_eve->header(m_eve->roomNamed(u"it-handover"_s)).readOnly.isEmpty());
    QVERIFY(m_eve->recordSentence(m_room).startsWith(u"imported and read-only"_s));
}

void TstImported::itsPeopleKeepTheirNames()
{
    const auto conversation = m_eve->conversation(m_room);
    QTRY_VERIFY(wordsOf(*conversation).contains(u"Lina: the zebra is loose"_s));
    const QList<session::TimelineLine> timeline = m_eve->timeline(m_room);
    QVERIFY(std::any_of(timeline.begin(), timeline.end(), [](const session::TimelineLine &line) {
        return line.kind == u"note.added" && line.actor == u"Lina" && line.flag.isEmpty();
    }));
}

void TstImported::itIsFoundBySearching()
{
    const QList<session::SearchLine> lines = found(u"zebra"_s, {});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().room, m_room);
    QCOMPARE(lines.first().author, u"Lina"_s);
    QVERIFY(found(u"zebra"_s, m_eve->roomNamed(u"it-handover"_s)).isEmpty());
}

void TstImported::nothingCanBeSaidInIt()
{
    const auto said = wait(m_eve->talk().say(m_room, u"hello"_s));
    QVERIFY(!said);
    QCOMPARE(said.error().kind, ErrorKind::forbidden);
    QVERIFY(!wait(m_eve->talk().attach(m_room, m_folder.filePath(u"bundle/manifest.json"_s))));
    QVERIFY(m_eve->engine().sender().pending().isEmpty());
}

void TstImported::nothingThatActsComesAcrossIt()
{
    for (const chat::Room &room : m_eve->engine().book().rooms())
        QVERIFY(room.id != m_room);
    QVERIFY(!m_eve->engine().book().workspace().people.contains(
        m_eve->engine().book().imported(m_room)->workspace.people.firstKey()));
    QVERIFY(wait(m_eve->engine().store().verifyCustody()));
}

void TstImported::itIsStillThereAfterARestart()
{
    const QByteArray before = QJsonDocument(m_eve->engine().book().state(m_room).toJson()).toJson();
    m_eve.reset();
    QCOMPARE(m_desk->reopen(), QString());
    m_eve = std::make_unique<Workspace>(m_desk->takeEngine());
    QCOMPARE(pastLine().id, m_room);
    QCOMPARE(QJsonDocument(m_eve->engine().book().state(m_room).toJson()).toJson(), before);
    QVERIFY(wait(m_eve->engine().imports().take(m_folder.filePath(u"bundle"_s), {}))->wasHere);
}

//! A chat server that knows the id may send whatever it likes.
void TstImported::noPlatformCanAddToIt()
{
    const auto timeline = m_eve->timeline(m_room).size();
    domain::Entry entry;
    entry.room = m_room;
    entry.position = {m_clock.nowMs(), domain::EntryId(u"999"_s)};
    entry.sender = m_eve->me();
    entry.text = u"slipped in"_s;
    Q_EMIT m_eve->engine().platform().arrived({entry}, {});
    QTest::qWait(200);
    QVERIFY(found(u"slipped"_s, {}).isEmpty());
    QCOMPARE(m_eve->timeline(m_room).size(), timeline);
}

WARDROOM_TEST(TstImported)
#include "tst_imported.moc"
