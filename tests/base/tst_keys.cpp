// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "base/keys.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace Qt::StringLiterals;

//! Known answers: FIPS 180-4's examples and RFC 8032 §7.1.
class TstKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256GivesTheKnownAnswers()
    {
        QCOMPARE(Sha256::of({}).hex(), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
        QCOMPARE(Sha256::of("abc").hex(), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        Sha256Stream stream;
        for (int i = 0; i < 1000; ++i)
            stream.add(QByteArray(1000, 'a'));
        QCOMPARE(stream.finish().hex(), u"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_s);
    }

    void bothWaysToHashAgreeOnEveryLength()
    {
        // libsodium takes the pieces; the whole goes through the processor's own instructions where it has them.
        QByteArray bytes;
        for (int size = 0; size < 400; ++size) {
            Sha256Stream stream;
            stream.add(bytes);
            QCOMPARE(Sha256::of(bytes), stream.finish());
            bytes.append(static_cast<char>(size * 37 + 11));
        }
        bytes = bytes.repeated(1000);
        Sha256Stream stream;
        stream.add(bytes);
        QCOMPARE(Sha256::of(bytes), stream.finish());
        QCOMPARE(Sha256::of(QByteArray()), Sha256Stream().finish());
    }

    void aHashHasOneSpelling()
    {
        const QString hex = Sha256::of("abc").hex();
        QCOMPARE(Sha256::fromHex(hex), Sha256::of("abc"));
        QVERIFY(Sha256::fromHex(hex.toUpper()).isNull());
        QVERIFY(Sha256::fromHex(hex.first(62)).isNull());
        QVERIFY(Sha256::fromHex(u' ' + hex).isNull());
        QVERIFY(Sha256::fromHex(hex.first(63) + u'g').isNull());
        QVERIFY(Sha256::fromHex({}).isNull());
        QVERIFY(Sha256().hex().isEmpty());
    }

    void ed25519GivesTheKnownAnswers_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("signature");
        const auto row = [](const char *name, const char *seed, const char *key, const char *message, const char *sig) {
            QTest::addRow("%s", name) << QByteArray::fromHex(seed) << QByteArray::fromHex(key)
                                      << QByteArray::fromHex(message) << QByteArray::fromHex(sig);
        };
        row("TEST 1", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f059"
            "5bbe2"
            "4655141438e7a100b");
        row("TEST 2", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4"
            "302ae"
            "eb00d291612bb0c00");
        row("TEST 3", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e971"
            "6ed28"
            "dc027beceea1ec40a");
    }
    void ed25519GivesTheKnownAnswers()
    {
        QFETCH(QByteArray, seed);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, signature);
        const SigningKey signing = SigningKey::fromSeed(seed);
        QCOMPARE(signing.publicKey(), PublicKey::fromBytes(key));
        QCOMPARE(signing.publicKey().fingerprint(), Sha256::of(key).hex());
        QCOMPARE(signing.seed(), seed);
        QCOMPARE(signing.sign(message), signature);
        QVERIFY(signing.publicKey().verifies(message, signature));
        QVERIFY(!signing.publicKey().verifies(message + 'x', signature));
        for (const qsizetype at : {0, 31, 32, 63}) {
            QByteArray wrong = signature;
            wrong[at] = static_cast<char>(wrong.at(at) ^ 1);
            QVERIFY(!signing.publicKey().verifies(message, wrong));
        }
        QVERIFY(!signing.publicKey().verifies(message, signature.chopped(1)));
        QVERIFY(!signing.publicKey().verifies(message, {}));
    }

    void aKeyThatIsNoneDoesNothing()
    {
        QVERIFY(SigningKey::fromSeed("short").isNull());
        QVERIFY(SigningKey().sign("x").isEmpty());
        QVERIFY(SigningKey().seed().isEmpty());
        QVERIFY(SigningKey().publicKey().isNull());
        QVERIFY(!PublicKey().verifies("x", QByteArray(64, '\0')));
        QVERIFY(PublicKey::fromHex(u"ABCD"_s).isNull());
        QVERIFY(PublicKey().fingerprint().isEmpty());
        // A key of small order would verify anything: libsodium refuses it.
        QVERIFY(!PublicKey::fromBytes(QByteArray(32, '\0')).verifies("x", QByteArray(64, '\0')));
    }

    void copiesOfAKeyOutliveEachOther()
    {
        auto first = std::make_unique<SigningKey>(SigningKey::generate());
        const SigningKey copy = *first;
        const QByteArray seed = first->seed();
        first.reset();
        QCOMPARE(copy.seed(), seed);
        QVERIFY(copy.publicKey().verifies("x", copy.sign("x")));
        QVERIFY(SigningKey::generate().seed() != SigningKey::generate().seed());
        QCOMPARE(randomHex(16).size(), 32);
    }
};

WARDROOM_TEST(TstKeys)
#include "tst_keys.moc"
