// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/synapse.h"
#include "support/testmain.h"
#include "support/world.h"

#include "session/talk.h"
#include "session/workspace.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/people/letinsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/band.h"
#include "ui/shell/signinpresenter.h"
#include "ui/shell/windowpresenter.h"
#include "ui/welcome/signinagainsheet.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using namespace std::chrono_literals;

namespace {

QPushButton *button(const QWidget *widget, const QString &text)
{
    for (QPushButton *each : widget->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

QLineEdit *field(const QWidget *widget, const QString &name)
{
    for (QLineEdit *each : widget->findChildren<QLineEdit *>())
        if (each->accessibleName() == name)
            return each;
    return nullptr;
}

QString saidBy(const QWidget *widget)
{
    QStringList words;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        if (!label->isHidden() && !label->text().isEmpty())
            words << label->text();
    return words.join(u'\n');
}

//! Somebody's window, from the sign-in page on.
class MatrixDesk final
{
public:
    MatrixDesk(const QString &folder, const QString &name)
        : m_presenter(m_window, m_clock)
        , m_signIn(*m_window.signIn(), m_clock,
                   [this]() -> QCoro::Task<Result<session::Environment>> { co_return environment(); })
    {
        m_profile = std::move(*session::Profile::open(folder));
        m_profile->setPersonName(name);
        m_workspaces = std::make_unique<session::Workspaces>(environment());
        QObject::connect(&m_signIn, &SignInPresenter::entered, &m_window,
                         [this](const session::WorkspaceEntry &entry) { m_entered = entry; });
        m_window.showPage(Page::signIn);
        m_window.show();
    }
    ~MatrixDesk() { close(); }

    session::Environment environment()
    {
        session::Environment environment;
        environment.profile = m_profile.get();
        environment.secrets = &m_secrets;
        environment.clock = &m_clock;
        environment.catalogue =
            bot::Catalogue::load(QStringList{QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")});
        return environment;
    }
    SignInPage *page() { return m_window.signIn(); }
    void find(const QString &server)
    {
        m_entered = {};
        field(page(), u"Server"_s)->setText(server);
        QTest::mouseClick(button(page(), u"Find the server"_s), Qt::LeftButton);
    }
    void fill(const SynapseUser &who, const QString &password, const QString &fingerprint = {})
    {
        field(page(), u"Account"_s)->setText(who.id);
        field(page(), u"Password"_s)->setText(password);
        field(page(), u"Workspace"_s)->setText(u"Acme"_s);
        field(page(), u"Fingerprint"_s)->setText(fingerprint);
        for (QRadioButton *each : page()->findChildren<QRadioButton *>())
            if (each->text().contains(u"fingerprint"_s))
                each->setChecked(!fingerprint.isEmpty());
            else if (each->text().startsWith(u"Found"_s))
                each->setChecked(fingerprint.isEmpty());
        press();
    }
    void press()
    {
        for (QPushButton *each : page()->findChildren<QPushButton *>())
            if (each->property("look") == u"primary"_s)
                QTest::mouseClick(each, Qt::LeftButton);
    }
    bool isEntered() const { return m_entered.has_value(); }
    //! Opens what the page has entered; empty, or what went wrong.
    QString open()
    {
        auto engine = wait(m_workspaces->open(*m_entered));
        if (!engine)
            return engine.error().message;
        m_workspace = std::make_unique<session::Workspace>(std::move(*engine));
        m_presenter.setSignInAgain([this](session::MatrixCredentials who) {
            return m_workspaces->matrix().signInAgain(*m_entered, who, &m_workspace->engine().platform());
        });
        m_presenter.show(*m_workspace);
        m_window.showPage(Page::rooms);
        return {};
    }
    void close()
    {
        m_presenter.leave();
        m_workspace.reset();
    }
    bool shows(const QString &text, store::SendState state)
    {
        auto &rows = m_window.models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (const auto *words = std::get_if<session::Words>(&rows.row(i).content);
                words && words->text == text && rows.row(i).send == state)
                return true;
        return false;
    }
    void type(const QString &text)
    {
        m_window.composer()->setText(text);
        QTest::keyClick(m_window.composer()->editor(), Qt::Key_Return);
    }

    MainWindow &window() { return m_window; }
    session::Workspace &workspace() { return *m_workspace; }
    LinkPresenter &link() { return *m_presenter.link(); }
    WindowPresenter &presenter() { return m_presenter; }
    SignInPresenter &signIn() { return m_signIn; }
    session::Profile &profile() { return *m_profile; }

private:
    SystemClock m_clock;
    Theme m_theme;
    MainWindow m_window{m_theme};
    MemorySecrets m_secrets;
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Workspace> m_workspace;
    WindowPresenter m_presenter;
    SignInPresenter m_signIn;
    std::optional<session::WorkspaceEntry> m_entered;
};

} // namespace

//! From the sign-in page onto a real Synapse, and what the window says when that goes away.
class TstSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto up = m_server.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().message));
        m_ana = *m_server.user(u"ana"_s);
        m_bo = *m_server.user(u"bo"_s);
        // As packaging/matrix/start makes it.
        const auto control = m_server.call(
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
        m_desk->find(m_server.url().toString());
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->page()).contains(u"It offers: password"_s), 20'000);
        m_desk->fill(m_ana, u"wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->page()).contains(u"does not accept"_s), 20'000);
        QVERIFY(m_desk->profile().workspaces().isEmpty());
    }

    void cancellingKeepsNothing()
    {
        m_server.freeze(true);
        m_desk->fill(m_ana, m_ana.password);
        QVERIFY(m_desk->page()->isBusy());
        QTest::mouseClick(button(m_desk->page(), u"Cancel"_s), Qt::LeftButton);
        QVERIFY(!m_desk->page()->isBusy());
        m_server.freeze(false);
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
        m_bos->find(m_server.url().toString());
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

    void anEncryptedRoomIsShownAndNotWrittenInto()
    {
        const QJsonObject algorithm{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}};
        const QJsonObject encryption{
            {u"type"_s, u"m.room.encryption"_s}, {u"state_key"_s, QString()}, {u"content"_s, algorithm}};
        const auto made = m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, m_ana.token,
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
        QVERIFY(m_server.call("PUT", eventPath(room, u"redact/"_s + gone), m_ana.token).isGood());
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
        m_server.stop();
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(m_desk->window().rooms()).contains(u"Offline since"_s), 30'000);
        QVERIFY(m_desk->window().linkBand()->sentence().contains(u"has not been reached since"_s));
        QVERIFY(m_desk->shows(u"anybody here?"_s, store::SendState::sent));
        m_desk->type(u"typed in the dark"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"typed in the dark"_s, store::SendState::queued), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->window().linkBand()->sentence().contains(u"One message waits"_s), 5000);
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"typed in the dark"_s, store::SendState::sent), 90'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->window().linkBand()->sentence().isEmpty(), 30'000);
    }

    void aSignInThatWasEndedElsewhereIsMadeAgainFromTheWindow()
    {
        QVERIFY(m_server.call("POST", u"/_matrix/client/v3/logout/all"_s, m_ana.token).isGood());
        QPushButton *again = button(m_desk->window().rooms(), u"Sign in again"_s);
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), 60'000);
        m_desk->type(u"while signed out"_s);
        QTest::mouseClick(again, Qt::LeftButton);
        auto *sheet = m_desk->window().findChild<SignInAgainSheet *>();
        QVERIFY(sheet);
        field(sheet, u"Password"_s)->setText(u"wrong"_s);
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(saidBy(sheet).contains(u"does not accept"_s), 20'000);
        field(sheet, u"Password"_s)->setText(m_ana.password);
        QTest::mouseClick(button(sheet, u"Sign in"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!again->isVisible(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"while signed out"_s, store::SendState::sent), 60'000);
    }

private:
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
        return m_server.call("PUT", eventPath(room, u"send/"_s + type), m_ana.token, content)
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
    Synapse m_server;
    SynapseUser m_ana;
    SynapseUser m_bo;
    std::unique_ptr<MatrixDesk> m_desk;
    std::unique_ptr<MatrixDesk> m_bos;
};

WARDROOM_TEST(TstSignIn)
#include "tst_signin.moc"
