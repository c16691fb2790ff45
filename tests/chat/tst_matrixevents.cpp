// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixevents.h"

#include "domain/fold.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::chat;
using namespace Qt::StringLiterals;
using domain::Standing;

//! What events of a room become, without a server.
class TstMatrixEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! It stays on the record, for everybody to see who tried; what it says counts nowhere.
    void whatNeedsWordsAndHasNoneIsKeptAndSuspect()
    {
        const QByteArray note = envelopeOf(domain::NoteAdded{u"quietly"_s});
        const auto kept = wordless(note);
        QVERIFY(kept.has_value());
        QVERIFY(kept->entry.envelope.endsWith(note));
        domain::RoomFold fold(m_room, domain::WorkspaceState());
        QVERIFY(fold.add({kept->entry}));
        const domain::Judgement judged = fold.judgementAt(0);
        QCOMPARE(judged.standing, Standing::suspect);
        QCOMPARE(judged.reason, u"said without words"_s);
        QVERIFY(fold.state().notes.isEmpty() && fold.admission().chains.isEmpty());
        QCOMPARE(fold.entries().first().envelope->kind, u"note.added"_s);
        const auto large = wordless(QByteArray(10'000, '{'));
        QVERIFY(large && large->entry.envelope.size() <= domain::Envelope::kLongest + 1);
        QVERIFY(!domain::readEntry(large->entry).problem.isEmpty());
    }

    void aCallAnAlertAndItsCountMayComeWithoutWords()
    {
        for (const domain::Fact &fact : {domain::Fact(domain::ResponderCalled{}), domain::Fact(domain::AlertRaised{}),
                                         domain::Fact(domain::AlertGrouped{})}) {
            const QByteArray envelope = envelopeOf(fact);
            const auto entry = wordless(envelope);
            QVERIFY(entry.has_value());
            QCOMPARE(entry->entry.envelope, envelope);
            QVERIFY(domain::readEntry(entry->entry).problem.isEmpty());
        }
    }

    void whatHoldsNothingIsNothing() { QVERIFY(!wordless({}).has_value()); }

private:
    QByteArray envelopeOf(const domain::Fact &fact) const
    {
        domain::Envelope draft;
        draft.id = domain::newFactId();
        draft.workspace = domain::WorkspaceId(u"w"_s);
        draft.room = m_room;
        draft.node = domain::NodeId(u"n-eve"_s);
        draft.seq = 1;
        return domain::seal(draft, fact, SigningKey::generate()).bytes;
    }
    std::optional<MatrixEntry> wordless(const QByteArray &envelope) const
    {
        const QJsonObject content{{matrixkey::envelope, QString::fromUtf8(envelope)}};
        const auto event = MatrixEvent::fromJson({{u"event_id"_s, u"$e:localhost"_s},
                                                  {u"type"_s, QString(kWordlessType)},
                                                  {u"sender"_s, u"@eve:localhost"_s},
                                                  {u"origin_server_ts"_s, qint64(1'790'000'000'000)},
                                                  {u"content"_s, content}});
        return event ? entryOf(m_room, *event) : std::nullopt;
    }

    const domain::RoomId m_room{u"!r:localhost"_s};
};

WARDROOM_TEST(TstMatrixEvents)
#include "tst_matrixevents.moc"
