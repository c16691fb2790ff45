// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrixdesk.h"
#include "pictures.h"
#include "support/testmain.h"

#include "session/talk.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/threadpane.h"
#include "ui/incident/sheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/timeline/detailpane.h"

#include <QBuffer>
#include <QListView>
#include <QPainter>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace wardroom;
using namespace wardroom::test;
using session::ConversationRow;
using session::EntryId;
using session::FileStep;
using session::RoomId;

namespace {

constexpr int kPatienceMs = 30'000;

//! What somebody photographs at night.
QByteArray photograph()
{
    QImage image(1600, 900, QImage::Format_RGB32);
    image.fill(QColor(12, 18, 24));
    QPainter painter(&image);
    painter.setPen(QColor(90, 220, 120));
    QFont font = painter.font();
    font.setPixelSize(44);
    painter.setFont(font);
    for (int line = 0; line < 14; ++line)
        painter.drawText(60, 90 + line * 56,
                         u"nov 30 02:%1 web-01 sshd[811]: Failed password for root"_s.arg(line + 10));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

//! What a colleague's phone posts on a real Synapse, in the window: pictures, files and threads; and who was invited.
class TstPhoneFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // For pictures in another language: the file that the build made of it.
        if (const QString words = qEnvironmentVariable("WARDROOM_WORDS"); !words.isEmpty() && m_words.load(words))
            QCoreApplication::installTranslator(&m_words);
        const auto up = m_server.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().message));
        m_bo = m_server.user(u"bo"_s).value_or(SynapseUser());
        m_cy = m_server.user(u"cy"_s).value_or(SynapseUser());
    }
    void cleanupTestCase() { m_desk.reset(); }

    void aDeskSeesWhatAPhonePosts()
    {
        QVERIFY(signIn());
        QVERIFY(wait(m_desk->workspace().engine().platform().invite(m_ops, session::PersonId(m_bo.id))));
        QVERIFY(wait(m_desk->workspace().engine().platform().invite(m_ops, session::PersonId(m_cy.id))));
        QCOMPARE(call("POST", u"/join"_s, {}).status, 200);
        m_root = EntryId(send({{u"msgtype"_s, u"m.text"_s},
                               {u"body"_s, u"Somebody tries passwords on web-01 again. Is that the pentest?"_s}}));
        answer(u"Not in the plan for tonight."_s);
        answer(u"I am calling them."_s);
        m_picture = post(u"m.image"_s, u"IMG_20261130_0214.png"_s, photograph());
        m_log = post(u"m.file"_s, u"../../auth\u202Egol.sh"_s, "Nov 30 02:14:07 web-01 sshd[811]: Failed password\n");
        QTRY_VERIFY_WITH_TIMEOUT(row(m_log).file && row(m_picture).file, kPatienceMs);
        QCOMPARE(row(m_log).file->name, u"authgol.sh"_s);
        QTRY_COMPARE_WITH_TIMEOUT(row(m_root).replies.replies, 2, kPatienceMs);
        QTest::qWait(300);
        QCOMPARE(row(m_picture).file->step, FileStep::away); // looking fetches nothing
        pictured(m_desk->window(), u"phone-before"_s);
    }

    void itsPictureIsShownWhenAskedForAndNotBefore()
    {
        ConversationView *view = m_desk->window().conversation();
        view->showRow(indexOf(m_picture));
        view->setFocus();
        const int before = heightOf(m_picture);
        QTest::keyClick(view, Qt::Key_Right); // "Show the picture"
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(row(m_picture).file->step, FileStep::here, kPatienceMs);
        QCOMPARE(row(m_picture).file->hash, Sha256::of(photograph()));
        QTRY_VERIFY_WITH_TIMEOUT(heightOf(m_picture) > before + 150, kPatienceMs);
        view->scrollToBottom();
        QTest::qWait(100);
        QVERIFY(pictured(m_desk->window(), u"phone-picture"_s) > 40);
    }

    void theThreadOfAPhoneIsOpenedAndAnswered()
    {
        ConversationView *view = m_desk->window().conversation();
        view->showRow(indexOf(m_root));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_T);
        ThreadPane *pane = m_desk->window().thread();
        QTRY_VERIFY(pane->isVisible());
        QTRY_COMPARE(m_desk->window().models().thread.size(), 3);
        pane->composer()->setText(u"Thanks. Tell me what they say."_s);
        QTest::keyClick(pane->composer()->editor(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(row(m_root).replies.replies, 3, kPatienceMs);
        answer(u"They say it is not theirs."_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->window().models().thread.size(), 5, kPatienceMs);
        QTest::qWait(200);
        QVERIFY(pictured(m_desk->window(), u"phone-thread"_s) > 40);
        QTest::keyClick(pane->composer()->editor(), Qt::Key_Escape);
        QVERIFY(!pane->isVisible());
        QCOMPARE(m_desk->window().focusWidget(), view);
        pictured(m_desk->window(), u"phone-after"_s);
    }

    void whoWasInvitedAndHasNotComeStandsBelowTheOthers()
    {
        m_desk->window().detail()->findChild<QTabBar *>()->setCurrentIndex(4);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->window().models().people.invited().size(), 1, kPatienceMs);
        const auto &people = m_desk->window().models().people;
        const session::PersonLine last = people.person(people.rowCount() - 1);
        QVERIFY(last.invited);
        QCOMPARE(last.id.text(), m_cy.id);
        QTest::qWait(100);
        pictured(m_desk->window(), u"phone-people"_s);
        Q_EMIT m_desk->window().detail()->removePersonWanted();
        Sheet *sheet = nullptr;
        for (Sheet *each : m_desk->window().findChildren<Sheet *>())
            if (each->isVisible())
                sheet = each;
        QVERIFY(sheet);
        QVERIFY(button(sheet, u"Take out"_s) || !m_words.isEmpty());
        pictured(*sheet, u"phone-take-out"_s);
        sheet->reject();
        QVERIFY(wait(m_desk->workspace().engine().platform().removeMember(m_ops, last.id)));
        m_desk->window().detail()->findChild<QTabBar *>()->setCurrentIndex(3);
        m_desk->window().detail()->findChild<QTabBar *>()->setCurrentIndex(4);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->window().models().people.invited().size(), 0, kPatienceMs);
    }

private:
    bool signIn()
    {
        const SynapseUser ana = m_server.user(u"ana"_s).value_or(SynapseUser());
        m_desk = std::make_unique<MatrixDesk>(m_folder.filePath(u"ana"_s), u"Ana Lima"_s);
        auto credentials = session::MatrixCredentials();
        credentials.homeserver = m_server.url().toString();
        credentials.user = ana.id;
        credentials.password = ana.password.toUtf8();
        if (const QString problem = m_desk->enter(credentials); !problem.isEmpty()) {
            qWarning("%ls", qUtf16Printable(problem));
            return false;
        }
        m_ops = m_desk->workspace().roomNamed(u"security-ops"_s);
        Q_EMIT m_desk->window().rooms()->roomChosen(m_ops);
        return !m_ops.isEmpty();
    }
    SynapseAnswer call(const QByteArray &method, const QString &rest, const QJsonObject &body)
    {
        const QString room = QString::fromLatin1(QUrl::toPercentEncoding(m_ops.text()));
        return m_server.call(method, u"/_matrix/client/v3/rooms/"_s + room + rest, m_bo.token, body);
    }
    QString send(const QJsonObject &content)
    {
        return call("PUT", u"/send/m.room.message/"_s + randomHex(8), content).body.value("event_id"_L1).toString();
    }
    EntryId post(const QString &type, const QString &name, const QByteArray &bytes)
    {
        return EntryId(send({{u"msgtype"_s, type},
                             {u"body"_s, name},
                             {u"url"_s, m_server.upload(bytes, m_bo.token)},
                             {u"info"_s, QJsonObject{{u"size"_s, bytes.size()}}}}));
    }
    void answer(const QString &text)
    {
        QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}};
        content.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.thread"_s}, {u"event_id"_s, m_root.text()}});
        QVERIFY(!send(content).isEmpty());
    }
    int indexOf(const EntryId &entry) const
    {
        auto &rows = m_desk->window().models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (rows.row(i).entry == entry)
                return i;
        return -1;
    }
    ConversationRow row(const EntryId &entry) const
    {
        const int index = indexOf(entry);
        return index < 0 ? ConversationRow() : m_desk->window().models().conversation.row(index);
    }
    int heightOf(const EntryId &entry) const
    {
        for (const auto &visible : m_desk->window().conversation()->visibleRows())
            if (visible.index == indexOf(entry))
                return visible.layout->height;
        return 0;
    }

    Synapse m_server;
    QTemporaryDir m_folder;
    QTranslator m_words;
    SynapseUser m_bo, m_cy;
    std::unique_ptr<MatrixDesk> m_desk;
    RoomId m_ops;
    EntryId m_root, m_picture, m_log;
};

WARDROOM_TEST(TstPhoneFiles)
#include "tst_phonefiles.moc"
