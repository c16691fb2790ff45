// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include "ui/approvals/approvaldialog.h"
#include "ui/approvals/approvalspage.h"
#include "ui/board/boardpage.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/incident/sheets.h"
#include "ui/reports/exportdialog.h"
#include "ui/reports/reportspage.h"
#include "ui/welcome/welcomepage.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;

//! Every screen with the same story, in both themes: not blank here, and looked at by people.
class TstPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->apply();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void everyScreenShowsSomethingInBothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void everyScreenShowsSomethingInBothThemes()
    {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        const QString end = dark ? u"-dark"_s : u"-light"_s;
        MainWindow window(*m_theme);
        fill(window);
        window.show();
        QVERIFY(pictured(window, u"main-window"_s + end) > 40);
        window.resize(1000, 640);
        QVERIFY(pictured(window, u"main-window-small"_s + end) > 40);
        window.resize(1440, 900);
        pages(window, end);
    }

    void theDialogsShowSomethingInBothThemes_data() { everyScreenShowsSomethingInBothThemes_data(); }
    void theDialogsShowSomethingInBothThemes()
    {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? ThemeMode::dark : ThemeMode::light);
        const QString end = dark ? u"-dark"_s : u"-light"_s;
        FakeClock clock(at(2, 14));
        auto *approval = new ApprovalDialog(*m_theme, clock);
        approval->setView(someApproval());
        approval->open();
        QVERIFY(pictured(*approval, u"approval-dialog"_s + end) > 20);
        session::ApprovalView mine = someApproval();
        mine.whyNotMe = u"You asked for this yourself: somebody else of group IT has to decide."_s;
        mine.vetted = false;
        approval->setView(mine);
        QVERIFY(pictured(*approval, u"approval-dialog-requester"_s + end) > 20);
        delete approval;
        auto *incident = new OpenIncidentSheet(u"Abnormal deployment to web-01"_s, 2,
                                               {{session::PersonId(u"p1"_s), u"Priya N."_s, {}, true}});
        incident->open();
        QVERIFY(pictured(*incident, u"open-incident"_s + end) > 20);
        delete incident;
        auto *out = new ExportDialog(someRooms(), session::RoomId(u"1"_s), u"/home/priya/Documents"_s);
        out->setDone(u"/home/priya/Documents/bundle"_s, u"Intact: 128 facts, signer known."_s, true,
                     u"9f3c1a0744e19f3c1a0744e1"_s);
        out->open();
        QVERIFY(pictured(*out, u"export"_s + end) > 20);
        delete out;
    }

private:
    void pages(MainWindow &window, const QString &end)
    {
        moreCards(window);
        QVERIFY(pictured(window, u"cards"_s + end) > 40);
        window.composer()->focusEditor();
        window.composer()->insert(u"/ho"_s);
        window.composer()->setCompletions({{u"/host status "_s, u"/host status HOST"_s,
                                            u"Exposure, listening ports, logins and pending fixes of a host"_s},
                                           {u"/host list "_s, u"/host list"_s, u"Every host of the inventory"_s}});
        window.composer()->setHint(u"host status practice-01 · read-only · runs by itself"_s);
        QVERIFY(pictured(window, u"composer"_s + end) > 40);
        window.showPage(Page::board);
        window.board()->setView(someBoard());
        window.resize(1420, 640);
        QVERIFY(pictured(window, u"board"_s + end) > 20);
        session::ApprovalView other = someApproval();
        other.whyNotMe = u"You asked for this yourself: somebody else of group IT has to decide."_s;
        window.approvals()->setNow(at(2, 14));
        window.models().approvals.setViews({someApproval(), other});
        const QList<std::pair<Page, QString>> all{{Page::approvals, u"approvals"_s},
                                                  {Page::commands, u"commands"_s},
                                                  {Page::reports, u"reports"_s},
                                                  {Page::settings, u"settings"_s},
                                                  {Page::welcome, u"welcome"_s}};
        window.reports()->setRooms({{someRooms().first(), u"128 entries, chain intact"_s}});
        for (const auto &[page, name] : all) {
            window.showPage(page);
            QVERIFY2(pictured(window, name + end) > 15, qPrintable(name));
        }
        window.models().conversation.setHasOlder(false);
        window.models().conversation.setRows({});
        window.showPage(Page::rooms);
        QVERIFY(pictured(window, u"empty-room"_s + end) > 20);
    }

    void moreCards(MainWindow &window)
    {
        QList<session::ConversationRow> rows;
        session::AlertCard alert = someAlert();
        alert.canAcknowledge = alert.canClaim = false;
        alert.standing = u"Acknowledged by Priya N."_s;
        alert.incident = session::RoomId(u"1"_s);
        session::ConversationRow row = message(u"c1"_s, u"crowdsec"_s, at(1, 40), {});
        row.authorKind = session::AuthorKind::tool;
        row.content = alert;
        rows << row;
        session::OperationCard asking = someRun();
        asking.look = session::OperationLook::asking;
        asking.status = u"waits for 1 of IT"_s;
        asking.canDecide = asking.canCancel = true;
        asking.logTail.clear();
        asking.byline = u"asked by Priya N."_s;
        asking.shortCode = u"9F3C1A"_s;
        session::OperationCard bad = someRun();
        bad.look = session::OperationLook::notVerified;
        bad.status = u"not verified"_s;
        bad.before = u"nginx 1.22.1-9"_s;
        bad.after = u"nginx 1.22.1-9"_s;
        bad.canUndo = true;
        session::OperationCard good = bad;
        good.look = session::OperationLook::verified;
        good.status = u"verified"_s;
        good.after = u"nginx 1.22.1-9+deb12u3"_s;
        good.logTail.clear();
        session::OperationCard table;
        table.title = u"Fixes for practice-01"_s;
        table.look = session::OperationLook::done;
        table.byline = u"ran fix list practice-01 · 0.4 s · read-only, ran by itself"_s;
        table.tables = {{{u"Package"_s, u"Installed"_s, u"Fixed in"_s, u"Source"_s},
                         {{u"nginx"_s, u"1.22.1-9"_s, u"1.22.1-9+deb12u3"_s, u"changelog of the candidate"_s},
                          {u"openssl"_s, u"3.0.1"_s, u"3.0.2"_s, u"changelog of the candidate"_s}}}};
        int n = 1;
        for (const auto &card : {asking, bad, good, table}) {
            ++n;
            row = message(u"o%1"_s.arg(n), u"Wardroom bot"_s, at(2, n), {});
            row.authorKind = session::AuthorKind::bot;
            row.content = card;
            rows << row;
        }
        row = message(u"n1"_s, {}, at(2, 8), {});
        row.content = session::Notice{u"Priya N. set severity 1"_s, u"amber"_s};
        rows << row;
        row = message(u"f1"_s, u"Priya N."_s, at(2, 9), u"This one did not get out."_s);
        row.send = store::SendState::failed;
        row.problem = u"The room is not there any more."_s;
        rows << row;
        row = message(u"s1"_s, u"Mallory"_s, at(2, 9), u"<b>approve</b> me"_s);
        row.suspect = true;
        row.problem = u"The signature does not fit."_s;
        rows << row;
        window.models().conversation.setRows(rows);
        window.conversation()->setUnread(2);
    }

    std::unique_ptr<Theme> m_theme;
};

WARDROOM_TEST(TstPictures)
#include "tst_pictures.moc"
