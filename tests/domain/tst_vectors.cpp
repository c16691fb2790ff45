// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"
#include "domain/admission.h"
#include "domain/fields.h"
#include "domain/invitation.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace wardroom;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

//! ENVELOPE.md's vectors, which a program that shares no code with this one has made.
class TstVectors : public QObject
{
    Q_OBJECT

    QJsonObject m_vectors;
    WorkspaceState m_workspace;

    static QString folder() { return QString::fromUtf8(WARDROOM_SOURCE_DIR) + u"/tests/data/envelope"_s; }
    QByteArray seed(qsizetype key) const
    {
        return QByteArray::fromHex(m_vectors[u"keys"_s][key][u"seed"_s].toString().toLatin1());
    }
    void addRows(const QString &part) const
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray vectors = m_vectors[part].toArray();
        for (const QJsonValue &vector : vectors)
            QTest::addRow("%s", qPrintable(vector[u"name"_s].toString())) << vector.toObject();
        QVERIFY(vectors.size() > 5);
    }
    Judgement judged(const QByteArray &bytes, const QByteArray &spilled) const
    {
        Entry entry;
        entry.envelope = bytes;
        entry.spilled = spilled;
        entry.sender = PersonId(u"ann"_s);
        entry.room = parseEnvelope(bytes).value_or(Envelope()).room;
        return Admission().judge(readEntry(entry), m_workspace);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(folder() + u"/vectors.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_vectors = QJsonDocument::fromJson(file.readAll()).object();
        m_workspace.workspace = WorkspaceId(m_vectors[u"workspace"_s].toString());
        const Node node{
            NodeId(u"node-a"_s), PersonId(u"ann"_s), {}, m_vectors[u"keys"_s][0][u"public"_s].toString(), false, {}};
        m_workspace.nodes.insert(node.id, node);
    }

    void aSecondProgramMakesTheSameVectors()
    {
        QProcess python;
        python.setProgram(u"python3"_s);
        python.setArguments({u"-B"_s, folder() + u"/vectors.py"_s});
        python.start();
        QVERIFY2(python.waitForFinished(60'000), "python3 is needed for this");
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    }

    void keysFollowFromTheirSeeds()
    {
        for (qsizetype i = 0; i < m_vectors[u"keys"_s].toArray().size(); ++i) {
            const QJsonValue key = m_vectors[u"keys"_s][i];
            QCOMPARE(SigningKey::fromSeed(seed(i)).publicKey().hex(), key[u"public"_s].toString());
            QCOMPARE(SigningKey::fromSeed(seed(i)).publicKey().fingerprint(), key[u"fingerprint"_s].toString());
        }
    }

    void sealingGivesTheVectorsBytes_data() { addRows(u"good"_s); }
    void sealingGivesTheVectorsBytes()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject fields = vector[u"fields"_s].toObject();
        Envelope draft;
        draft.id = FactId(fields[u"id"_s].toString());
        draft.op = OpId(fields[u"op"_s].toString());
        draft.cause = FactId(fields[u"cause"_s].toString());
        draft.workspace = WorkspaceId(fields[u"workspace"_s].toString());
        draft.room = RoomId(fields[u"room"_s].toString());
        draft.at = fields[u"at"_s].toInteger();
        draft.policy = fields[u"policy"_s].toInteger();
        draft.node = NodeId(fields[u"node"_s].toString());
        draft.seq = fields[u"seq"_s].toInteger();
        draft.prev = Sha256::fromHex(fields[u"prev"_s].toString());
        const Result<Fact> fact = parseFact(fields[u"kind"_s].toString(), vector[u"body"_s].toObject());
        QVERIFY(fact);
        const SealedEnvelope sealed = seal(draft, *fact, SigningKey::fromSeed(seed(0)));
        QCOMPARE(sealed.bytes, vector[u"bytes"_s].toString().toUtf8());
        QCOMPARE(signedBytes(sealed.envelope), vector[u"signed"_s].toString().toUtf8());
        QCOMPARE(QString::fromLatin1(sealed.envelope.sig.toHex()), vector[u"sig"_s].toString());
        QCOMPARE(sealed.spilledBody, vector[u"spilledBody"_s].toString().toUtf8());
        QCOMPARE(Sha256::of(sealed.bytes).hex(), vector[u"hash"_s].toString());
        QVERIFY(sealed.bytes.size() <= Envelope::kLongest);
    }

    void readingGivesTheFactBack_data() { addRows(u"good"_s); }
    void readingGivesTheFactBack()
    {
        QFETCH(QJsonObject, vector);
        const QByteArray bytes = vector[u"bytes"_s].toString().toUtf8();
        const QByteArray spilled = vector[u"spilledBody"_s].toString().toUtf8();
        const Result<Envelope> envelope = parseEnvelope(bytes);
        QVERIFY2(envelope, envelope ? "" : qPrintable(envelope.error().message));
        QCOMPARE(envelopeBytes(*envelope), bytes);
        QCOMPARE(signedPart(bytes), signedBytes(*envelope));
        QVERIFY(envelope->spilled().isNull() || mayBeSpilled(bytes));
        const Judgement judgement = judged(bytes, spilled);
        QVERIFY2(judgement.standing == Standing::accepted, qPrintable(judgement.reason));
        Entry entry;
        entry.envelope = bytes;
        entry.spilled = spilled;
        // By bytes: two QJsonObjects with the same fields are unequal in Qt 6.4 when their keys were spelled
        // differently.
        QCOMPARE(canonicalJson(bodyOf(readEntry(entry).fact)).value(), canonicalJson(vector[u"body"_s]).value());
        if (!spilled.isEmpty()) {
            QCOMPARE(judged(bytes, {}).waitsFor, u"attachment:"_s + Sha256::of(spilled).hex());
            QCOMPARE(judged(bytes, spilled + ' ').standing, Standing::waiting);
        }
    }

    void badOnesAreRefusedForTheReasonSaid_data() { addRows(u"bad"_s); }
    void badOnesAreRefusedForTheReasonSaid()
    {
        QFETCH(QJsonObject, vector);
        const QByteArray bytes = vector[u"bytes"_s].toString().toUtf8();
        const Result<Envelope> envelope = parseEnvelope(bytes);
        QString reason;
        if (vector[u"at"_s] == u"parse"_s) {
            QVERIFY(!envelope);
            reason = envelope.error().message;
        } else {
            QVERIFY2(envelope, envelope ? "" : qPrintable(envelope.error().message));
            const Judgement judgement = judged(bytes, {});
            QCOMPARE(judgement.standing, Standing::suspect);
            reason = judgement.reason;
        }
        QVERIFY2(reason.contains(vector[u"reason"_s].toString()), qPrintable(reason));
    }

    void derivedIdsAndAnchorsComeOutTheSame()
    {
        const QJsonArray derived = m_vectors[u"derived"_s].toArray();
        for (const QJsonValue &each : derived)
            QCOMPARE(derivedFactId(each[u"cause"_s].toString()).text(), each[u"id"_s].toString());
        Sha256Stream digest;
        const QJsonArray hashes = m_vectors[u"anchor"_s][u"hashes"_s].toArray();
        for (const QJsonValue &hash : hashes)
            digest.add(Sha256::fromHex(hash.toString()).bytes());
        QCOMPARE(digest.finish().hex(), m_vectors[u"anchor"_s][u"digest"_s].toString());
    }

    void theInvitationIsReadAndProved()
    {
        const QJsonObject vector = m_vectors[u"invitation"_s].toObject();
        const Result<Invitation> invitation = Invitation::fromText(vector[u"text"_s].toString());
        QVERIFY(invitation);
        QCOMPARE(invitation->toText(), vector[u"text"_s].toString());
        QCOMPARE(invitation->vouched, vector[u"vouched"_s].toString());
        const PublicKey guest = PublicKey::fromHex(vector[u"nodeKey"_s].toString());
        const InvitationProof proof = proveInvitation(*invitation, NodeId(vector[u"node"_s].toString()), guest);
        QCOMPARE(proof.proof, vector[u"proof"_s].toString());
        QCOMPARE(proof.key, vector[u"key"_s].toString());
        const NodeEnrolled fact{NodeId(u"node-b"_s), PersonId(u"bob"_s), {}, {}, guest.hex(), proof};
        const Node inviter = *m_workspace.node(NodeId(u"node-a"_s));
        const qint64 expires = vector[u"expires"_s].toInteger();
        QCOMPARE(invitationProblem(fact, inviter, m_workspace.workspace, expires), QString());
        QVERIFY(!invitationProblem(fact, inviter, m_workspace.workspace, expires + 1).isEmpty());
        QVERIFY(!invitationProblem(fact, inviter, WorkspaceId(u"other"_s), expires).isEmpty());
    }

    void aDamagedInvitationIsRefused()
    {
        const QString text = m_vectors[u"invitation"_s][u"text"_s].toString();
        for (const QString &bad :
             {QString(), u"hello"_s, text.first(40), text.chopped(30), text.toUpper(), text + QString(9000, u'x')})
            QVERIFY2(!Invitation::fromText(bad), qPrintable(bad.first(std::min<qsizetype>(bad.size(), 60))));
        QVERIFY(Invitation::fromText(u"  "_s + text + u"\n"_s));
    }
};

WARDROOM_TEST(TstVectors)
#include "tst_vectors.moc"
