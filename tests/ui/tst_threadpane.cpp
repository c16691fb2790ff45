// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/testmain.h"
#include "support/world.h"

#include "session/talk.h"
#include "session/workspace.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/threadpane.h"
#include "ui/incident/confirmsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/windowpresenter.h"
#include "ui/timeline/detailpane.h"

#include <QAccessible>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using session::ConversationRow;
using session::EntryId;
using session::RoomId;

//! A thread beside its conversation, from the keyboard, on a real workspace.
class TstThreadPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->apply();
        m_desk = std::make_unique<Desk>(m_folder.filePath(u"ada"_s), u"Ada Byron"_s, m_clock);
        QCOMPARE(m_desk->found(u"blue"_s, m_folder.filePath(u"room"_s)), QString());
        m_ops = m_desk->room(u"security-ops"_s);
        m_workspace = std::make_unique<session::Workspace>(m_desk->takeEngine());
        m_window = std::make_unique<MainWindow>(*m_theme);
        m_presenter = std::make_unique<WindowPresenter>(*m_window, m_clock);
        m_window->show();
        m_window->activateWindow();
        m_presenter->show(*m_workspace);
        Q_EMIT m_window->rooms()->roomChosen(m_ops);
        m_root = say(u"Nobody on the release rota recognises this deployment to web-01. Who does?"_s);
        say(u"It was not us."_s, m_root);
        say(u"The token is ci-legacy's."_s, m_root);
        QTRY_COMPARE(row(m_root).replies.replies, 2);
    }
    void cleanupTestCase()
    {
        m_presenter.reset();
        m_window.reset();
        m_workspace.reset();
        m_theme.reset();
    }

    void theLineBelowAMessageOpensItsThreadAndEscapeGivesTheFocusBack()
    {
        ConversationView *view = m_window->conversation();
        focusOn(m_root);
        QTRY_VERIFY(QGuiApplication::focusWindow());
        QVERIFY(!pane()->isVisible());
        QVERIFY(!view->actionRect(view->currentRow(), RowAction::thread).isNull());
        QTest::keyClick(view, Qt::Key_T);
        QTRY_VERIFY(pane()->isVisible());
        QVERIFY(!m_window->detail()->isVisible());
        QCOMPARE(m_window->focusWidget(), pane()->composer()->editor());
        QTRY_COMPARE(m_window->models().thread.size(), 3);
        QTest::keyClick(pane()->composer()->editor(), Qt::Key_Escape);
        QVERIFY(!pane()->isVisible());
        QVERIFY(m_window->detail()->isVisible());
        QCOMPARE(m_window->focusWidget(), view);
        QCOMPARE(view->model()->row(view->currentRow()).entry, m_root);
    }

    void whatIsWrittenThereIsSaidInTheThreadAndStandsInBoth()
    {
        openThread();
        write(u"ci-legacy was rotated in March, wasn't it?"_s);
        QTRY_COMPARE(m_window->models().thread.size(), 4);
        QTRY_COMPARE(row(m_root).replies.replies, 3);
        const ConversationRow said = m_window->models().thread.row(3);
        QCOMPARE(said.thread, m_root);
        QTRY_VERIFY(!row(said.entry).inThread.isEmpty());
        QVERIFY(m_window->composer()->text().isEmpty());
        // From that row in the room the thread opens too.
        QTest::keyClick(pane()->composer()->editor(), Qt::Key_Escape);
        focusOn(said.entry);
        QTest::keyClick(m_window->conversation(), Qt::Key_Return); // its first button
        QTest::keyClick(m_window->conversation(), Qt::Key_Right);
        QTest::keyClick(m_window->conversation(), Qt::Key_Return);
        QTRY_VERIFY(pane()->isVisible());
        QCOMPARE(m_presenter->threads()->thread(), m_root);
    }

    void whatOthersSayComesWhileItIsOpen()
    {
        openThread();
        const int before = m_window->models().thread.size();
        say(u"elsewhere"_s);
        say(u"It was."_s, m_root);
        QTRY_COMPARE(m_window->models().thread.size(), before + 1);
        QVERIFY(pane()->conversation()->isAtBottom());
    }

    void anAnswerAndAChangeInTheThreadUseItsOwnLine()
    {
        openThread();
        ConversationView *view = pane()->conversation();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_End);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_A);
        QVERIFY(!pane()->composer()->answered().isEmpty());
        QVERIFY(m_window->composer()->answered().isEmpty());
        QTest::keyClick(pane()->composer()->editor(), Qt::Key_Escape); // answers nothing
        QVERIFY(pane()->composer()->answered().isEmpty());
        QVERIFY(pane()->isVisible());
        QTest::keyClick(pane()->composer()->editor(), Qt::Key_Up); // one's last words
        QTRY_VERIFY(!pane()->composer()->changing().isEmpty());
        QVERIFY(m_window->composer()->changing().isEmpty());
        pane()->composer()->editor()->selectAll();
        write(u"It was, in April."_s);
        QTRY_VERIFY(hasText(m_window->models().thread, u"It was, in April."_s));
        QTRY_VERIFY(hasText(m_window->models().conversation, u"It was, in April."_s));
    }

    void whatWasTypedIsKeptForEachThread()
    {
        openThread();
        QTest::keyClicks(pane()->composer()->editor(), u"half a thought"_s);
        QTest::keyClick(pane()->composer()->editor(), Qt::Key_Escape);
        QVERIFY(!pane()->isVisible());
        const EntryId other = say(u"Another message"_s);
        QTRY_VERIFY(!row(other).entry.isEmpty());
        focusOn(other);
        QTest::keyClick(m_window->conversation(), Qt::Key_T); // begins a thread
        QTRY_VERIFY(pane()->isVisible());
        QCOMPARE(m_presenter->threads()->thread(), other);
        QCOMPARE(pane()->composer()->text(), QString());
        QTRY_COMPARE(m_window->models().thread.size(), 1);
        openThread();
        QCOMPARE(pane()->composer()->text(), u"half a thought"_s);
        pane()->composer()->setText({});
    }

    void anotherRoomClosesIt()
    {
        openThread();
        RoomId other;
        for (const session::RoomLine &line : m_workspace->rooms())
            if (line.id != m_ops)
                other = line.id;
        Q_EMIT m_window->rooms()->roomChosen(other);
        QVERIFY(!pane()->isVisible());
        QCOMPARE(m_window->models().thread.size(), 0);
        Q_EMIT m_window->rooms()->roomChosen(m_ops);
        QTRY_VERIFY(!row(m_root).entry.isEmpty());
    }

    void aScreenReaderFindsTheThreadAndItsLine()
    {
        openThread();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(pane()->conversation());
        QVERIFY(list && list->childCount() > 0);
        QCOMPARE(list->text(QAccessible::Name), u"Messages of the thread"_s);
        QCOMPARE(pane()->composer()->editor()->accessibleName(), u"Answer in the thread"_s);
        bool closes = false;
        for (const QPushButton *each : pane()->findChildren<QPushButton *>())
            closes = closes || each->accessibleName() == u"Close the thread"_s;
        QVERIFY(closes);
        m_presenter->threads()->close();
        QTRY_VERIFY(row(m_root).replies.replies > 1);
        focusOn(m_root);
        QAccessibleInterface *room = QAccessible::queryAccessibleInterface(m_window->conversation());
        bool offers = false;
        for (int i = 0; i < room->childCount(); ++i)
            for (int j = 0; j < room->child(i)->childCount(); ++j)
                offers =
                    offers || room->child(i)->child(j)->text(QAccessible::Name).contains(u"replies · last by Ada"_s);
        QVERIFY(offers);
    }

    void theWindowWithAThread_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void theWindowWithAThread()
    {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        openThread();
        QTest::qWait(100);
        QVERIFY(pictured(*m_window, dark ? u"thread-dark"_s : u"thread-light"_s) > 40);
        for (const int wide : {1100, 860}) {
            m_window->resize(wide, 640);
            QTest::qWait(100);
            QVERIFY(pane()->isVisible());
            QVERIFY(pane()->composer()->editor()->width() > 100);
            pictured(*m_window, u"thread-%1-%2"_s.arg(wide).arg(dark ? u"dark"_s : u"light"_s));
        }
        m_window->resize(1440, 900);
        m_presenter->threads()->close();
        QVERIFY(m_window->conversation()->isVisible());
    }

private:
    ThreadPane *pane() const { return m_window->thread(); }
    EntryId say(const QString &text, const EntryId &thread = {})
    {
        return wait(m_workspace->talk().say(m_ops, text, {}, thread)).value_or(session::SaidAnswer()).entry;
    }
    void write(const QString &text)
    {
        pane()->composer()->editor()->setFocus();
        QTest::keyClicks(pane()->composer()->editor(), text);
        QTest::keyClick(pane()->composer()->editor(), Qt::Key_Return);
        QTRY_COMPARE(pane()->composer()->text(), QString());
    }
    void openThread()
    {
        m_presenter->threads()->open(m_root);
        QTRY_VERIFY(pane()->isVisible() && m_window->models().thread.size() >= 3);
    }
    ConversationRow row(const EntryId &entry) const
    {
        auto &rows = m_window->models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (rows.row(i).entry == entry)
                return rows.row(i);
        return {};
    }
    static bool hasText(const models::ConversationModel &rows, const QString &text)
    {
        for (int i = 0; i < rows.size(); ++i)
            if (const auto *words = std::get_if<session::Words>(&rows.row(i).content); words && words->text == text)
                return true;
        return false;
    }
    void focusOn(const EntryId &entry)
    {
        auto &rows = m_window->models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (rows.row(i).entry == entry)
                m_window->conversation()->showRow(i);
        m_window->conversation()->setFocus();
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Desk> m_desk;
    RoomId m_ops;
    EntryId m_root;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPresenter> m_presenter;
};

WARDROOM_TEST(TstThreadPane)
#include "tst_threadpane.moc"
