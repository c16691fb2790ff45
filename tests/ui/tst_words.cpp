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
#include "ui/incident/confirmsheet.h"
#include "ui/rooms/invitationlist.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/windowpresenter.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using session::EntryId;
using session::RoomId;

namespace {

QPushButton *buttonNamed(const QWidget &widget, const QString &name)
{
    for (QPushButton *each : widget.findChildren<QPushButton *>())
        if (each->accessibleName() == name || each->text() == name)
            return each;
    return nullptr;
}

bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return !label->isHidden() && (label->text() == words || label->accessibleName() == words);
    });
}

} // namespace

//! Who is writing, and what becomes of what was said; from the keyboard, on a real workspace.
class TstWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->apply();
    }
    void cleanupTestCase()
    {
        m_presenter.reset();
        m_window.reset();
        m_workspace.reset();
        m_theme.reset();
    }

    void whoIsTypingStandsAboveTheMessageAndMovesNothing()
    {
        Composer composer(*m_theme);
        composer.resize(700, composer.sizeHint().height());
        composer.show();
        QTest::qWait(20);
        const int place = composer.editor()->mapTo(&composer, QPoint(0, 0)).y();
        composer.setTyping(u"Mei Lin and Priya N. are typing…"_s);
        QTest::qWait(20);
        QVERIFY(says(composer, u"Mei Lin and Priya N. are typing…"_s));
        QCOMPARE(composer.editor()->mapTo(&composer, QPoint(0, 0)).y(), place);
        composer.setTyping({});
        QVERIFY(!says(composer, u"Mei Lin and Priya N. are typing…"_s));
    }

    void changingKeepsWhatWasBeingWritten()
    {
        Composer composer(*m_theme);
        composer.show();
        QSignalSpy changed(&composer, &Composer::changeWanted);
        QSignalSpy sent(&composer, &Composer::sendWanted);
        composer.setText(u"half a thought"_s);
        QSignalSpy drafts(&composer, &Composer::draftChanged);
        composer.setChanging(EntryId(u"$e"_s), u"the firts"_s);
        QCOMPARE(composer.text(), u"the firts"_s);
        QTest::keyClicks(composer.editor(), u" one"_s);
        QVERIFY(drafts.isEmpty()); // what is being changed is nobody's draft
        QTest::keyClick(composer.editor(), Qt::Key_Escape);
        QCOMPARE(composer.text(), u"half a thought"_s);
        QVERIFY(composer.changing().isEmpty() && changed.isEmpty());
        composer.setChanging(EntryId(u"$e"_s), u"the firts"_s);
        composer.editor()->selectAll();
        QTest::keyClicks(composer.editor(), u"the first"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).value<EntryId>(), EntryId(u"$e"_s));
        QCOMPARE(changed.first().at(1).toString(), u"the first"_s);
        QVERIFY(sent.isEmpty());
        QCOMPARE(composer.text(), u"half a thought"_s);
    }

    void upInAnEmptyMessageChangesOnesLastWords()
    {
        openWorkspace();
        Composer *composer = m_window->composer();
        write(u"block 10.0.0.1 now"_s);
        const EntryId said = entryOf(u"block 10.0.0.1 now"_s);
        QVERIFY(!said.isEmpty());
        QTest::keyClick(composer->editor(), Qt::Key_Up);
        QTRY_COMPARE(composer->changing(), said);
        QCOMPARE(composer->text(), u"block 10.0.0.1 now"_s);
        composer->editor()->selectAll();
        QTest::keyClicks(composer->editor(), u"I meant 10.0.0.2"_s);
        QTest::keyClick(composer->editor(), Qt::Key_Return);
        QTRY_COMPARE(row(said).before, QStringList{u"block 10.0.0.1 now"_s});
        QCOMPARE(std::get<session::Words>(row(said).content).text, u"I meant 10.0.0.2"_s);
        QVERIFY(row(said).edited);
        QCOMPARE(composer->text(), QString());
        pictured(*m_window, u"words-edited"_s);
    }

    void deletingAsksFirst()
    {
        openWorkspace();
        write(u"my password is hunter2"_s);
        const EntryId said = entryOf(u"my password is hunter2"_s);
        ConversationView *view = m_window->conversation();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        for (int i = 0; i < 50 && view->model()->row(view->currentRow()).entry != said; ++i)
            QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(view->model()->row(view->currentRow()).entry, said);
        QTest::keyClick(view, Qt::Key_Delete);
        auto *sheet = m_window->findChild<ConfirmSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        pictured(*sheet, u"words-delete"_s);
        QTest::mouseClick(buttonNamed(*sheet, u"Cancel"_s), Qt::LeftButton);
        QTest::qWait(200);
        QVERIFY(!row(said).deleted);
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_VERIFY(m_window->findChild<ConfirmSheet *>());
        sheet = m_window->findChild<ConfirmSheet *>();
        QTest::mouseClick(buttonNamed(*sheet, u"Delete it"_s), Qt::LeftButton);
        QTRY_VERIFY(row(said).deleted);
        QTRY_COMPARE(row(said).before, QStringList{u"my password is hunter2"_s});
        pictured(*m_window, u"words-deleted"_s);
        QTest::keyClick(view, Qt::Key_E); // nothing to be changed any more
        QTest::qWait(200);
        QVERIFY(m_window->composer()->changing().isEmpty());
    }

    //! A signed fact is in the same list, and no key and no menu changes it.
    void factsCannotBeChangedFromTheWindow()
    {
        openWorkspace();
        ConversationView *view = m_window->conversation();
        view->setAbilities({true, true, true});
        QSignalSpy wanted(view, &ConversationView::actionWanted);
        int facts = 0;
        for (int i = 0; i < view->model()->size(); ++i) {
            const session::ConversationRow each = view->model()->row(i);
            if (each.plain)
                continue;
            ++facts;
            view->showRow(i);
            view->setFocus();
            while (view->currentRow() > i)
                QTest::keyClick(view, Qt::Key_Up);
            while (view->currentRow() < i)
                QTest::keyClick(view, Qt::Key_Down);
            QTest::keyClick(view, Qt::Key_E);
            QTest::keyClick(view, Qt::Key_Delete);
            QVERIFY(!menuOf(*view).contains(u"Edit"_s) && !menuOf(*view).contains(u"Delete…"_s));
        }
        QVERIFY(facts > 0);
        QVERIFY(wanted.isEmpty());
    }

    void theMenuOffersWhatCanBeDone()
    {
        ConversationView view(*m_theme);
        models::ConversationModel model;
        session::ConversationRow mine = message(u"r1"_s, u"Priya N."_s, at(1, 0), u"mine"_s);
        mine.mine = mine.plain = true;
        mine.entry = EntryId(u"$1"_s);
        session::ConversationRow theirs = message(u"r2"_s, u"Mei Lin"_s, at(1, 1), u"theirs"_s);
        theirs.plain = true;
        theirs.entry = EntryId(u"$2"_s);
        model.setRows({mine, theirs});
        view.setModel(&model);
        view.resize(600, 400);
        view.show();
        QTest::qWait(50);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.currentRow(), 0);
        QVERIFY(!menuOf(view).contains(u"Edit"_s) && !menuOf(view).contains(u"React"_s)); // where nothing can be done
        view.setAbilities({true, true, true});
        QVERIFY(menuOf(view).contains(u"Edit"_s) && menuOf(view).contains(u"Delete…"_s));
        QVERIFY(menuOf(view).contains(u"React"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(!menuOf(view).contains(u"Edit"_s) && !menuOf(view).contains(u"Delete…"_s));
        QSignalSpy reacted(&view, &ConversationView::reactionWanted);
        for (QMenu *menu : view.findChildren<QMenu *>())
            for (QAction *action : menu->actions())
                if (action->text() == u"👍"_s && reacted.isEmpty())
                    action->trigger();
        QCOMPARE(reacted.size(), 1);
        QCOMPARE(reacted.first().at(1).toString(), u"👍"_s);
    }

    void invitationsAreAFewAndAnsweredByKeyboard()
    {
        InvitationList list;
        list.show();
        QList<session::InvitationLine> lines;
        for (int i = 0; i < 7; ++i)
            lines.append({RoomId(u"!r%1"_s.arg(i)), u"<b>room</b> %1"_s.arg(i), u"@mal:example.org"_s, {}, i > 0});
        list.setInvitations(lines);
        QVERIFY(list.isVisible());
        QVERIFY(says(list, u"# <b>room</b> 0"_s));
        QVERIFY(says(list, u"by @mal:example.org"_s));
        QVERIFY(says(list, u"not of this workspace: @mal:example.org"_s));
        QVERIFY(says(list, u"4 more, once these are answered"_s));
        QSignalSpy accepted(&list, &InvitationList::acceptWanted);
        QSignalSpy declined(&list, &InvitationList::declineWanted);
        QTest::keyClick(buttonNamed(list, u"Accept: <b>room</b> 1"_s), Qt::Key_Space);
        QTest::keyClick(buttonNamed(list, u"Decline: <b>room</b> 2"_s), Qt::Key_Space);
        QCOMPARE(accepted.first().first().value<RoomId>(), RoomId(u"!r1"_s));
        QCOMPARE(declined.first().first().value<RoomId>(), RoomId(u"!r2"_s));
        list.setInvitations({});
        QVERIFY(!list.isVisible());
    }

    void theWindowWithAllOfIt_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void theWindowWithAllOfIt()
    {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        MainWindow window(*m_theme);
        fill(window);
        window.rooms()->invitations()->setInvitations(
            {{RoomId(u"!a"_s), u"Joint response with Northwind"_s, u"Mei Lin"_s, {}, false},
             {RoomId(u"!b"_s), u"partners"_s, u"@sam:northwind.example"_s, {}, true}});
        window.composer()->setTyping(u"Mei Lin is typing…"_s);
        window.show();
        QVERIFY(pictured(window, dark ? u"words-window-dark"_s : u"words-window-light"_s) > 40);
        window.composer()->setChanging(EntryId(u"$e"_s), u"Nobody on the release rota recognises it."_s);
        QVERIFY(pictured(window, dark ? u"words-changing-dark"_s : u"words-changing-light"_s) > 40);
    }

private:
    void openWorkspace()
    {
        if (m_workspace)
            return;
        m_desk = std::make_unique<Desk>(m_folder.filePath(u"ada"_s), u"Ada Byron"_s, m_clock);
        QCOMPARE(m_desk->found(u"blue"_s, m_folder.filePath(u"room"_s)), QString());
        m_ops = m_desk->room(u"security-ops"_s);
        m_workspace = std::make_unique<session::Workspace>(m_desk->takeEngine());
        m_window = std::make_unique<MainWindow>(*m_theme);
        m_presenter = std::make_unique<WindowPresenter>(*m_window, m_clock);
        m_window->show();
        m_presenter->show(*m_workspace);
        Q_EMIT m_window->rooms()->roomChosen(m_ops);
        const domain::Fact note = domain::NoteAdded{u"a fact"_s};
        domain::Intent intent;
        intent.room = m_ops;
        intent.fact = note;
        QVERIFY(wait(m_workspace->engine().sender().say(intent)));
        QTRY_VERIFY(m_window->models().conversation.size() > 0);
    }
    void write(const QString &text)
    {
        m_window->composer()->editor()->setFocus();
        QTest::keyClicks(m_window->composer()->editor(), text);
        QTest::keyClick(m_window->composer()->editor(), Qt::Key_Return);
        QTRY_VERIFY(!entryOf(text).isEmpty());
        QTRY_COMPARE(m_window->composer()->text(), QString());
    }
    EntryId entryOf(const QString &text) const
    {
        auto &rows = m_window->models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (const auto *words = std::get_if<session::Words>(&rows.row(i).content);
                words && words->text == text && rows.row(i).plain)
                return rows.row(i).entry;
        return {};
    }
    session::ConversationRow row(const EntryId &entry) const
    {
        auto &rows = m_window->models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (rows.row(i).entry == entry)
                return rows.row(i);
        return {};
    }
    //! What its menu for the current row offers.
    static QStringList menuOf(ConversationView &view)
    {
        qDeleteAll(view.findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), view.viewport()->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(view.viewport(), &event);
        QStringList words;
        for (QMenu *menu : view.findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
            for (const QAction *action : menu->actions())
                words << action->text();
            menu->hide();
        }
        return words;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Desk> m_desk;
    RoomId m_ops;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPresenter> m_presenter;
};

WARDROOM_TEST(TstWords)
#include "tst_words.moc"
