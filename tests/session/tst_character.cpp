// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/character.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::session;
using namespace Qt::StringLiterals;

namespace {

const QList<Saying> kToned{Saying::help, Saying::nothingFound, Saying::lesson, Saying::tip, Saying::next};

QString loaded(const QByteArray &yaml)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"odd.yaml"_s));
    if (!file.open(QFile::WriteOnly) || file.write(yaml) != yaml.size())
        return u"not written"_s;
    file.close();
    const auto packs = loadTones(folder.path());
    return packs ? QString() : packs.error().message;
}

} // namespace

//! The bot's tone: only where nothing hangs on it.
class TstCharacter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const auto packs = loadTones(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/tones"));
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        m_packs = *packs;
    }

    void whatShipsIsPlainWarmAndDryInBothLanguages()
    {
        QStringList ids;
        for (const TonePack &pack : std::as_const(m_packs)) {
            ids << pack.id;
            QVERIFY(!pack.names.value(u"en"_s).isEmpty() && !pack.names.value(u"zh"_s).isEmpty());
            if (pack.id == u"plain")
                QVERIFY(pack.lines.isEmpty());
            else
                QCOMPARE(pack.lines.size(), kToned.size());
            for (const auto &byLanguage : pack.lines)
                QVERIFY(!byLanguage.value(u"en"_s).isEmpty() && !byLanguage.value(u"zh"_s).isEmpty());
        }
        ids.sort();
        QCOMPARE(ids, (QStringList{u"dry"_s, u"plain"_s, u"warm"_s}));
    }

    //! Every class there is, by number: a new one that forgets to say it has no tone is found here.
    void noClassThatMayHaveNoToneHasOne()
    {
        for (const TonePack &pack : std::as_const(m_packs))
            for (const QString &language : {u"en"_s, u"zh"_s}) {
                Character character(m_packs, language);
                character.setManners({pack.id});
                for (int each = 0; each < kSayings; ++each) {
                    const auto saying = static_cast<Saying>(each);
                    QCOMPARE(mayHaveTone(saying), kToned.contains(saying));
                    const QString said = character.say(saying, u"as it is"_s, false, u"x"_s);
                    if (!kToned.contains(saying) || pack.id == u"plain")
                        QCOMPARE(said, u"as it is"_s);
                    else
                        QVERIFY(said != u"as it is");
                }
            }
    }

    void nothingUrgentHasATone()
    {
        Character character(m_packs, u"en"_s);
        character.setManners({u"warm"_s});
        for (int each = 0; each < kSayings; ++each)
            QCOMPARE(character.say(static_cast<Saying>(each), u"as it is"_s, true), u"as it is"_s);
    }

    void aPackWithWordsForAnApprovalIsRefusedWithItsLine()
    {
        const QByteArray head = "id: odd\nname: {en: Odd}\nlines:\n";
        QCOMPARE(loaded(head + "  help: {en: [\"Hi\"]}\n"), QString());
        for (const char *key : {"approval", "failure", "refusal", "alert", "incident", "deadline", "record", "outcome",
                                "question", "answer"}) {
            const QString why = loaded(head + "  help: {en: [\"Hi\"]}\n  " + key + ": {en: [\"Yippee\"]}\n");
            QVERIFY2(why.startsWith(u"odd.yaml:5: "_s) && why.contains(u"no tone"_s), qPrintable(why));
        }
        QVERIFY(!loaded(head + "  tip: {en: [\"Well done\"]}\n").isEmpty());  // it would not say what
        QVERIFY(!loaded(head + "  help: {en: [\"a\\u202Eb\"]}\n").isEmpty()); // hidden signs
        QVERIFY(!loaded(head + "  help: {zh: [\"你好\"]}\n").isEmpty());      // no English
    }

    void severalLinesComeInTurn()
    {
        Character character(m_packs, u"en"_s);
        character.setManners({u"warm"_s});
        const QString first = character.say(Saying::help, {}, false);
        const QString second = character.say(Saying::help, {}, false);
        QVERIFY(first != second);
        QCOMPARE(character.say(Saying::help, {}, false), first);
        QVERIFY(character.say(Saying::tip, {}, false, u"/host status web-01"_s).contains(u"/host status web-01"_s));
    }

    void hoursOfSilenceGoOverMidnightToo()
    {
        const Manners night{u"plain"_s, 22 * 60, 7 * 60};
        QVERIFY(night.isSilent(QTime(23, 0)) && night.isSilent(QTime(3, 0)) && night.isSilent(QTime(22, 0)));
        QVERIFY(!night.isSilent(QTime(7, 0)) && !night.isSilent(QTime(12, 0)));
        const Manners noon{u"plain"_s, 12 * 60, 13 * 60};
        QVERIFY(noon.isSilent(QTime(12, 30)) && !noon.isSilent(QTime(13, 0)));
        QVERIFY(!Manners().isSilent(QTime(3, 0)));
        QCOMPARE(mannersFrom(toSetting(night)), night);
        QCOMPARE(mannersFrom("nonsense"), Manners());
        QCOMPARE(mannersFrom("{\"silentFrom\":99999,\"silentUntil\":-4}").silentUntil, -1);
    }

private:
    QList<TonePack> m_packs;
};

WARDROOM_TEST(TstCharacter)
#include "tst_character.moc"
