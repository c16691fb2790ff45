// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrixdesk.h"
#include "signon.h"
#include "support/testmain.h"

#include "session/talk.h"
#include "ui/conversation/conversationview.h"
#include "ui/people/addpersonsheet.h"
#include "ui/people/letinsheet.h"
#include "ui/people/nodespanel.h"
#include "ui/people/revokesheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/band.h"
#include "ui/timeline/detailpane.h"
#include "ui/welcome/signinagainsheet.h"

#include <QCheckBox>
#include <QComboBox>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using namespace std::chrono_literals;

//! From the sign-in page onto a real Synapse, and what the window says when that goes away.
class TstSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cas = std::make_unique<ScriptedServer>(casOf(&m_signsOnAs));
        m_server = std::make_unique<Synapse>(signOnBy(*m_cas));
        const auto up = m_server->start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().message));
        m_ana = *m_server->user(u"ana"_s);
        m_bo = *m_server->user(u"bo"_s);
        // As packaging/matrix/start makes it.
        const auto control = m_server->call(
            "POST", u"/_matrix/client/v3/createRoom"_s, m_ana.token,
            {{u"preset"_s, u"private_chat"_s}, {u"name"_s, u"control"_s}, {u"invite"_s, QJsonArray{m_bo.id}}});
        QVERIFY(control.isGood());
        m_desk = std::make_unique<MatrixDesk>(m_folder.filePath(u"ana"_s), u"Ana"_s);
        m_bos = std::make_unique<MatrixDesk>(m_folder.filePath(u"bo"_s), u"Bo"_s);
    }
    void cleanupTestCase()
    {
        m_bos.reset();
        m_desk.reset();
    }

    void aServerThatIsNotThereIsSaidSo()
    {
        m_desk->find(u"http://127.0.0.1:1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->page()).contains(u"Check the address"_s), 20'000);
        QVERIFY(!m_desk->page()->isBusy());
    }

    void aWrongPasswordIsSaidSoAndCanBeTriedAgain()
    {
        m_desk->find(m_server->url().toString());
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->page()).contains(u"It offers: password"_s), 20'000);
        m_desk->fill(m_ana, u"wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->page()).contains(u"does not accept"_s), 20'000);
        QVERIFY(m_desk->profile().workspaces().isEmpty());
    }

    void cancellingKeepsNothing()
    {
        m_server->freeze(true);
        m_desk->fill(m_ana, m_ana.password);
        QVERIFY(m_desk->page()->isBusy());
        QTest::mouseClick(button(m_desk->page(), u"Cancel"_s), Qt::LeftButton);
        QVERIFY(!m_desk->page()->isBusy());
        m_server->freeze(false);
        QTest::qWait(1000);
        QVERIFY(!m_desk->isEntered());
        QVERIFY(m_desk->profile().workspaces().isEmpty());
    }

    void signingInFoundsAWorkspaceAndWhatIsTypedIsThere()
    {
        m_desk->press();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isEntered(), 30'000);
        QCOMPARE(m_desk->open(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->presenter().room()->room().isEmpty(), 10'000);
        m_desk->type(u"anybody here?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"anybody here?"_s, store::SendState::sent), 20'000);
        QVERIFY(saidBy(m_desk->window().rooms()).contains(u"●"_s));
        QVERIFY(m_desk->window().linkBand()->sentence().isEmpty());
    }

    void aTakenControlRoomIsSaidSo()
    {
        m_bos->find(m_server->url().toString());
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_bos->page()).contains(u"It offers"_s), 20'000);
        m_bos->fill(m_bo, m_bo.password);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_bos->page()).contains(u"holds a workspace already"_s), 30'000);
        QVERIFY(!m_bos->isEntered());
    }

    void whoComesByFingerprintWaitsUntilAColleagueLetsThemIn()
    {
        m_bos->fill(m_bo, m_bo.password, m_desk->workspace().trust());
        QTRY_VERIFY_WITH_TIMEOUT(m_bos->isEntered(), 30'000);
        QCOMPARE(m_bos->open(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_bos->window().peopleBand()->sentence().contains(u"let in n-"_s), 20'000);
        Band *band = m_desk->window().peopleBand();
        QTRY_VERIFY_WITH_TIMEOUT(band->sentence().contains(u"asks to be let in"_s), 20'000);
        QTest::mouseClick(button(band, u"Let in…"_s), Qt::LeftButton);
        auto *sheet = m_desk->window().findChild<LetInSheet *>();
        QVERIFY(sheet);
        sheet->findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(button(sheet, u"Let in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_bos->window().peopleBand()->sentence().isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(band->sentence().isEmpty(), 20'000);
        m_bos->close();
    }

    //! Bo's second desktop, while the first is in no window any more: known here, so one admin is not enough.
    void whoComesByTheBrowserAndIsKnownNeedsASecondAdminAndTheWindowSaysSo()
    {
        Browser browser;
        MatrixDesk second(m_folder.filePath(u"bos-second"_s), u"Bo"_s);
        second.signIn().setBrowser(browser.opener());
        second.find(m_server->url().toString());
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(second.page()).contains(u"browser sign-on"_s), 20'000);
        m_signsOnAs = u"bo"_s;
        second.fillForBrowser(m_desk->workspace().trust());
        QTRY_VERIFY2_WITH_TIMEOUT(second.isEntered(), qPrintable(saidBy(second.page())), 30'000);
        QCOMPARE(browser.opened(), 1);
        QCOMPARE(second.open(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(second.window().peopleBand()->sentence().contains(u"let in n-"_s), 20'000);
        Band *band = m_desk->window().peopleBand();
        QTRY_VERIFY_WITH_TIMEOUT(band->sentence().contains(u"asks to be let in"_s), 20'000);
        m_desk->link().askLetIn();
        auto *sheet = m_desk->window().findChild<LetInSheet *>();
        QVERIFY(saidBy(sheet).contains(u"two policy admins"_s));
        sheet->findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(button(sheet, u"Let in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(sheet).contains(u"It is not in yet: a second policy admin"_s), 20'000);
        QTest::mouseClick(button(sheet, u"Close"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(band->sentence().contains(u"Ana let it in; a second policy admin"_s), 20'000);
        QVERIFY(!button(band, u"Let in…"_s) || !button(band, u"Let in…"_s)->isVisible());
        m_desk->window().showPage(Page::settings);
        QTRY_VERIFY(saidBy(m_desk->window().settings()->nodes()).contains(u"◇ asks to be let in"_s));
        QVERIFY(saidBy(m_desk->window().settings()->nodes()).contains(u"Ana alone is policy admin"_s));
        m_desk->window().showPage(Page::rooms);
    }

    void somebodyWithOnlyAPhoneIsAddedToTheApproversByAccount()
    {
        m_cy = *m_server->user(u"cy"_s);
        const auto add = [this](const QString &account) {
            Q_EMIT m_desk->window().detail()->addPersonWanted();
            auto *sheet = m_desk->window().findChild<AddPersonSheet *>();
            const QList<QComboBox *> fields = sheet->findChildren<QComboBox *>();
            fields.at(0)->setCurrentIndex(fields.at(0)->count() - 1);
            fields.at(1)->setCurrentIndex(fields.at(1)->findText(u"Group it"_s));
            field(sheet, u"Account"_s)->setText(account);
            QTest::mouseClick(button(sheet, u"Add"_s), Qt::LeftButton);
            return sheet;
        };
        AddPersonSheet *wrong = add(u"@nobody:elsewhere.invalid"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(button(wrong, u"Add"_s)->isEnabled(), "nobody is told", 30'000);
        delete wrong;
        const QPointer<AddPersonSheet> sheet(add(m_cy.id));
        QTRY_VERIFY_WITH_TIMEOUT(!sheet || !sheet->isVisible(), 20'000);
        const auto invited = m_server->call("GET", u"/_matrix/client/v3/sync?timeout=0"_s, m_cy.token)
                                 .body.value(u"rooms"_s)[u"invite"_s]
                                 .toObject();
        QCOMPARE(invited.size(), 1);
        const QString room = invited.keys().first();
        QCOMPARE(m_desk->workspace().header(session::RoomId(room)).purpose, session::Purpose::group);
    }

    void aNodeIsRevokedInTheSettings()
    {
        m_desk->window().showPage(Page::settings);
        NodesPanel *panel = m_desk->window().settings()->nodes();
        QPushButton *revoke = nullptr;
        for (QPushButton *each : panel->findChildren<QPushButton *>())
            if (each->accessibleName().startsWith(u"Revoke Bo"_s))
                revoke = each;
        QVERIFY(revoke);
        revoke->setFocus();
        QTest::keyClick(revoke, Qt::Key_Space);
        auto *sheet = m_desk->window().findChild<RevokeSheet *>();
        QVERIFY2(saidBy(sheet).contains(u"There would be one"_s), qPrintable(saidBy(sheet)));
        QVERIFY(saidBy(sheet).contains(u"sign-in at the chat server"_s));
        QTest::keyClicks(field(sheet, u"Reason"_s), u"fell into the harbour"_s);
        QTest::keyClick(field(sheet, u"Reason"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(panel).contains(u"✕ revoked"_s), 20'000);
        QVERIFY(saidBy(panel).contains(u"Reason: fell into the harbour"_s));
        m_desk->window().showPage(Page::rooms);
    }

    void anEncryptedRoomIsShownAndNotWrittenInto()
    {
        const QJsonObject algorithm{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}};
        const QJsonObject encryption{
            {u"type"_s, u"m.room.encryption"_s}, {u"state_key"_s, QString()}, {u"content"_s, algorithm}};
        const auto made = m_server->call("POST", u"/_matrix/client/v3/createRoom"_s, m_ana.token,
                                         {{u"name"_s, u"sealed"_s}, {u"initial_state"_s, QJsonArray{encryption}}});
        QVERIFY(made.isGood());
        const session::RoomId room(made.body.value(u"room_id"_s).toString());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->workspace().header(room).encrypted, 20'000);
        const session::RoomId before = m_desk->presenter().room()->room();
        m_desk->presenter().openRoom(room);
        QVERIFY(m_desk->window().composer()->editor()->isReadOnly());
        QVERIFY(m_desk->window().composer()->editor()->placeholderText().contains(u"encrypted"_s));
        m_desk->presenter().openRoom(before);
        QVERIFY(!m_desk->window().composer()->editor()->isReadOnly());
    }

    void whatStoodBeforeAndWhatIsAnsweredIsShown()
    {
        const QString room = m_desk->presenter().room()->room().text();
        const QString first = sayElsewhere(room, {{u"body"_s, u"the first wording"_s}});
        const QString gone = sayElsewhere(room, {{u"body"_s, u"soon gone"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"soon gone"_s, store::SendState::sent), 20'000);
        const QJsonObject answered{{u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, first}}}};
        sayElsewhere(room, {{u"body"_s, u"an answer"_s}, {u"m.relates_to"_s, answered}});
        const QJsonObject replaced{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, first}};
        sayElsewhere(room,
                     {{u"body"_s, u"* other words"_s},
                      {u"m.new_content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"other words"_s}}},
                      {u"m.relates_to"_s, replaced}});
        const QJsonObject reacted{{u"rel_type"_s, u"m.annotation"_s}, {u"event_id"_s, first}, {u"key"_s, u"+1"_s}};
        sayElsewhere(room, {{u"m.relates_to"_s, reacted}}, u"m.reaction"_s);
        QVERIFY(m_server->call("PUT", eventPath(room, u"redact/"_s + gone), m_ana.token).isGood());
        QTRY_VERIFY_WITH_TIMEOUT(!rowSaying(u"other words"_s).before.isEmpty(), 20'000);
        QCOMPARE(rowSaying(u"other words"_s).before, QStringList{u"the first wording"_s});
        QTRY_COMPARE_WITH_TIMEOUT(rowSaying(u"other words"_s).reactions, u"+1"_s, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(rowSaying(u"an answer"_s).quoted, u"Ana: other words"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!rowSaying(u"This message was deleted."_s).before.isEmpty(), 20'000);
        QCOMPARE(rowSaying(u"This message was deleted."_s).before, QStringList{u"soon gone"_s});
        QVERIFY(rowSaying(u"+1"_s).key.isEmpty()); // no row of its own
    }

    void withoutTheServerOneReadsAndTypesAndItGoesOutLater()
    {
        m_server->stop();
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->window().rooms()).contains(u"Offline since"_s), 30'000);
        QVERIFY(m_desk->window().linkBand()->sentence().contains(u"has not been reached since"_s));
        QVERIFY(m_desk->shows(u"anybody here?"_s, store::SendState::sent));
        m_desk->type(u"typed in the dark"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"typed in the dark"_s, store::SendState::queued), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->window().linkBand()->sentence().contains(u"One message waits"_s), 5000);
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"typed in the dark"_s, store::SendState::sent), 90'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->window().linkBand()->sentence().isEmpty(), 30'000);
    }

    void aSignInThatWasEndedElsewhereIsMadeAgainFromTheWindow()
    {
        QVERIFY(m_server->call("POST", u"/_matrix/client/v3/logout/all"_s, m_ana.token).isGood());
        QPushButton *again = button(m_desk->window().rooms(), u"Sign in again"_s);
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), 60'000);
        m_desk->type(u"while signed out"_s);
        QTest::mouseClick(again, Qt::LeftButton);
        auto *sheet = m_desk->window().findChild<SignInAgainSheet *>();
        QVERIFY(sheet);
        QTRY_VERIFY_WITH_TIMEOUT(sheet->findChild<QComboBox *>()->findText(u"In the browser"_s) > 0, 20'000);
        field(sheet, u"Password"_s)->setText(u"wrong"_s);
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(sheet).contains(u"does not accept"_s), 20'000);
        field(sheet, u"Password"_s)->setText(m_ana.password);
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!again->isVisible(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"while signed out"_s, store::SendState::sent), 60'000);
    }

    void inTheBrowserOneSignsInAgainAsOneselfAndAsNobodyElse()
    {
        Browser browser;
        m_desk->link().setBrowser(browser.opener());
        SignInAgainSheet *sheet = signedOutAndAsked(u"In the browser"_s);
        m_signsOnAs = u"bo"_s;
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(saidBy(sheet).contains(u"this workspace is"_s), qPrintable(saidBy(sheet)), 20'000);
        m_signsOnAs = u"ana"_s;
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!button(m_desk->window().rooms(), u"Sign in again"_s)->isVisible(), 60'000);
        QCOMPARE(browser.opened(), 2);
    }

    void anAccessTokenMadeElsewhereSignsInAgain()
    {
        SignInAgainSheet *sheet = signedOutAndAsked(u"With an access token"_s);
        const auto elsewhere = m_server->login(m_ana);
        QVERIFY(elsewhere);
        m_ana.token = elsewhere->token;
        field(sheet, u"Access token"_s)->setText(elsewhere->token);
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!button(m_desk->window().rooms(), u"Sign in again"_s)->isVisible(), 60'000);
        m_desk->type(u"in by a token"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"in by a token"_s, store::SendState::sent), 60'000);
    }

private:
    //! The server ends ana's sign-ins; the sheet, with \a way chosen.
    SignInAgainSheet *signedOutAndAsked(const QString &way)
    {
        m_ana = *m_server->login(m_ana);
        m_server->call("POST", u"/_matrix/client/v3/logout/all"_s, m_ana.token);
        QPushButton *again = button(m_desk->window().rooms(), u"Sign in again"_s);
        if (!QTest::qWaitFor([again] { return again->isVisible(); }, 60'000))
            return nullptr;
        m_desk->link().askSignIn();
        auto *sheet = m_desk->window().findChild<SignInAgainSheet *>();
        auto *ways = sheet->findChild<QComboBox *>();
        if (!QTest::qWaitFor([&] { return ways->findText(way) >= 0; }, 20'000))
            return nullptr;
        ways->setCurrentIndex(ways->findText(way));
        return sheet;
    }
    QString eventPath(const QString &room, const QString &what)
    {
        return u"/_matrix/client/v3/rooms/%1/%2/t%3"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(room)), what)
            .arg(++m_txn);
    }
    //! As ana's phone would.
    QString sayElsewhere(const QString &room, QJsonObject content, const QString &type = u"m.room.message"_s)
    {
        if (type == u"m.room.message")
            content.insert(u"msgtype"_s, u"m.text"_s);
        return m_server->call("PUT", eventPath(room, u"send/"_s + type), m_ana.token, content)
            .body.value(u"event_id"_s)
            .toString();
    }
    session::ConversationRow rowSaying(const QString &text)
    {
        auto &rows = m_desk->window().models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (const auto *words = std::get_if<session::Words>(&rows.row(i).content); words && words->text == text)
                return rows.row(i);
        return {};
    }

    int m_txn = 0;
    QTemporaryDir m_folder;
    QString m_signsOnAs; //!< whom the single sign-on takes everybody for
    std::unique_ptr<ScriptedServer> m_cas;
    std::unique_ptr<Synapse> m_server;
    SynapseUser m_ana;
    SynapseUser m_bo;
    SynapseUser m_cy;
    std::unique_ptr<MatrixDesk> m_desk;
    std::unique_ptr<MatrixDesk> m_bos;
};

WARDROOM_TEST(TstSignIn)
#include "tst_signin.moc"
