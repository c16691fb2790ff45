// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "chat/matrix/matrixlogin.h"
#include "contract.h"
#include "net/scriptedserver.h"
#include "support/synapse.h"
#include "support/testmain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;

//! Signing in, on a real Synapse with a stand-in for its single sign-on (CAS 2.0) and for the browser.
class TstMatrixLogin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aServerIsFoundByItsNameOrAddress();
    void aServerThatIsTooOldIsRefused();
    void thePasswordGivesATokenAndKeepsTheDevice();
    void aWrongPasswordSaysSo();
    void anAccessTokenTellsWhoseItIs();
    void theBrowserComesBackWithAToken();
    void othersCannotComeBackInItsPlace();
    void signingOutEndsTheToken();

private:
    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_cas;
    std::unique_ptr<Synapse> m_server;
    SynapseUser m_ana;
};

void TstMatrixLogin::initTestCase()
{
    m_cas = std::make_unique<ScriptedServer>([](const SeenRequest &request) {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        if (request.target.startsWith("/login")) {
            const QByteArray service = query.queryItemValue(u"service"_s, QUrl::FullyDecoded).toUtf8();
            return answer(302, {}, "text/html", "Location: " + service + "&ticket=ST-1\r\n");
        }
        const QByteArray who =
            query.queryItemValue(u"ticket"_s) == "ST-1"_L1
                ? "<cas:authenticationSuccess><cas:user>cara</cas:user></cas:authenticationSuccess>"
                : "<cas:authenticationFailure code=\"INVALID_TICKET\">no</cas:authenticationFailure>";
        return answer(200,
                      "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>" + who + "</cas:serviceResponse>",
                      "application/xml");
    });
    const QJsonObject cas{{u"enabled"_s, true}, {u"server_url"_s, m_cas->url(u""_s).toString()}};
    m_server = std::make_unique<Synapse>(QJsonObject{
        {u"cas_config"_s, cas}, {u"sso"_s, QJsonObject{{u"client_whitelist"_s, QJsonArray{u"http://127.0.0.1:"_s}}}}});
    const auto up = m_server->start();
    QVERIFY2(up, up ? "" : qPrintable(up.error().message));
    const auto ana = m_server->user(u"ana"_s);
    QVERIFY(ana);
    m_ana = *ana;
}

void TstMatrixLogin::aServerIsFoundByItsNameOrAddress()
{
    MatrixLogin login(m_clock);
    const auto found = wait(login.discover(m_server->url().toString()));
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QVERIFY(found->password && found->sso && found->versions.contains(u"v1.11"_s));
    // Another place says where the server is.
    ScriptedServer elsewhere([this](const SeenRequest &request) {
        if (request.target == "/.well-known/matrix/client")
            return answer(200, "{\"m.homeserver\": {\"base_url\": \"" + m_server->url().toEncoded() + "/\"}}");
        return answer(500, {});
    });
    const auto by = wait(login.discover(elsewhere.url(u""_s).toString()));
    QVERIFY(by);
    QCOMPARE(by->homeserver.port(), m_server->url().port());
    elsewhere.script([](const SeenRequest &) { return answer(200, R"({"m.homeserver": {"base_url": "ftp://x"}})"); });
    QCOMPARE(wait(login.discover(elsewhere.url(u""_s).toString())).error().kind, ErrorKind::protocol);
    QCOMPARE(wait(login.discover(u" "_s)).error().kind, ErrorKind::invalid);
    QCOMPARE(wait(login.discover(u"http://127.0.0.1:1"_s)).error().kind, ErrorKind::transient);
}

void TstMatrixLogin::aServerThatIsTooOldIsRefused()
{
    MatrixLogin login(m_clock);
    ScriptedServer old([](const SeenRequest &request) {
        return request.target == "/_matrix/client/versions"
                   ? answer(200, R"({"versions": ["r0.6.1", "v1.1", "v1.10"]})")
                   : answer(404, "{}");
    });
    QCOMPARE(wait(login.discover(old.url(u""_s).toString())).error().kind, ErrorKind::unsupported);
    old.script([](const SeenRequest &) { return answer(200, "<html>a router</html>", "text/html"); });
    QVERIFY(!wait(login.discover(old.url(u""_s).toString())));
}

void TstMatrixLogin::thePasswordGivesATokenAndKeepsTheDevice()
{
    MatrixLogin login(m_clock);
    const auto first = wait(login.byPassword(m_server->url(), u"ana"_s, m_ana.password, {}, u"Ana's desk"_s));
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->account.user.text(), m_ana.id);
    const auto again = wait(login.byPassword(m_server->url(), m_ana.id, m_ana.password, first->account.device, {}));
    QVERIFY(again);
    QCOMPARE(again->account.device, first->account.device);
    QVERIFY(again->tokens.access != first->tokens.access);
    QCOMPARE(MatrixTokens::fromBytes(again->tokens.toBytes())->access, again->tokens.access);
    QVERIFY(!MatrixTokens::fromBytes("{}"_ba) && !MatrixTokens::fromBytes("x"_ba));
}

void TstMatrixLogin::aWrongPasswordSaysSo()
{
    MatrixLogin login(m_clock);
    const auto refused = wait(login.byPassword(m_server->url(), u"ana"_s, u"wrong"_s, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::auth);
    QCOMPARE(wait(login.byToken(m_server->url(), u"no such token"_s, {}, {})).error().kind, ErrorKind::auth);
}

void TstMatrixLogin::anAccessTokenTellsWhoseItIs()
{
    MatrixLogin login(m_clock);
    const auto in = wait(login.byAccessToken(m_server->url(), m_ana.token));
    QVERIFY(in);
    QCOMPARE(in->account.user.text(), m_ana.id);
    QCOMPARE(in->account.device, m_ana.device);
    QCOMPARE(wait(login.byAccessToken(m_server->url(), u"nonsense"_s)).error().kind, ErrorKind::auth);
}

void TstMatrixLogin::theBrowserComesBackWithAToken()
{
    MatrixLogin login(m_clock);
    // The browser: keeps cookies, follows every redirect, in the end to us.
    QNetworkAccessManager browser;
    browser.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    QByteArray shown;
    const auto open = [&](QUrl page) {
        QNetworkReply *reply = browser.get(QNetworkRequest(page));
        connect(reply, &QNetworkReply::finished, &browser, [reply, &shown] { shown = reply->readAll(); });
    };
    const std::function<void(QUrl)> opener = open;
    const auto in = wait(login.bySso(m_server->url(), opener, u"CARASDESK"_s, {}, std::chrono::seconds(20)));
    QVERIFY2(in, in ? shown.constData() : qPrintable(in.error().message + QString::fromUtf8(shown)));
    QCOMPARE(in->account.user.text(), u"@cara:"_s + m_server->serverName());
    QCOMPARE(in->account.device, u"CARASDESK"_s);
    QTRY_VERIFY(shown.contains("signed in"));
}

void TstMatrixLogin::othersCannotComeBackInItsPlace()
{
    MatrixLogin login(m_clock);
    QNetworkAccessManager browser;
    QList<int> statuses;
    const std::function<void(QUrl)> open = [&](QUrl page) {
        QUrl back(QUrlQuery(page).queryItemValue(u"redirectUrl"_s, QUrl::FullyDecoded));
        const QString right = back.path();
        for (const QString &path :
             {u"/?loginToken=stolen"_s, QString(right + u"x?loginToken=stolen"_s), QString(right + u"?other=1"_s)}) {
            QNetworkReply *reply = browser.get(QNetworkRequest(back.resolved(QUrl(path))));
            connect(reply, &QNetworkReply::finished, &browser, [reply, &statuses] {
                statuses.append(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
            });
        }
    };
    const auto in = wait(login.bySso(m_server->url(), open, {}, {}, std::chrono::seconds(2)));
    QVERIFY(!in);
    QCOMPARE(in.error().kind, ErrorKind::timeout);
    QCOMPARE(statuses, (QList{404, 404, 404}));
    std::stop_source stop;
    const std::function<void(QUrl)> giveUp = [&](QUrl) { stop.request_stop(); };
    QCOMPARE(
        wait(login.bySso(m_server->url(), giveUp, {}, {}, std::chrono::seconds(20), stop.get_token())).error().kind,
        ErrorKind::cancelled);
}

void TstMatrixLogin::signingOutEndsTheToken()
{
    MatrixLogin login(m_clock);
    const auto in = wait(login.byPassword(m_server->url(), u"ana"_s, m_ana.password, {}, {}));
    QVERIFY(in);
    QVERIFY(wait(login.signOut(*in)));
    QCOMPARE(wait(login.byAccessToken(m_server->url(), in->tokens.access)).error().kind, ErrorKind::auth);
    QVERIFY(wait(login.signOut(*in)));
}

WARDROOM_TEST(TstMatrixLogin)
#include "tst_matrixlogin.moc"
