// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/speech.h"
#include "report/story.h"
#include "report/wording.h"
#include "support/testmain.h"

#include <QTest>
#include <QTranslator>

using namespace wardroom;
using namespace wardroom::report;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

template <size_t... I> QList<domain::Fact> everyKind(std::index_sequence<I...>)
{
    return {domain::Fact(std::in_place_index<I>)...};
}

QList<domain::Fact> everyKind()
{
    return everyKind(std::make_index_sequence<std::variant_size_v<domain::Fact>>());
}

//! Stands for any other language.
class Shouting final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).replace(u"Accepted by %1"_s, u"ANGENOMMEN VON %1"_s);
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TstWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasWords()
    {
        const domain::WorkspaceState workspace;
        for (const domain::Fact &fact : everyKind()) {
            const QString sentence = sentenceFor(fact, workspace);
            QVERIFY2(!sentence.isEmpty(), qPrintable(domain::kindOf(fact)));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            QVERIFY(!cardText(fact, {workspace, {}, {}, nullptr}).isEmpty());
            QVERIFY(!categoryName(categoryOf(fact)).isEmpty());
        }
    }

    void foreignTextCannotHideOrMoveAnything()
    {
        domain::AlertRaised alert;
        alert.title = u"%2 exe.gnp\u202e\nsecond line %1"_s;
        alert.source = u"%1"_s;
        const QString sentence = sentenceFor(alert, {});
        QVERIFY2(sentence.contains(u"%2 exe.gnp⟨U+202E⟩ second line %1"_s), qPrintable(sentence));
        QVERIFY(!sentence.contains(u'\n'));
        domain::NoteAdded note{QString(100'000, u'x')};
        QVERIFY(cardText(note, {domain::WorkspaceState(), {}, {}, nullptr}).size() < 3000);
    }

    void aCardSaysWhatWillRun()
    {
        Story story;
        domain::CommandRequested request;
        request.title = u"Patch shop-web"_s;
        request.host = u"practice-01"_s;
        request.risk = domain::Risk::change;
        request.needs = 1;
        request.group = u"IT"_s;
        request.plan.argv = {u"apt-get"_s, u"install"_s, u"shop-web"_s};
        request.plan.danger = u"Restarts the shop"_s;
        const domain::WorkspaceState state = story.rooms.state();
        const QString card = cardText(request, {state, domain::PersonId(u"lina"_s), {}, nullptr});
        QVERIFY(card.startsWith("Requested: Patch shop-web on practice-01"_L1));
        QVERIFY(card.contains("Will run: apt-get install shop-web"_L1));
        QVERIFY(card.contains("Careful: Restarts the shop"_L1));
    }

    void aDecisionSaysOnWhoseWordItRestsAndOnWhichRequest()
    {
        Story story;
        const domain::WorkspaceState state = story.rooms.state();
        const WordingContext context{state, domain::PersonId(u"tom"_s), {}, nullptr};
        domain::ApprovalGiven given;
        given.request = Sha256::of("the request");
        const QString signedWords = worded(given, context).detail;
        QVERIFY2(signedWords.startsWith("signed"_L1) && signedWords.contains(given.request.brief()),
                 qPrintable(signedWords));
        given.platform = domain::PlatformWord();
        const QString phoneWords = worded(given, context).detail;
        QVERIFY2(phoneWords.contains("vouches"_L1) && !phoneWords.contains("signed"_L1), qPrintable(phoneWords));
    }

    void aReportMaySpeakAnotherLanguageThanTheWindow()
    {
        Story story;
        Shouting other;
        QCoreApplication::installTranslator(&other);
        const domain::WorkspaceState state = story.rooms.state();
        const WordingContext context{state, domain::PersonId(u"tom"_s), {}, nullptr};
        QCOMPARE(worded(domain::ApprovalGiven(), context).title, u"ANGENOMMEN VON Tomás R."_s);
        {
            const SpeakingIn english(u"en"_s);
            QCOMPARE(worded(domain::ApprovalGiven(), context).title, u"Accepted by Tomás R."_s);
        }
        QCOMPARE(worded(domain::ApprovalGiven(), context).title, u"ANGENOMMEN VON Tomás R."_s);
        QCoreApplication::removeTranslator(&other);
    }
};

WARDROOM_TEST(TstWording)
#include "tst_wording.moc"
