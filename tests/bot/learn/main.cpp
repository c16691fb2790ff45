// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/botsamples.h"
#include "bot/language/consent.h"
#include "bot/language/gate.h"
#include "bot/language/model.h"
#include "bot/language/names.h"
#include "bot/language/phrasebook.h"
#include "bot/language/tagger.h"
#include "bot/learn/learner.h"
#include "bot/learn/network.h"
#include "bot/sentences.h"

#include <QDataStream>
#include <QFile>

#include <cstdio>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! wardroom_learn OUT [--without-tune]: weighs words from the train and tune parts of tests/data/language and from the
//! manifests' phrases, and writes src/bot/language/learnt.inc: what is asked for (model) and which words are its values
//! (tagger), what a line as it is written is (gist), whether it orders a change (consent) and what is plainly talk
//! (gate). wardroom_learn --score PART: how a part comes out with what is compiled in, mistakes and all.
namespace {

constexpr int phraseWeight = 3; //!< what a manifest says counts for more

QList<test::Row> trainRows(bool withTune)
{
    QList<test::Row> all = test::commandRows(u"train"_s) + test::chatterRows(u"train"_s);
    if (withTune)
        all += test::commandRows(u"tune"_s) + test::chatterRows(u"tune"_s);
    const Catalogue catalogue = test::shippedCatalogue();
    int wording = 1'000'000;
    for (const Plugin &plugin : catalogue.plugins())
        for (const bot::Command &command : plugin.commands)
            for (const QString &text : test::filledPhrases(command))
                all.append(QList<test::Row>(phraseWeight, {command.id, text, {}, {}, {}, {}, ++wording}));
    return all;
}

//! The argument whose value a word belongs to.
QString tagOf(const test::Row &row, const Token &token, const bot::Command &command)
{
    for (const test::Span &span : row.spans)
        for (const Argument &argument : command.arguments)
            if (argument.name == span.name && Tagger::learns(argument) && token.start >= span.start &&
                token.end <= span.end)
                return Tagger::tagFor(argument, token.start == span.start);
    return {};
}

//! Each word is met twice: as itself and, values more often, as one never heard of.
void takeTags(learn::Learner &learner, const test::Row &row, const Heard &heard, const bot::Command &command)
{
    QString before;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString tag = tagOf(row, heard.tokens.at(i), command);
        const bool isValue = !tag.isEmpty() && !tag.endsWith(u'+');
        learner.take(Tagger::features(heard, command.id, i, before, true), tag);
        if (isValue || (i + row.text.size()) % 4 == 0)
            learner.take(Tagger::features(heard, command.id, i, before, false), tag);
        before = tag;
    }
}

struct Learners
{
    learn::Networks model{{learn::Manner(), learn::Manner()}};
    learn::Learner gist{10, 30};
    learn::Learner tagger{10, 20};
    learn::Learner consent{10, 30};
    learn::Learner gate{10, 30};
};

QString consentOf(const QString &id, const Catalogue &catalogue)
{
    const bot::Command *command = catalogue.command(id);
    if (command == nullptr)
        return {};
    const bool changes = command->risk == domain::Risk::change || command->risk == domain::Risk::disrupt;
    return changes ? Consent::change() : Consent::other();
}

//! Each sentence of talk as it is written, or the first of what asks.
void takeWritten(Learners &learners, const test::Row &row, const Catalogue &catalogue)
{
    const QString plain = normalised(row.text);
    const QList<Sentence> sentences = sentencesOf(plain);
    for (qsizetype i = 0; i < sentences.size() && (i == 0 || row.command.isEmpty()); ++i) {
        if (row.command.isEmpty() && sentences.size() > 1 && sentences.at(i).question)
            continue;
        const Gist gist(writtenOf(plain, sentences, i));
        const std::vector<quint32> features(gist.features().begin(), gist.features().end());
        learners.consent.take(features, consentOf(row.command, catalogue), row.wording);
        learners.gist.take(features, row.command, row.wording);
    }
}

void takeLine(learn::Learner &gate, const test::Row &row)
{
    std::vector<quint32> places;
    const Gist gist(normalised(row.text));
    for (const quint32 feature : gist.features())
        places.push_back(feature & (Gate::places - 1));
    gate.take(places, row.command.isEmpty() ? QString() : u"asks"_s, row.wording);
}

//! The same as it is heard. \a marked: its values are.
void takeHeard(Learners &learners, const test::Row &row, const Catalogue &catalogue, bool marked)
{
    static const auto names = Names::of(test::languageVocabulary());
    const QString plain = normalised(row.text);
    const QList<Sentence> sentences = sentencesOf(plain);
    for (const Sentence &sentence : sentences) {
        const Heard heard = hear(plain, sentence, *names, nullptr);
        // "block it? no way": the question alone is no talk, what follows it makes it that.
        const bool takenBack = row.command.isEmpty() && sentences.size() > 1 && sentence.question;
        if (heard.tokens.isEmpty() || takenBack)
            continue;
        learners.model.take(featuresOf(heard), row.command, row.wording);
        const bot::Command *command = catalogue.command(row.command);
        if (marked && command != nullptr && (!row.spans.isEmpty() || row.args.isEmpty()) && plain == row.text)
            takeTags(learners.tagger, row, heard, *command);
        if (!row.command.isEmpty())
            break; // the text of a note may go on
    }
}

void take(Learners &learners, const QList<test::Row> &rows, const QList<test::Row> &framed)
{
    const Catalogue catalogue = test::shippedCatalogue();
    for (const test::Row &row : rows) {
        takeLine(learners.gate, row);
        takeWritten(learners, row, catalogue);
        if (row.after.isEmpty())
            takeHeard(learners, row, catalogue, true);
    }
    for (const test::Row &row : framed) {
        takeWritten(learners, row, catalogue);
        takeHeard(learners, row, catalogue, false);
    }
}

QList<test::Row> framedRows(bool withTune)
{
    return test::frameRows(u"train"_s) + (withTune ? test::frameRows(u"tune"_s) : QList<test::Row>());
}

int showScore(const QString &part)
{
    const test::Score score = test::scoreOf(part, test::shippedCatalogue());
    for (const QString &each : score.mistakes)
        std::printf("%s\n", qPrintable(each));
    for (const QString &each : score.wrongActions)
        std::printf("WRONG ACTION %s\n", qPrintable(each));
    std::printf("right %d of %d, talk ignored %d of %d, wrong actions %lld\n", score.right, score.asked, score.ignored,
                score.chatter, static_cast<long long>(score.wrongActions.size()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    if (argc == 3 && QByteArray(argv[1]) == "--score")
        return showScore(QString::fromLocal8Bit(argv[2]));
    Learners learners;
    take(learners, trainRows(argc < 3), framedRows(argc < 3));
    learners.model.learn();
    learners.gist.learn();
    learners.tagger.learn();
    learners.consent.learn();
    learners.gate.learn();
    QByteArray written;
    QDataStream out(&written, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << QMap<QString, QByteArray>{{u"model"_s, learners.model.written()},
                                     {u"gist"_s, learners.gist.written()},
                                     {u"tagger"_s, learners.tagger.written()},
                                     {u"consent"_s, learners.consent.written()},
                                     {u"gate"_s, learners.gate.margins(Gate::steps)}};
    const QByteArray text = qCompress(written, 9).toBase64();
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    for (qsizetype i = 0; i < text.size(); i += 116)
        file.write('"' + text.sliced(i, std::min<qsizetype>(116, text.size() - i)) + "\"\n");
    std::printf("%lld bytes\n", static_cast<long long>(text.size()));
    return 0;
}
